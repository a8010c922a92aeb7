import { setTimeout as delay } from "node:timers/promises";
import { type Keystroke, keystrokes } from "./edits.ts";
import { LanguageServer } from "./languageServer.ts";
import { residentMemory } from "./memory.ts";
import type { PublicationsPerMessage } from "./publications.ts";
import type { Sample } from "./sample.ts";

/** What typing into one document cost one server. */
export interface Typing {
  /** Milliseconds of each keystroke, from sending the change to having its diagnostics. */
  readonly times: readonly number[];
  /** Diagnostics of the document as it was opened. */
  readonly diagnostics: number;
  /** The fewest diagnostics after any keystroke; far fewer than at first mean that the document was not checked. */
  readonly fewest: number;
  /** Resident memory at the end in MiB, null where it can't be read. */
  readonly memory: number | null;
}

/** A server to measure: what Node is to run, and how often it publishes. */
export interface Contestant {
  readonly args: readonly string[];
  readonly publications: PublicationsPerMessage;
}

interface TypingPlan {
  readonly sample: Sample;
  readonly count: number;
  /** Keystrokes before those that count, in which the engines compile what is hot. */
  readonly warmUp: number;
}

/** Milliseconds between keystrokes, so that nothing of one peer's answer reaches into the other's turn. */
const PAUSE = 5;

/**
 * Types the same keystrokes into the same document at all contestants, one keystroke each in turn and each first as
 * often as the others, so that the noise of the machine hits all alike.
 *
 * @throws Error when a server finds nothing in the document: it then does not take it for one of its own
 */
export async function measureTyping(contestants: readonly Contestant[], plan: TypingPlan): Promise<readonly Typing[]> {
  const { sample, count, warmUp } = plan;
  const servers: LanguageServer[] = [];
  try {
    const found: number[] = [];
    for (const { args, publications } of contestants) {
      const server = await LanguageServer.start({ args, folder: sample.folder, publications });
      servers.push(server);
      const diagnostics = await server.open(sample.uri, sample.text);
      if (diagnostics === 0) throw new Error(`node ${args.join(" ")} finds nothing in ${sample.uri}`);
      found.push(diagnostics);
    }
    const answers = await typeInTurns(servers, keystrokes(sample.text, warmUp + count, sample.text.length));
    return servers.map((server, index) => ({
      times: answers[index]!.slice(warmUp).map(({ milliseconds }) => milliseconds),
      diagnostics: found[index]!,
      fewest: Math.min(...answers[index]!.map(({ diagnostics }) => diagnostics)),
      memory: residentMemory(server.pid),
    }));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

type Answer = Awaited<ReturnType<LanguageServer["type"]>>;

async function typeInTurns(
  servers: readonly LanguageServer[],
  edits: readonly Keystroke[],
): Promise<readonly Answer[][]> {
  const answers: Answer[][] = servers.map(() => []);
  for (const [turn, edit] of edits.entries()) {
    for (let place = 0; place < servers.length; place++) {
      const index = (turn + place) % servers.length;
      answers[index]!.push(await servers[index]!.type(edit));
      await delay(PAUSE);
    }
  }
  return answers;
}

import { LanguageServer } from "./languageServer.ts";
import type { PublicationsPerMessage } from "./publications.ts";
import type { Sample } from "./sample.ts";

/** Milliseconds without a publication after which none is expected any more; a small document takes some 10. */
const QUIET = 1500;

/** Finds out how often a server publishes after opening and after a change, once, with a small document. */
export async function calibrate(args: readonly string[], sample: Sample): Promise<PublicationsPerMessage> {
  const server = await LanguageServer.start({ args, folder: sample.folder });
  try {
    const open = await server.countPublications("open", sample.uri, sample.text, QUIET);
    const change = await server.countPublications("change", sample.uri, `${sample.text}\n`, QUIET);
    if (!server.pulls && (open === 0 || change === 0)) throw new Error(`node ${args.join(" ")} publishes nothing`);
    return { open, change };
  } finally {
    await server.stop();
  }
}

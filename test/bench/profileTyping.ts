import { mkdirSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { keystrokes } from "./edits.ts";
import { LanguageServer } from "./languageServer.ts";
import type { Peer } from "./peers.ts";
import { type HotSpot, hotSpots } from "./profile.ts";
import type { Sample } from "./sample.ts";

/**
 * Types into `sample` while Node samples the server every 200 µs, and writes the profile to `path`, for the developer
 * tools of a browser or of an editor.
 *
 * @returns the hottest functions from the moment on that the document was open and checked
 */
export async function profileTyping(
  peer: Peer,
  sample: Sample,
  count: number,
  path: string,
): Promise<readonly HotSpot[]> {
  const target = resolve(path);
  mkdirSync(dirname(target), { recursive: true });
  const engine = ["--cpu-prof", "--cpu-prof-interval=200", `--cpu-prof-dir=${dirname(target)}`];
  const args = [...engine, `--cpu-prof-name=${basename(target)}`, ...peer.server];
  const server = await LanguageServer.start({ args, folder: sample.folder });
  let from: number;
  try {
    await server.open(sample.uri, sample.text);
    from = Number(process.hrtime.bigint() / 1000n);
    for (const edit of keystrokes(sample.text, count, sample.text.length)) await server.type(edit);
  } finally {
    // The profile is written when the process ends by itself.
    await server.stop();
  }
  return hotSpots(target, from, 30);
}

import { LanguageServer } from "./languageServer.ts";
import type { Contestant } from "./measureTyping.ts";
import type { Sample } from "./sample.ts";

/**
 * Starts each contestant `runs` times, in turns, on the same document.
 *
 * @returns for each contestant the milliseconds of each run from spawning the process to having the first diagnostics
 */
export async function measureStart(
  contestants: readonly Contestant[],
  sample: Sample,
  runs: number,
): Promise<readonly (readonly number[])[]> {
  const times: number[][] = contestants.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (let place = 0; place < contestants.length; place++) {
      const index = (run + place) % contestants.length;
      const { args, publications } = contestants[index]!;
      const start = performance.now();
      const server = await LanguageServer.start({ args, folder: sample.folder, publications });
      await server.open(sample.uri, sample.text);
      times[index]!.push(performance.now() - start);
      await server.stop();
    }
  }
  return times;
}

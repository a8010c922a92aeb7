import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import type { Peer } from "./peers.ts";

/** More than any of the two prints for a thousand files. */
const LONGEST_OUTPUT = 512 * 1024 * 1024;

/**
 * Runs both command lines over `folder`, `runs` times in turns.
 *
 * @returns for each peer the milliseconds of each run, from spawning to the end of the process
 * @throws Error when a peer does not check `files` files, or ends with another status than 0 (clean) or 1 (findings)
 */
export async function measureCommandLine(
  peers: readonly Peer[],
  folder: string,
  files: number,
  runs: number,
): Promise<readonly (readonly number[])[]> {
  // Outside the clock; it also brings the files into the cache of the system for all alike.
  for (const peer of peers) demandAll(peer, folder, files);
  const times: number[][] = peers.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (let place = 0; place < peers.length; place++) {
      const index = (run + place) % peers.length;
      times[index]!.push(await time(peers[index]!, folder));
    }
  }
  return times;
}

async function time(peer: Peer, folder: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, peer.commandLine(folder), { cwd: dirname(folder), stdio: "ignore" });
  const [code] = (await once(child, "exit")) as [number | null];
  const passed = performance.now() - start;
  if (code !== 0 && code !== 1) throw new Error(`${peer.name}'s command line ended with ${code}`);
  return passed;
}

function demandAll(peer: Peer, folder: string, files: number): void {
  const { stdout } = spawnSync(process.execPath, peer.commandLineJson(folder), {
    // AutoCorrect can't be told to check the folder it stands in by that folder's absolute path.
    cwd: dirname(folder),
    encoding: "utf8",
    maxBuffer: LONGEST_OUTPUT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const checked = peer.checkedFiles(stdout);
  if (checked !== files) throw new Error(`${peer.name} checked ${checked} of ${files} files`);
}

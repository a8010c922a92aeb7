import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheRoot, hashFiles } from "../../../scripts/lib/paths.mjs";
import { capture, npm } from "../../../scripts/lib/processes.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const manifest = join(here, "package.json");
const lock = join(here, "package-lock.json");

/**
 * Installs AutoCorrect into the cache, once for each state of the lockfile.
 *
 * @param {(line: string) => void} log what is being done, a line at a time
 * @returns {Promise<string>} the script that is its command line and, with `server`, its language server
 * @throws where npm fails, with its output
 */
export async function installAutoCorrect(log) {
  const folder = join(cacheRoot(), "autocorrect", `${hashFiles([manifest, lock])}-${process.platform}-${process.arch}`);
  if (!existsSync(join(folder, "complete"))) {
    log(`Installing AutoCorrect into ${folder} (once) …`);
    // Built beside its place and renamed: an install that was cut off is never taken for a finished one.
    const partial = `${folder}.partial-${process.pid}`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    try {
      copyFileSync(manifest, join(partial, "package.json"));
      copyFileSync(lock, join(partial, "package-lock.json"));
      // Not `npm ci`: the lockfile names the binaries for Linux alone, and what it names is installed as it says.
      const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
      const { code, output } = await capture(npm.command, args, { ...npm.options, cwd: partial });
      if (code !== 0) throw new Error(`npm ${args.join(" ")} failed with ${code}:\n${output}`);
      writeFileSync(join(partial, "complete"), "");
      rmSync(folder, { recursive: true, force: true });
      renameSync(partial, folder);
    } finally {
      rmSync(partial, { recursive: true, force: true });
    }
  }
  return join(folder, "node_modules", "autocorrect-node", "cli.js");
}

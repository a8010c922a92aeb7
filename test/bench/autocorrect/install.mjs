import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce, npmIn } from "../../../scripts/lib/installOnce.mjs";

/**
 * Installs AutoCorrect into the cache, once for each state of the lockfile.
 *
 * @param {(line: string) => void} log what is being done, a line at a time
 * @returns {Promise<string>} the script that is its command line and, with `server`, its language server
 * @throws where npm fails, with its output
 */
export async function installAutoCorrect(log) {
  const { folder } = await installOnce({
    name: "autocorrect",
    from: fileURLToPath(new URL(".", import.meta.url)),
    log: (into) => log(`Installing AutoCorrect into ${into} (once) …`),
    // Not `npm ci`: the lockfile names the binaries for Linux alone, and what it names is installed as it says.
    install: (into) => npmIn(into, ["install"]),
  });
  return join(folder, "node_modules", "autocorrect-node", "cli.js");
}

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./paths.mjs";
import { capture } from "./processes.mjs";

/** What a bundle may be made of, beyond the packages, which the lockfile stands for. */
const sources = [
  "client/src",
  "server/src",
  "test/vscode",
  "scripts/build.mjs",
  "scripts/lib/bundles.mjs",
  "package.json",
  "package-lock.json",
];
const outputs = [
  "client/dist/extension.js",
  "server/dist/node.js",
  "server/dist/cli.js",
  ".cache/vscode-suite/index.js",
];
const stamp = join(root, ".cache", "build.json");

/** Every source with its time and size: cheap to take (no file is read), and it changes with deletions, too. */
function fingerprint() {
  const seen = [];
  const visit = (path) => {
    const absolute = join(root, path);
    if (!existsSync(absolute)) return;
    const info = statSync(absolute);
    if (info.isDirectory()) for (const name of readdirSync(absolute).sort()) visit(`${path}/${name}`);
    else seen.push(`${path} ${info.mtimeMs} ${info.size}`);
  };
  for (const source of sources) visit(source);
  return seen.join("\n");
}

/** Notes that the bundles are made from the sources as they are now; called by the build. */
export function noteBuild(options = {}) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ ...options, fingerprint: fingerprint() }));
}

/**
 * Builds where a source is younger than the bundles, or a bundle is missing or minified for shipping.
 *
 * @throws with the build's output where it fails
 */
export async function ensureBuild(log) {
  if (outputs.every((output) => existsSync(join(root, output))) && existsSync(stamp)) {
    const built = JSON.parse(readFileSync(stamp, "utf8"));
    if (built.minify !== true && built.fingerprint === fingerprint()) return;
  }
  log("Building …");
  const { code, output } = await capture(process.execPath, [join(root, "scripts", "build.mjs")], { cwd: root });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}

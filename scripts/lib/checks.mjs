import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { capture } from "./processes.mjs";

const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

const checks = [
  { name: "lockfile", command: process.execPath, args: ["scripts/lockfile.mjs", "--check"] },
  { name: "biome", command: bin("biome"), args: ["ci", "--colors=off", "--error-on-warnings"] },
  { name: "types", command: bin("tsc"), args: ["-b", "--pretty", "false"] },
  { name: "knip", command: bin("knip"), args: ["--no-progress"] },
  { name: "generated files", command: bin("tsx"), args: ["scripts/gen.ts", "--check"], needs: "scripts/gen.ts" },
];

/**
 * Runs lockfile, format and lint, types, dead code and generated files, all of them whatever the first ones say, and prints what
 * each says.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runChecks() {
  let failed = 0;
  for (const { name, command, args, needs } of checks) {
    const started = Date.now();
    const { code, output } =
      needs !== undefined && !existsSync(join(root, needs))
        ? { code: 1, output: `${needs} is not there.` }
        : await capture(command, args, { cwd: root, shell: process.platform === "win32" });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (code !== 0) failed++;
    console.log(code === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} (${seconds} s)\n${output.trimEnd()}`);
  }
  return { passed: checks.length - failed, failed, skipped: 0 };
}

// npm run check: format and lint, types, dead code, generated files; all of them, whatever the first ones say.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureNodeModules } from "./lib/ensurePackages.mjs";
import { root } from "./lib/paths.mjs";
import { capture } from "./lib/processes.mjs";

const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

const checks = [
  { name: "biome", command: bin("biome"), args: ["ci", "--colors=off", "--error-on-warnings"] },
  { name: "types", command: bin("tsc"), args: ["-b", "--pretty", "false"] },
  { name: "knip", command: bin("knip"), args: ["--no-progress"] },
  { name: "generated files", command: bin("tsx"), args: ["scripts/gen.ts", "--check"], needs: "scripts/gen.ts" },
];

await ensureNodeModules(console.log);
let failed = 0;
for (const { name, command, args, needs } of checks) {
  if (needs !== undefined && !existsSync(join(root, needs))) {
    console.log(`✗ ${name}: ${needs} is not there.`);
    failed++;
    continue;
  }
  const started = Date.now();
  const { code, output } = await capture(command, args, { cwd: root, shell: process.platform === "win32" });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code === 0) console.log(`✓ ${name} (${seconds} s)`);
  else {
    failed++;
    console.log(`✗ ${name} (${seconds} s)\n${output.trimEnd()}`);
  }
}
console.log(failed === 0 ? "All checks passed." : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

// npm run bench [-- --quick] [--write] [--profile PATH [--size CHARACTERS]]: see docs/benchmark.md.
import { join } from "node:path";
import { installAutoCorrect } from "../test/bench/autocorrect/install.mjs";
import { ensureBuild } from "./lib/ensureBuild.mjs";
import { ensureNodeModules } from "./lib/ensurePackages.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/processes.mjs";

const args = process.argv.slice(2);
try {
  await ensureNodeModules(console.error);
  await ensureBuild(console.error);
  if (!args.includes("--profile")) args.push("--autocorrect", await installAutoCorrect(console.error));
  process.exitCode = await run(process.execPath, ["--import", "tsx", join(root, "test/bench/main.ts"), ...args], {
    cwd: root,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

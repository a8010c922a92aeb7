// npm run check: format and lint, types, dead code, generated files.
import { runChecks } from "./lib/checks.mjs";
import { ensureNodeModules } from "./lib/ensurePackages.mjs";

await ensureNodeModules(console.log);
const { passed, failed } = await runChecks();
console.log(failed === 0 ? "All checks passed." : `${failed} of ${passed + failed} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

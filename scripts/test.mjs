// npm test [-- --unit | --host | --electron] [--update-screenshots]: installs and builds what is missing or stale, then
// runs the checks, the tests in Node, and the suite inside a real VS Code. See CONTRIBUTING.md.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "./lib/ensureBuild.mjs";
import { ensureNodeModules, ensureSystemPackages } from "./lib/ensurePackages.mjs";
import { root } from "./lib/paths.mjs";
import { run } from "./lib/processes.mjs";

const flags = new Set(process.argv.slice(2));
const known = ["--unit", "--host", "--electron", "--update-screenshots"];
const unknown = [...flags].filter((flag) => !known.includes(flag));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(" ")}. Known: ${known.join(" ")}`);
  process.exit(2);
}
/** With a launcher named, that suite alone. */
const suiteAlone = flags.has("--host") || flags.has("--electron");

/** @type {{ name: string, passed: number, failed: number, skipped: number, seconds: number, reason?: string }[]} */
const results = [];

async function step(name, body) {
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  let counts;
  try {
    counts = await body();
  } catch (error) {
    console.log(error.message);
    counts = { passed: 0, failed: 1, skipped: 0, reason: error.message.split("\n")[0] };
  }
  results.push({ name, ...counts, seconds: (Date.now() - started) / 1000 });
}

async function unitTests() {
  const report = join(root, ".cache", "vitest.json");
  rmSync(report, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const args = [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(process.execPath, args, { cwd: root });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, reason: `vitest ended with ${code}.` };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
  // A file that does not load, or an error outside of any test, fails the run and is no failed test.
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** The server and Chromium where there is a browser, since they are the same everywhere; else the desktop. */
async function chooseLauncher() {
  if (flags.has("--electron")) return { launcher: "electron", why: "as asked" };
  const missing = await ensureSystemPackages(console.log);
  if (flags.has("--host")) return { launcher: "host", why: "as asked" };
  if (!missing.includes("chromium")) return { launcher: "host", why: "a Chromium is there" };
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { why: "there is no Chromium for the VS Code server, and no display for the desktop" };
  }
  return { launcher: "electron", why: "there is no Chromium for the VS Code server" };
}

async function vscodeSuite() {
  const { launcher, why } = await chooseLauncher();
  if (launcher === undefined) {
    // Where nobody looks on, a suite that did not run must not pass for one that did.
    if (process.env.CI) return { passed: 0, failed: 1, skipped: 0, reason: why };
    console.log(`Skipped: ${why}.`);
    return { passed: 0, failed: 0, skipped: 1, reason: why };
  }
  console.log(launcher === "host" ? `VS Code as a server, in Chromium: ${why}.` : `VS Code on the desktop: ${why}.`);
  const { runVscodeSuite } = await import("./lib/vscodeSuite.mjs");
  return runVscodeSuite(launcher, { updateScreenshots: flags.has("--update-screenshots") });
}

try {
  await ensureNodeModules(console.log);
  await ensureBuild(console.log);
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exit(1);
}
if (!suiteAlone) {
  const { runChecks } = await import("./lib/checks.mjs");
  await step("Checks", runChecks);
  await step("Tests in Node", unitTests);
}
if (!flags.has("--unit")) await step("Suite inside VS Code", vscodeSuite);

console.log("\n── Summary ──");
const total = { passed: 0, failed: 0, skipped: 0 };
for (const { name, passed, failed, skipped, seconds, reason } of results) {
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  console.log(`${failed > 0 ? "✗" : "✓"} ${name}: ${counts} (${seconds.toFixed(0)} s)${reason ? ` – ${reason}` : ""}`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runInHost } from "../../test/clients/vscode-host/suite.mjs";
import { root } from "./paths.mjs";
import { start } from "./processes.mjs";

/**
 * Runs the suite of test/vscode inside a real VS Code and prints what it says.
 *
 * @param {"host" | "electron"} launcher
 * @param {{ updateScreenshots?: boolean }} [options] whether the pictures replace those of docs/screenshots
 * @returns {Promise<{ passed: number, failed: number, skipped: number, reason?: string }>} the suite's own counts; one
 *   failure with its reason where it never came to an end
 */
export async function runVscodeSuite(launcher, { updateScreenshots = false } = {}) {
  let counts;
  const hear = (line) => {
    const result = /^@@result (.*)$/.exec(line)?.[1];
    if (result === undefined) console.log(line);
    else counts = JSON.parse(result);
  };
  try {
    const code = launcher === "host" ? await inHost(hear, updateScreenshots) : await inElectron(hear);
    if (counts === undefined) return broken(`VS Code ended with ${code} before the suite did.`);
    if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, reason: `VS Code ended with ${code}.` };
    return counts;
  } catch (error) {
    return broken(error.message, counts);
  }
}

function broken(reason, counts = { passed: 0, failed: 0, skipped: 0 }) {
  console.log(reason);
  return { ...counts, failed: counts.failed + 1, reason };
}

async function inHost(log, updateScreenshots) {
  const screenshots = join(root, ".cache", "vscode-run");
  const code = await runInHost({
    extension: root,
    suite: join(root, ".cache", "vscode-suite", "index.js"),
    workspace: join(root, "examples"),
    screenshots,
    log,
  });
  if (code !== 0) log(`The console and the pictures of this run are in ${screenshots}.`);
  else if (updateScreenshots) {
    const docs = join(root, "docs", "screenshots");
    mkdirSync(docs, { recursive: true });
    const pictures = readdirSync(screenshots).filter((name) => /^[\w-]+\.png$/.test(name) && name !== "failure.png");
    for (const name of pictures) copyFileSync(join(screenshots, name), join(docs, name));
  }
  return code;
}

/** In a process of its own: test-electron writes VS Code's output to ours, where our lines stand among its own. */
function inElectron(hear) {
  return new Promise((resolve) => {
    const child = start(process.execPath, [join(root, "test/clients/vscode-electron/main.mjs")], {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => {
      const ours = /^@@say ?(.*)$/.exec(line)?.[1];
      if (ours !== undefined) hear(ours);
    });
    child.once("exit", (code) => lines.once("close", () => resolve(code ?? 1)));
  });
}

// Runs the suite inside a desktop VS Code that @vscode/test-electron downloads; wants the open network and a display.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { downloadAndUnzipVSCode, runTests } from "@vscode/test-electron";
import { ensureBuild } from "../../../scripts/lib/ensureBuild.mjs";
import { cacheRoot, root } from "../../../scripts/lib/paths.mjs";

const cachePath = join(cacheRoot(), "vscode-electron");

async function download() {
  try {
    return await downloadAndUnzipVSCode({ cachePath, version: process.env.BAOGAO_VSCODE_VERSION ?? "stable" });
  } catch (error) {
    console.error(
      `VS Code could not be downloaded (${error.message}). This launcher needs the open network; ` +
        "`npm run test:host` runs the same suite in the VS Code server, from npm packages alone.",
    );
    process.exit(3);
  }
}

await ensureBuild(console.log);
const vscodeExecutablePath = await download();
if (!existsSync(vscodeExecutablePath)) throw new Error(`The download left no ${vscodeExecutablePath}.`);
try {
  const code = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, ".cache", "vscode-suite", "index.js"),
    launchArgs: [
      join(root, "examples"),
      "--disable-extensions",
      "--disable-workspace-trust",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

import { join } from "node:path";
import { cacheRoot, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { which } from "./which.mjs";

/** Root may start VS Code only without its sandbox and with a settings folder of its own. */
const rootArguments = () =>
  process.getuid?.() === 0 ? ["--no-sandbox", `--user-data-dir=${join(cacheRoot(), "vscode-desktop", "user")}`] : [];

/** Why no window can be opened here; undefined where one can. */
export function noDisplay() {
  const needed = process.platform === "linux";
  return needed && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY ? "there is no display" : undefined;
}

/** The `code` of this machine; undefined where there is none. */
export const installedCode = () => which("code");

/** Opens `folder` in an installed VS Code with the extension of this tree, and comes back at once. */
export function openInstalled(code, folder) {
  return run(code, [`--extensionDevelopmentPath=${root}`, "--new-window", ...rootArguments(), folder], {
    shell: process.platform === "win32",
  });
}

/**
 * Downloads VS Code where it is not in the cache yet.
 *
 * @returns {Promise<string>} its executable
 * @throws where the download fails
 */
export async function downloadCode() {
  const { downloadAndUnzipVSCode, SilentReporter } = await import("@vscode/test-electron");
  return downloadAndUnzipVSCode({ cachePath: join(cacheRoot(), "vscode-electron"), reporter: new SilentReporter() });
}

/** Opens `folder` in a downloaded VS Code, apart from the settings and extensions of any other; ends when it is closed. */
export function openDownloaded(executable, folder) {
  const data = join(cacheRoot(), "vscode-desktop");
  return run(executable, [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${join(data, "user")}`,
    `--extensions-dir=${join(data, "extensions")}`,
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    folder,
  ]);
}

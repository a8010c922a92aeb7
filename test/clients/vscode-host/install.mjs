import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnce, npmIn } from "../../../scripts/lib/installOnce.mjs";

/**
 * Installs the VS Code server with the Node it wants and the browser driver, once for each state of the lockfile.
 * No install script runs: nothing is compiled, and what is left out (terminal, native log) is not needed here.
 *
 * @param {(line: string) => void} log what is being done, a line at a time
 * @returns {Promise<{ folder: string, node: string, server: string }>} the folder with `node_modules`, the Node that
 *   runs the server, and the server's entry
 * @throws where npm fails, with its output, or where no Node 24 is to be had for this platform
 */
export async function installHost(log) {
  const { folder, installed } = await installOnce({
    name: "vscode-host",
    from: fileURLToPath(new URL(".", import.meta.url)),
    log: (into) => log(`Installing the VS Code server into ${into} (some 30 seconds, once) …`),
    install: async (into) => {
      await npmIn(into, ["ci"]);
      const vscode = join(into, "node_modules", "code-server", "lib", "vscode");
      await npmIn(vscode, ["install", "--omit=dev"]);
      await npmIn(join(vscode, "extensions"), ["install", "--omit=dev"]);
    },
  });
  if (installed) removeOthers(folder);
  return {
    folder,
    node: hostNode(folder),
    server: join(folder, "node_modules/code-server/lib/vscode/out/server-main.js"),
  };
}

/** The server wants Node 24; npm took the package that carries it for this platform, if there is one. */
function hostNode(folder) {
  const packages = readdirSync(join(folder, "node_modules")).filter((name) => /^node-(linux|win)-/.test(name));
  for (const name of packages) {
    const binary = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(binary)) return binary;
  }
  if (process.versions.node.startsWith("24.")) return process.execPath;
  throw new Error(
    `The VS Code server needs Node 24, and no npm package carries one for ${process.platform}-${process.arch}. ` +
      "Run this with Node 24, or use `npm run test:electron`.",
  );
}

/** Half a gigabyte each: what an older lockfile installed goes. An install under way in another process stays. */
function removeOthers(folder) {
  const parent = join(folder, "..");
  for (const name of readdirSync(parent)) {
    const other = join(parent, name);
    if (other !== folder && !name.includes(".partial-")) rmSync(other, { recursive: true, force: true });
  }
}

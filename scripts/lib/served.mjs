import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installHost } from "../../test/clients/vscode-host/install.mjs";
import { startServer } from "../../test/clients/vscode-host/server.mjs";
import { cacheRoot, root } from "./paths.mjs";
import { start } from "./processes.mjs";
import { which } from "./which.mjs";

/** Where the address stays the same from run to run, so that the browser keeps its settings and the open editors. */
const PORT = 8917;

/**
 * Serves VS Code with the extension of this tree to any browser of this machine, until Ctrl+C.
 *
 * @param {string} folder what it opens
 * @param {(line: string) => void} log
 * @returns {Promise<number>} the server's exit code
 * @throws where the server can't be installed or started
 */
export async function serve(folder, log) {
  // One for each clone: two of them may be served at the same time, each with its own extension.
  const clone = createHash("sha256").update(root).digest("hex").slice(0, 8);
  const data = join(cacheRoot(), "vscode-served", clone);
  const host = await installHost(log);
  install(join(data, "extensions"));
  const server = await startServer({
    host,
    data,
    port: PORT,
    // Whoever starts this on a folder trusts it; VS Code would ask, and frame every Han character until the answer.
    args: ["--disable-workspace-trust"],
    settings: {
      "chat.disableAIFeatures": true,
      "workbench.secondarySideBar.defaultVisibility": "hidden",
      "workbench.startupEditor": "none",
      "extensions.ignoreRecommendations": true,
    },
  });
  const address = `${server.url}?${new URLSearchParams({ folder })}`;
  log(`\n  ${address}\n`);
  const opened = openPage(address);
  log(opened ? "The page opens in your browser." : "Open this address in a browser of this machine.");
  log("Ctrl+C ends it.");
  return server.exited;
}

/**
 * Makes the tree an installed extension of the server: its list of extensions may name any folder. Reloading the page
 * then runs what was built last.
 */
function install(folder) {
  const { name, publisher, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const entry = {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, path: pathToFileURL(root).pathname, scheme: "file" },
    metadata: { installedTimestamp: Date.now(), source: "vsix" },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "extensions.json"), JSON.stringify([entry]));
}

function openPage(address) {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  const opener = process.platform === "win32" ? "explorer.exe" : which("xdg-open", "open");
  if (opener === undefined) return false;
  start(opener, [address], { stdio: "ignore" }).on("error", () => {});
  return true;
}

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { removeFolder, start, stop, temporaryFolder } from "../../../scripts/lib/processes.mjs";

/**
 * Starts the VS Code server and waits until it listens.
 *
 * @param {object} options
 * @param {{ node: string, server: string }} options.host what `installHost` gave
 * @param {string} [options.data] the folder for settings, state and extensions; a fresh one, removed with the server,
 *   where none is given
 * @param {number} [options.port] the port to listen on where it is free; some free one otherwise
 * @param {Record<string, unknown>} [options.settings] the user's settings at the first start in a folder
 * @param {Record<string, string>} [options.env] added to the environment of the extension host
 * @param {string[]} [options.args] further arguments of the server
 * @returns {Promise<{ url: string, authority: string, exited: Promise<number>, output: () => string, stop: () => void }>}
 * @throws where it ends or stays silent for a minute, with all it printed
 */
export async function startServer({ host, data, port, settings = {}, env = {}, args = [] }) {
  const folder = data ?? temporaryFolder("baogao-host");
  const chosen = (port && (await freePort(port).catch(() => undefined))) || (await freePort(0));
  const user = join(folder, "user", "User");
  mkdirSync(user, { recursive: true });
  mkdirSync(join(folder, "extensions"), { recursive: true });
  // Only at the first start: after that the file is the person's own.
  const file = join(user, "settings.json");
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(settings, undefined, 2));
  const child = start(
    host.node,
    [
      host.server,
      "--host=127.0.0.1",
      `--port=${chosen}`,
      "--without-connection-token",
      "--accept-server-license-terms",
      "--telemetry-level=off",
      `--server-data-dir=${folder}`,
      `--user-data-dir=${join(folder, "user")}`,
      `--extensions-dir=${join(folder, "extensions")}`,
      ...args,
    ],
    { env: { ...withoutOurNode(process.env), ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  const exited = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  await new Promise((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`The VS Code server said nothing for a minute:\n${printed}`)),
      60_000,
    );
    const read = (text) => {
      printed += text;
      if (printed.includes(`Extension host agent listening on ${chosen}`)) {
        clearTimeout(deadline);
        resolve();
      }
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.once("error", reject);
    exited.then((code) => reject(new Error(`The VS Code server ended with ${code}:\n${printed}`)));
  }).catch((error) => {
    stop(child);
    throw error;
  });
  return {
    url: `http://localhost:${chosen}/`,
    authority: `localhost:${chosen}`,
    exited,
    output: () => printed,
    stop: () => {
      stop(child);
      if (data === undefined) removeFolder(folder);
    },
  };
}

/** npm and vitest put variables of their own there that would steer the Node of the extension host. */
function withoutOurNode(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name !== "NODE_OPTIONS" && !name.startsWith("npm_")),
  );
}

function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @type {Set<import("node:child_process").ChildProcess>} */
const owned = new Set();
let hooked = false;

/** @type {Set<string>} */
const temporary = new Set();

/** Ends what still runs of what `start` began and removes what is left of `temporaryFolder`: this process ends. */
function leave() {
  for (const child of owned) stop(child);
  for (const folder of temporary) removeFolder(folder);
}

function hook() {
  if (hooked) return;
  hooked = true;
  process.on("exit", leave);
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.on(signal, () => process.exit(code));
  }
}

/** Makes an empty folder that goes with this process, or before by `removeFolder`. */
export function temporaryFolder(name) {
  hook();
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  temporary.add(folder);
  return folder;
}

/** Removes a folder of `temporaryFolder`; what a process that is just ending still writes there may need a second try. */
export function removeFolder(folder) {
  temporary.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    console.error(`${folder} was left behind: ${error.message}`);
  }
}

/** Ends `child` and its children. On Windows, which has no process groups, the child alone. */
export function stop(child) {
  owned.delete(child);
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/**
 * Starts a program in a process group of its own, so that `stop` reaches its children too: a VS Code server
 * starts extension hosts, and those start language servers. Whatever is still running when this process ends,
 * by itself or by Ctrl+C, is ended with it.
 */
export function start(command, args, options = {}) {
  hook();
  const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
  owned.add(child);
  child.once("exit", () => owned.delete(child));
  return child;
}

/**
 * Runs a program to its end and gives its exit code (1 where a signal ended it, 127 where it is not there).
 * Its output goes to ours unless `options.stdio` says otherwise.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a program to its end and gives its exit code and all it printed, standard error after standard output. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      err += text;
    });
    child.once("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output: out + err }));
  });
}

/** How this machine starts npm: Windows has a .cmd, which wants a shell. */
export const npm =
  process.platform === "win32" ? { command: "npm.cmd", options: { shell: true } } : { command: "npm", options: {} };

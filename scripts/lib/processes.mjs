import { spawn } from "node:child_process";

/** @type {Set<import("node:child_process").ChildProcess>} */
const owned = new Set();
let hooked = false;

/** Ends every process that `start` began, with all their children; also called when this process ends. */
export function stopAll() {
  for (const child of owned) stop(child);
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
  if (!hooked) {
    hooked = true;
    process.on("exit", stopAll);
    for (const [signal, code] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
      ["SIGHUP", 129],
    ]) {
      process.on(signal, () => process.exit(code));
    }
  }
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

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * The resident memory of a running process in MiB: VmRSS of /proc on Linux, what `ps` says elsewhere, null on Windows,
 * which has neither.
 */
export function residentMemory(pid: number): number | null {
  if (process.platform === "win32") return null;
  if (process.platform === "linux") {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    if (line === null) throw new Error(`/proc/${pid}/status names no VmRSS`);
    return Number(line[1]) / 1024;
  }
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

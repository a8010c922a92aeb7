import { spawn } from "node:child_process";
import type { CliOutcome } from "./outcome.ts";

/** How the process is to be run. */
export interface SpawnOptions {
  readonly cwd: string;
  readonly input?: string | Buffer;
  /** Stops reading standard output after this many bytes, as `head` does. */
  readonly closeAfter?: number;
  /** Keeps standard input open and interrupts the process after this many milliseconds, as Ctrl+C does. */
  readonly interruptAfter?: number;
}

/** Runs the bundled command line `script` as a child process, with nothing of this one's colours. */
export function spawnCli(script: string, args: readonly string[], options: SpawnOptions): Promise<CliOutcome> {
  const { FORCE_COLOR, NO_COLOR, CI, ...env } = process.env;
  const child = spawn(process.execPath, [script, ...args], { cwd: options.cwd, env });
  if (options.interruptAfter === undefined) child.stdin.end(options.input ?? "");
  else setTimeout(() => child.kill("SIGINT"), options.interruptAfter);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let read = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    stdout.push(chunk);
    read += chunk.length;
    if (options.closeAfter !== undefined && read >= options.closeAfter) child.stdout.destroy();
  });
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
      resolve({ status, signal, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

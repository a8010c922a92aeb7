import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

/** How a program ended, and what it wrote to either stream. */
interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Parts of the project in a temporary folder, for scripts that write into the project. */
export interface ProjectCopy {
  readonly folder: string;
  /** Runs Node in the copy. */
  run(...args: string[]): Outcome;
  /** Runs a TypeScript program of the copy. */
  runScript(...args: string[]): Outcome;
  remove(): void;
}

/** Copies `paths` of the project, bundles left out, beside a link to its packages. */
export function copyProject(name: string, paths: readonly string[]): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), `baogao-${name}-`));
  const bundles = join(root, "server/dist");
  for (const path of paths) {
    cpSync(join(root, path), join(folder, path), { recursive: true, filter: (from) => !from.startsWith(bundles) });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  const run = (...args: string[]): Outcome => {
    // The variables by which this vitest knows itself are kept from the one inside.
    const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("VITEST")));
    const result = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env });
    return { status: result.status, output: `${result.stdout}${result.stderr}` };
  };
  return {
    folder,
    run,
    runScript: (...args) => run(tsx, ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

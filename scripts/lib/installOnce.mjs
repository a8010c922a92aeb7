import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheRoot, hashFiles } from "./paths.mjs";
import { capture, npm } from "./processes.mjs";

/**
 * Installs packages into a folder of the cache, once for each state of their manifest and lockfile.
 *
 * @param {{ name: string, from: string, log: (folder: string) => void, install: (folder: string) => Promise<void> }} what `name` of
 *   the folder in the cache; `from`, where package.json and package-lock.json lie; `log`, called when there is something
 *   to install; `install`, which does it in the folder that it is given
 * @returns {Promise<{ folder: string, installed: boolean }>} the finished folder, and whether it was made just now
 * @throws what `install` throws; nothing is left behind then
 */
export async function installOnce({ name, from, log, install }) {
  const files = ["package.json", "package-lock.json"];
  const hash = hashFiles(files.map((file) => join(from, file)));
  const folder = join(cacheRoot(), name, `${hash}-${process.platform}-${process.arch}`);
  if (existsSync(join(folder, "complete"))) return { folder, installed: false };
  log(folder);
  // Built beside its place and renamed: an install that was cut off is never taken for a finished one.
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    for (const file of files) copyFileSync(join(from, file), join(partial, file));
    await install(partial);
    writeFileSync(join(partial, "complete"), "");
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return { folder, installed: true };
}

/** Runs npm in `cwd` without install scripts and without noise. @throws where it fails, with its output */
export async function npmIn(cwd, args) {
  const quiet = [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await capture(npm.command, quiet, { ...npm.options, cwd });
  if (code !== 0) throw new Error(`npm ${quiet.join(" ")} failed with ${code}:\n${output}`);
}

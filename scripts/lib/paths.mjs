import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the project, an absolute path without a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Where downloads are kept between runs and between clones: `BAOGAO_CACHE`, else the folder that the XDG base
 * directory specification names for caches. Nothing in it is needed to build; all of it can be deleted.
 */
export function cacheRoot() {
  if (process.env.BAOGAO_CACHE) return process.env.BAOGAO_CACHE;
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "baogao");
}

/** The first 16 hexadecimal digits of the SHA-256 over the contents of `files`, in their order. */
export function hashFiles(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 16);
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The version of the product, read from the manifest above this file: the bundle and the sources lie at different
 * depths below it.
 *
 * @throws Error when there is no manifest above
 */
export function productVersion(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (!existsSync(path)) continue;
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { readonly name?: string; readonly version?: string };
    if (manifest.name === "baogao" && manifest.version !== undefined) return manifest.version;
  }
  throw new Error("The package.json of baogao was not found above the server.");
}

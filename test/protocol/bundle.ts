import { mkdirSync, mkdtempSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Bundle {
  readonly name: string;
  readonly entry: string;
  readonly out: string;
}

interface Bundler {
  readonly bundles: readonly Bundle[];
  bundle(wanted: readonly Bundle[]): Promise<unknown>;
}

/**
 * Bundles a server exactly as the build does, from the sources as they are now, and gives the path of the script,
 * which lies in a folder of its own that the caller removes.
 *
 * @param entry the entry, from the root of the repository; that of the product unless a test brings another
 */
export async function bundleServer(entry = "server/src/node/main.ts"): Promise<string> {
  const bundler = (await import(new URL("../../scripts/lib/bundles.mjs", import.meta.url).href)) as Bundler;
  const server = bundler.bundles.find(({ name }) => name === "server")!;
  // Below the root, so that the server finds the manifest; in a folder of its own, so that no other test overwrites it.
  const parent = join(root, ".cache", "protocol");
  mkdirSync(parent, { recursive: true });
  const script = join(mkdtempSync(join(parent, "server-")), "node.js");
  await bundler.bundle([{ ...server, entry, out: relative(root, script) }]);
  return script;
}

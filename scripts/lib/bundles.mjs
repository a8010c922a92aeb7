import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** What esbuild makes of what: the three bundles that ship, and the suite that runs inside VS Code. */
export const bundles = [
  { name: "extension", entry: "client/src/extension.ts", out: "client/dist/extension.js", external: ["vscode"] },
  { name: "server", entry: "server/src/node/main.ts", out: "server/dist/node.js", external: [] },
  { name: "command line", entry: "server/src/cli/main.ts", out: "server/dist/cli.js", external: [] },
];

/** Mocha finds its reporters and interfaces by files beside itself, so it stays outside the bundle. */
export const suite = {
  name: "suite",
  entry: "test/vscode/index.ts",
  out: ".cache/vscode-suite/index.js",
  external: ["vscode", "mocha"],
};

/**
 * Bundles `wanted` for Node 20, each with its source map, and leaves beside each output the list of the files it was
 * made from (`ensureBuild` reads it).
 *
 * @throws where an entry is missing, naming all of them, and where esbuild finds errors, which it prints itself
 */
export async function bundle(wanted, { minify = false } = {}) {
  const missing = wanted.filter(({ entry }) => !existsSync(join(root, entry))).map(({ entry }) => entry);
  if (missing.length > 0) throw new Error(`Nothing to bundle: ${missing.join(", ")} is not there.`);
  const { build } = await import("esbuild");
  return Promise.all(
    wanted.map(async (each) => {
      const result = await build({
        absWorkingDir: root,
        entryPoints: [each.entry],
        outfile: each.out,
        external: each.external,
        bundle: true,
        format: "cjs",
        platform: "node",
        target: "node20",
        // ES modules first: some packages' CommonJS wrappers load their parts in a way that no bundler can follow.
        mainFields: ["module", "main"],
        // The pages of the rules, which `explain` prints.
        loader: { ".md": "text" },
        // Some ES modules ask where they are (fdir, below tinyglobby); in a CommonJS bundle that is the bundle.
        define: { "import.meta.url": "bundleUrl" },
        banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
        sourcemap: "linked",
        // A third less to read and compile at each start; names stay, so that a stack trace in a log tells something.
        minifyWhitespace: true,
        minifySyntax: true,
        minifyIdentifiers: minify,
        metafile: true,
        logLevel: "warning",
      });
      return { ...each, inputs: Object.keys(result.metafile.inputs) };
    }),
  );
}

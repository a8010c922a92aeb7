// npm run build [-- --minify]: bundles the extension, the server, the command line and the suite for VS Code.
import { bundle, bundles, suite } from "./lib/bundles.mjs";
import { noteBuild } from "./lib/ensureBuild.mjs";

const minify = process.argv.includes("--minify");
try {
  const built = await bundle(minify ? bundles : [...bundles, suite], { minify });
  noteBuild({ minify });
  for (const { name, out, inputs } of built) console.log(`${name}: ${out} (${inputs.length} files)`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

// npm run package: builds for shipping and packs the extension into a .vsix for 从 VSIX 安装 / Install from VSIX.
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { bundle, bundles } from "./lib/bundles.mjs";
import { noteBuild } from "./lib/ensureBuild.mjs";
import { ensureNodeModules } from "./lib/ensurePackages.mjs";
import { root } from "./lib/paths.mjs";

try {
  await ensureNodeModules(console.log);
  // Without the source maps of an earlier build, which would speak of other files.
  for (const { out } of bundles) rmSync(join(root, `${out}.map`), { force: true });
  await bundle(bundles, { minify: true });
  noteBuild({ minify: true });
  const { createVSIX } = await import("@vscode/vsce");
  const { name, version } = JSON.parse((await import("node:fs")).readFileSync(join(root, "package.json"), "utf8"));
  const packagePath = join(root, `${name}-${version}.vsix`);
  // Everything is in the bundles, so no package of node_modules ships.
  await createVSIX({ cwd: root, packagePath, dependencies: false, skipLicense: false, allowMissingRepository: true });
  console.log(`${packagePath} (${(statSync(packagePath).size / 1024).toFixed(0)} KB)`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

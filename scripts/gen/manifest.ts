import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outputs } from "./outputs.ts";

/** The file names under which a configuration of ours may stand. */
const CONFIG_FILES = ["baogao.yaml", "baogao.yml"];

/**
 * Sets the parts of the extension manifest that follow from other files; everything else in it stays as it is.
 * `yamlValidation` is read by the YAML extension. VS Code has nothing of the kind for front matter: there the language
 * server checks and says so itself.
 */
export function generateManifest(root: string): Outputs {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  manifest.contributes = {
    ...manifest.contributes,
    snippets: [{ language: "markdown", path: "./snippets/report.json" }],
    yamlValidation: [{ fileMatch: CONFIG_FILES, url: "./server/data/schema/config.schema.json" }],
  };
  return new Map([["package.json", `${JSON.stringify(manifest, null, 2)}\n`]]);
}

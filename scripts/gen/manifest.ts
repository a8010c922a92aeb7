import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bilingual, Catalog } from "../../server/src/catalog/types.ts";
import type { Outputs } from "./outputs.ts";

/** The file names under which a configuration of ours may stand. */
const CONFIG_FILES = ["baogao.yaml", "baogao.yml"];

/** Texts of the manifest about a kind stand under this and its id. */
const KIND_TEXT = "config.kind.";

/** Texts under the same beginning that are about no kind. */
const OTHER_TEXTS = new Set(["description", "fromTitle"]);

/**
 * Sets the parts of the extension manifest that follow from other files; everything else in it stays as it is.
 * `yamlValidation` is read by the YAML extension. VS Code has nothing of the kind for front matter: there the language
 * server checks and says so itself.
 */
export function generateManifest(root: string, catalog: Catalog): Outputs {
  const ids = catalog.kinds.map((kind) => kind.id);
  const manifest = readJson(root, "package.json");
  manifest.contributes = {
    ...manifest.contributes,
    snippets: [{ language: "markdown", path: "./snippets/report.json" }],
    yamlValidation: [{ fileMatch: CONFIG_FILES, url: "./server/data/schema/config.schema.json" }],
  };
  const setting = manifest.contributes.configuration?.properties?.["baogao.kind"];
  if (setting) {
    setting.enum = ["", ...ids];
    setting.markdownEnumDescriptions = ["fromTitle", ...ids].map((id) => `%${KIND_TEXT}${id}%`);
  }
  return new Map([
    ["package.json", asText(manifest)],
    ["package.nls.json", asText(withKindTexts(readJson(root, "package.nls.json"), catalog, "en"))],
    ["package.nls.zh-cn.json", asText(withKindTexts(readJson(root, "package.nls.zh-cn.json"), catalog, "zh"))],
  ]);
}

/** The texts with one for each kind and none for a kind that is gone. A text that somebody has written stays. */
function withKindTexts(
  texts: Readonly<Record<string, string>>,
  catalog: Catalog,
  language: keyof Bilingual,
): Readonly<Record<string, string>> {
  const kinds = catalog.kinds.map(({ id, name }) => [KIND_TEXT + id, texts[KIND_TEXT + id] ?? name[language]] as const);
  const kept = Object.entries(texts).filter(
    ([key]) => !key.startsWith(KIND_TEXT) || OTHER_TEXTS.has(key.slice(KIND_TEXT.length)),
  );
  const last = kept.findLastIndex(([key]) => key.startsWith(KIND_TEXT));
  return Object.fromEntries([...kept.slice(0, last + 1), ...kinds, ...kept.slice(last + 1)]);
}

// biome-ignore lint/suspicious/noExplicitAny: the manifest is VS Code's to describe; only the parts named above are touched.
function readJson(root: string, path: string): any {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { catalogOf, generateCatalog } from "./gen/catalog.ts";
import { generateManifest } from "./gen/manifest.ts";
import type { Outputs } from "./gen/outputs.ts";
import { generateRegistry, loadRules, ruleIds } from "./gen/registry.ts";
import { generateRuleIndex } from "./gen/ruleIndex.ts";
import { configSchema, frontMatterSchema, generateSettingsSchemas, type Schema } from "./gen/settingsSchemas.ts";
import { generateSnippets } from "./gen/snippets.ts";
import { generateValidators } from "./gen/validators.ts";
import { DataError, readData } from "./gen/yamlData.ts";

// Usage: tsx scripts/gen.ts [--check]
// Makes every generated file; with --check writes nothing, lists the stale ones and exits 1. Broken data exits 2.

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const stale: string[] = [];

/** Writes the files whose text has changed, or notes them when only checking. */
function settle(outputs: Outputs): void {
  for (const [path, text] of outputs) {
    const target = join(root, path);
    if (existsSync(target) && readFileSync(target, "utf8") === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

async function generate(): Promise<void> {
  const catalog = catalogOf(readData(root));
  settle(generateCatalog(catalog));
  settle(generateSnippets(catalog));
  settle(generateManifest(root, catalog));
  const ids = ruleIds(root);
  settle(generateRegistry(ids));
  const frontMatter = frontMatterSchema(catalog);
  // Rules may import the validators, so on a fresh tree there must be some before the rules can be asked for their options.
  const validators = join(root, "server/src/catalog/generated/validators.js");
  if (!existsSync(validators)) settle(await generateValidators(configSchema(catalog, []), frontMatter));
  const rules = await loadRules(root, ids);
  settle(generateRuleIndex(rules));
  const config: Schema = configSchema(catalog, rules);
  settle(generateSettingsSchemas(config, frontMatter));
  settle(await generateValidators(config, frontMatter));
}

function finish(): void {
  for (const path of new Set(stale)) console.log(check ? `stale: ${path}` : `written: ${path}`);
  if (!check || stale.length === 0) return;
  console.error("Run `npm run gen` and commit what it writes.");
  process.exitCode = 1;
}

function fail(error: unknown): void {
  const problems = error instanceof DataError ? error.problems : [error];
  for (const problem of problems) console.error(problem);
  process.exitCode = 2;
}

generate().then(finish, fail);

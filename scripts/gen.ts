import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { catalogOf, generateCatalog } from "./gen/catalog.ts";
import type { Outputs } from "./gen/outputs.ts";
import { DataError, readData } from "./gen/yamlData.ts";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const stale: string[] = [];

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

try {
  const catalog = catalogOf(readData(root));
  settle(generateCatalog(catalog));
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  for (const problem of error.problems) console.error(problem);
  process.exit(2);
}
for (const path of stale) console.log(check ? `stale: ${path}` : `written: ${path}`);
if (check && stale.length > 0) {
  console.error("Run `npm run gen` and commit what it writes.");
  process.exit(1);
}

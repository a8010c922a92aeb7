import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "../../server/src/rules/engine/rule.ts";
import { formatted } from "./format.ts";
import { GENERATED, type Outputs } from "./outputs.ts";

const FOLDER = "server/src/rules";

/** The ids of the rules there are, told by their files: `numbering/gap` is `server/src/rules/numbering/gap.ts`. Sorted. */
export function ruleIds(root: string): readonly string[] {
  const groups = readdirSync(join(root, FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "engine")
    .map((entry) => entry.name);
  const ids = groups.flatMap((group) =>
    readdirSync(join(root, FOLDER, group))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${group}/${name.slice(0, -".ts".length)}`),
  );
  return ids.toSorted();
}

/**
 * Loads the rules.
 * @throws Error for a file of a rule that exports none, or one whose id is not its file's name
 */
export async function loadRules(root: string, ids: readonly string[]): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  for (const id of ids) {
    const rule = defaultOf(await import(pathToFileURL(join(root, FOLDER, `${id}.ts`)).href));
    if (!rule) throw new Error(`${FOLDER}/${id}.ts has no default export; rules come from defineRule`);
    if (rule.id !== id) throw new Error(`${FOLDER}/${id}.ts calls its rule ${rule.id}`);
    rules.push(rule);
  }
  return rules;
}

/** The default export of a module; tsx wraps it once more, since the package is CommonJS by its manifest. */
function defaultOf(module: { default?: Rule | { default?: Rule } }): Rule | undefined {
  const exported = module.default;
  return exported && "default" in exported ? exported.default : (exported as Rule | undefined);
}

/** Makes the module that lists all rules. */
export function generateRegistry(ids: readonly string[]): Outputs {
  const path = `${FOLDER}/registry.generated.ts`;
  const names = ids.map((id) => [id, variable(id)] as const);
  const imports = [
    ...names.map(([id, name]) => ({ from: `./${id}.ts`, text: `import ${name} from "./${id}.ts";` })),
    { from: "./engine/rule.ts", text: 'import type { Rule } from "./engine/rule.ts";' },
  ].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const text = [
    GENERATED,
    ...imports.map((line) => line.text),
    "",
    "/** Every rule there is, by id. The order means nothing. */",
    `export const rules: readonly Rule[] = [${names.map(([, name]) => name).join(", ")}];`,
    "",
  ].join("\n");
  return new Map([[path, formatted(path, text)]]);
}

function variable(id: string): string {
  return id.replaceAll(/[-/]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

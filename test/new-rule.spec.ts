import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject, type ProjectCopy } from "./support/projectCopy.ts";

const root = join(import.meta.dirname, "..");
const bin = (path: string) => join(root, "node_modules", path);

/** What the scaffolding, the generator, the compiler and the tests of the rules need of the project. */
const NEEDED = [
  ".gitignore",
  "biome.json",
  "docs/rules.md",
  "package.json",
  "package.nls.json",
  "package.nls.zh-cn.json",
  "scripts",
  "server",
  "snippets",
  "test/rules.spec.ts",
  "test/support",
  "tsconfig.base.json",
  "vitest.config.mts",
];
const ID = "wording/stand-in";
const FILES = [`server/src/rules/${ID}.ts`, `server/src/rules/${ID}.md`] as const;

let copy: ProjectCopy;

const newRule = (...args: string[]) => copy.runScript("scripts/new-rule.ts", ...args);
const rulesSpec = () => copy.run(bin("vitest/vitest.mjs"), "run", "test/rules.spec.ts", "-t", `${ID}|the pages`);

describe("npm run new-rule", { timeout: 180_000 }, () => {
  beforeAll(() => {
    copy = copyProject("new-rule", NEEDED);
  });

  afterAll(() => copy.remove());

  it("refuses what names no rule, and writes nothing", () => {
    for (const id of ["", "gap", "Wording/de", "wording/的", "engine/engine", "../wording/de"]) {
      expect(newRule(id).status, id).toBe(2);
    }
    expect(newRule("numbering/gap").output).toContain("There is such a rule already");
    expect(existsSync(join(copy.folder, "server/src/rules/wording"))).toBe(false);
  });

  it("writes a rule and a page that pass every check at once", () => {
    const made = newRule(ID);
    expect(made.status, made.output).toBe(0);
    for (const path of FILES) expect(existsSync(join(copy.folder, path)), path).toBe(true);
    expect(readFileSync(join(copy.folder, "server/src/rules/registry.generated.ts"), "utf8")).toContain(`./${ID}.ts`);
    expect(readFileSync(join(copy.folder, "docs/rules.md"), "utf8")).toContain(`[${ID}]`);
    const fresh = copy.runScript("scripts/gen.ts", "--check");
    expect(fresh.status, fresh.output).toBe(0);
    const formatted = copy.run(bin("@biomejs/biome/bin/biome"), "check", "server/src/rules");
    expect(formatted.status, formatted.output).toBe(0);
    const compiled = copy.run(bin("typescript/bin/tsc"), "-p", "server/tsconfig.core.json");
    expect(compiled.status, compiled.output).toBe(0);
    const tests = rulesSpec();
    expect(tests.status, tests.output).toBe(0);
    expect(tests.output).toMatch(/1[0-9] passed/);
  });

  it("is told when the page and the rule fall apart", () => {
    const [rule] = FILES.map((path) => join(copy.folder, path));
    const text = readFileSync(rule!, "utf8");
    writeFileSync(rule!, text.replace(/\/待改示例\/g/, "/待改/g"));
    const spoilt = rulesSpec();
    expect(spoilt.status).toBe(1);
    expect(spoilt.output).toContain("is found at exactly the marked places");
    writeFileSync(rule!, text);
  });
});

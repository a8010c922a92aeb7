import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyProject, type ProjectCopy } from "./support/projectCopy.ts";

const root = join(import.meta.dirname, "..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");

/** What the scaffolding, the generator and the data tests need of the project. */
const NEEDED = [
  ".gitignore",
  "biome.json",
  "docs/rules.md",
  "package.json",
  "package.nls.json",
  "package.nls.zh-cn.json",
  "scripts",
  "server/data",
  "server/src",
  "snippets",
  "test/data.spec.ts",
  "vitest.config.mts",
];

let copy: ProjectCopy;

const newKind = (...args: string[]) => copy.runScript("scripts/new-kind.ts", ...args);

describe("npm run new-kind", { timeout: 120_000 }, () => {
  beforeAll(() => {
    copy = copyProject("new-kind", NEEDED);
  });

  afterAll(() => copy.remove());

  it("refuses what makes no kind, and writes nothing", () => {
    expect(newKind("Safety", "安全生产专报").status).toBe(2);
    expect(newKind("safety-brief", "Safety").status).toBe(2);
    expect(newKind("research", "安全生产专报").output).toContain("There is such a kind already");
    expect(newKind("safety-brief", "工作总结").output).toContain("work-summary");
    expect(existsSync(join(copy.folder, "server/data/kinds/safety-brief.yaml"))).toBe(false);
  });

  it("writes a kind that passes the schema and the data tests at once", () => {
    const made = newKind("safety-brief", "安全生产专报", "Safety brief");
    expect(made.status, made.output).toBe(0);
    expect(readFileSync(join(copy.folder, "snippets/report.json"), "utf8")).toContain("安全生产专报 · 整篇");
    const manifest = JSON.parse(readFileSync(join(copy.folder, "package.json"), "utf8"));
    expect(manifest.contributes.configuration.properties["baogao.kind"].enum).toContain("safety-brief");
    expect(JSON.parse(readFileSync(join(copy.folder, "package.nls.json"), "utf8"))["config.kind.safety-brief"]).toBe(
      "Safety brief",
    );
    const fresh = copy.runScript("scripts/gen.ts", "--check");
    expect(fresh.status, fresh.output).toBe(0);
    const tests = copy.run(vitest, "run", "test/data.spec.ts", "-t", "safety-brief|catalogue");
    expect(tests.status, tests.output).toBe(0);
    expect(tests.output).toMatch(/\d+ passed/);
  });

  it("is told by file, line and wanted value when a kind is spoilt", () => {
    const path = join(copy.folder, "server/data/kinds/research.yaml");
    const text = readFileSync(path, "utf8");
    const line = text.split("\n").findIndex((each) => each.startsWith("planYear:")) + 1;
    writeFileSync(path, text.replace("planYear: next", "planYear: soon"));
    const broken = copy.runScript("scripts/gen.ts", "--check");
    expect(broken.status).toBe(2);
    expect(broken.output).toContain(`server/data/kinds/research.yaml:${line}:`);
    expect(broken.output).toContain("same, next");
    writeFileSync(path, text);
  });

  it("leaves generated files that are stale to be named", () => {
    const path = join(copy.folder, "snippets/report.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, "{}\n");
    const stale = copy.runScript("scripts/gen.ts", "--check");
    expect(stale.status).toBe(1);
    expect(stale.output).toContain("stale: snippets/report.json");
    expect(readFileSync(path, "utf8")).toBe("{}\n");
    writeFileSync(path, text);
  });
});

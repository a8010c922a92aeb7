import { describe, expect, it } from "vitest";
import { builtinCatalog } from "../../server/src/catalog/index.ts";
import { sourceOf, testService } from "../support/report.ts";

const fields = { year: 2024, org: "区水务局", author: "张三" };

describe.each(builtinCatalog.kinds.map(({ id }) => id))("a new report of the kind %s", (kind) => {
  const { plain, snippet } = testService().newReport(kind, fields);

  it("has nothing wrong but its blanks", async () => {
    const { findings, isReport, kinds } = await testService().check(sourceOf(plain, { forceReport: false }));
    expect(isReport).toBe(true);
    expect(kinds).toContain(kind);
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(["placeholder/unfilled"]);
  });

  it("has the year in its title and a tab stop for each blank", () => {
    expect(plain.split("\n")[0]).toMatch(/^# .*(?:2024|区水务局|【请填：)/);
    expect(plain).not.toMatch(/\{\{|undefined/);
    const blanks = plain.match(/【请填：[^】]*】/g) ?? [];
    expect(snippet.match(/\$\{\d+:/g)).toHaveLength(blanks.length);
  });
});

describe("a new report", () => {
  it("asks for what was not given, and refuses a kind that is none", () => {
    const { plain } = testService().newReport("work-summary", {});
    expect(plain).toContain("【请填：年份】");
    expect(() => testService().newReport("nonsense", {})).toThrow(RangeError);
  });

  it("takes a name with letters that a snippet would read as its own", () => {
    const { snippet } = testService().newReport("work-summary", { year: 2024, org: "甲$1}乙" });
    expect(snippet).toContain("甲\\$1\\}乙");
  });
});

describe("the status of a report", () => {
  it("counts characters, blanks and what is missing", async () => {
    const text = "---\nkind: 工作总结\n---\n# 2024年工作总结\n\n一、主要工作和成效\n\n走访*户 `ab`𠮷。\n";
    expect(await testService().status(sourceOf(text))).toEqual({
      isReport: true,
      kindName: "年度工作总结",
      characters: "#2024年工作总结一、主要工作和成效走访*户𠮷。".length - 1,
      placeholders: 1,
      missingSections: ["存在的问题", "下一步工作打算"],
      hiddenFindings: 0,
    });
    expect((await testService().status(sourceOf(text, { locale: "en" }))).missingSections).toEqual([
      "Problems",
      "Next steps",
    ]);
  });

  it("says of what is no report that it is none", async () => {
    const status = await testService().status(sourceOf("# React 知识点总结\n\n*次", { forceReport: false }));
    expect(status).toMatchObject({ isReport: false, kindName: "", placeholders: 0, missingSections: [] });
  });

  it("says how many findings are not shown, the worst being", async () => {
    const text = `# 2024年工作总结\n\n（一）甲。\n\n${"走访*户。\n".repeat(1200)}(二）乙。\n`;
    const { hiddenFindings } = await testService().status(sourceOf(text));
    const { total, findings } = await testService().check(sourceOf(text), { limit: 1000 });
    expect(findings).toHaveLength(1000);
    expect(hiddenFindings).toBe(total - 1000);
    expect(findings[0]).toMatchObject({ rule: "numbering/bracket", severity: "error" });
  });
});

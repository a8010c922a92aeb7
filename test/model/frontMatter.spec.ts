import { describe, expect, it } from "vitest";
import { frontMatter } from "../../server/src/model/facts/frontMatter.ts";
import { outline } from "../../server/src/model/facts/outline.ts";
import { report } from "../../server/src/model/facts/report.ts";
import { title } from "../../server/src/model/facts/title.ts";
import { documentOf } from "../support/report.ts";

/** What is wrong: the message, its zero-based line and what it covers. */
function problemsOf(text: string): readonly (readonly [string, number, string])[] {
  const doc = documentOf(text);
  return doc
    .derive(frontMatter)
    .problems.map(({ message, span }) => [message, doc.lines.lineAt(span.start), doc.slice(span)]);
}

describe("front matter", () => {
  it("says kind, year, organisation, author and profile, and leaves other keys alone", () => {
    const text =
      "---\nkind: 述职报告\nyear: 2024\norg: 区水务局\nauthor: 张三\nprofile: final\ntags: [甲]\n---\n# 报告\n";
    const doc = documentOf(text);
    const matter = doc.derive(frontMatter);
    expect(matter).toMatchObject({
      kind: "述职报告",
      year: 2024,
      org: "区水务局",
      author: "张三",
      profile: "final",
      problems: [],
      unclosed: false,
    });
    expect(doc.slice(matter.span!)).toBe(text.slice(0, text.indexOf("\n# 报告")));
    expect(doc.slice(matter.keySpan("year")!)).toBe("year");
    expect(matter.keySpan("absent")).toBeNull();
  });

  it("gives variables: the entries of vars and plain values beside it", () => {
    const matter = documentOf("---\nyear: 2024\nvars: {次数: 12, 名称: 甲, 完成: false}\n---\n").derive(frontMatter);
    expect([...matter.variables]).toEqual([
      ["year", "2024"],
      ["次数", "12"],
      ["名称", "甲"],
      ["完成", "false"],
    ]);
  });

  it.each(["\n", "\r\n", "\r"])("is read with lines that end with %j", (eol) => {
    const doc = documentOf(["---", "year: 2024", "org: 区水务局", "---", "一、工作"].join(eol));
    expect(doc.derive(frontMatter)).toMatchObject({ year: 2024, org: "区水务局", problems: [] });
    expect(doc.derive(outline).all.map(({ line }) => line)).toEqual([4]);
  });

  it("may follow a byte order mark, end with dots and be empty", () => {
    expect(documentOf("\uFEFF---\nyear: 2024\n---\n").derive(frontMatter).year).toBe(2024);
    expect(documentOf("---\nyear: 2024\n...\n").derive(frontMatter).year).toBe(2024);
    expect(documentOf("---\n---\n").derive(frontMatter)).toMatchObject({ problems: [], unclosed: false });
  });

  it("that never closes is said so, and what stands in it is text", () => {
    const doc = documentOf("---\nyear: 2024\n一、工作\n");
    expect(doc.derive(frontMatter)).toMatchObject({ unclosed: true, span: null, year: null });
    expect(doc.derive(outline).all).toHaveLength(1);
  });

  it("is none where a rule opens the document", () => {
    for (const text of ["---\n一、工作\n", "----\nyear: 2024\n----\n", "\n---\nyear: 2024\n---\n", "---"]) {
      expect(documentOf(text).derive(frontMatter), text).toMatchObject({ unclosed: false, span: null });
    }
  });

  it("hides the title and the sections that its values look like", () => {
    const doc = documentOf("---\ntitle: |\n  2020年工作总结\n  一、旧的\n---\n2024年工作总结\n一、新的\n");
    expect(doc.derive(title)?.year).toBe(2024);
    expect(doc.derive(outline).all.map(({ heading }) => heading.title)).toEqual(["新的"]);
  });

  it("makes a report of any text, of its kind and year", () => {
    const text = "---\nkind: research\nyear: 2022\n---\n# 周末安排\n";
    const found = documentOf(text, { forced: false }).derive(report);
    expect(found).toMatchObject({ isReport: true, year: 2022 });
    expect(found.kinds.map(({ id }) => id)).toEqual(["research"]);
  });
});

describe("broken front matter", () => {
  it("is reported at its line, and what can be read still counts", () => {
    const text = "---\nyear: 2024\nauthor: 张三\norg: 甲: 乙\n---\n";
    expect(problemsOf(text)[0]?.slice(0, 2)).toEqual(["syntax", 3]);
    expect(documentOf(text).derive(frontMatter)).toMatchObject({ year: 2024, author: "张三" });
  });

  it("is reported on its last line where something is missing at the end", () => {
    const [first] = problemsOf("---\nyear: 2024\ntags: [甲\n---\n");
    expect(first).toEqual(["syntax", 2, "甲"]);
  });

  it("says each wrong value once, at its key", () => {
    expect(problemsOf("---\nkind: [甲]\nyear: abc\nprofile: fine\n---\n")).toEqual([
      ["wrongType", 1, "kind"],
      ["wrongType", 2, "year"],
      ["wrongValue", 3, "profile"],
    ]);
    expect(problemsOf("---\nyear: 1900\n---\n")).toEqual([["outOfRange", 1, "year"]]);
  });

  it("says that a key occurs twice and that a list is no mapping", () => {
    expect(problemsOf("---\na: 1\na: 2\n---\n")).toEqual([["syntax", 2, "a"]]);
    expect(problemsOf("---\n- 甲\n---\n")).toEqual([["wrongShape", 1, "- 甲"]]);
  });

  it("survives aliases that multiply without end", () => {
    const rows = Array.from({ length: 12 }, (_, row) => `k${row}: &k${row} [${`*k${row - 1}, `.repeat(9)}1]`);
    const text = `---\nk: &k-1 [1]\n${rows.join("\n")}\n---\n# 2024年工作总结\n`;
    const doc = documentOf(text);
    expect(doc.derive(frontMatter).problems.length).toBeGreaterThan(0);
    expect(doc.derive(title)?.year).toBe(2024);
  });
});

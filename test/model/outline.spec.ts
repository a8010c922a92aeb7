import { describe, expect, it } from "vitest";
import { outline, type Section, sectionAt, topSections } from "../../server/src/model/facts/outline.ts";
import { documentOf } from "../support/report.ts";

/** One line a section: its level, its name and its first and last line, indented by its depth in the tree. */
function tree(...lines: readonly string[]): readonly string[] {
  const show = (section: Section, depth: number): readonly string[] => [
    `${"  ".repeat(depth)}${section.level} ${section.heading.name} ${section.line}–${section.lastLine}`,
    ...section.children.flatMap((child) => show(child, depth + 1)),
  ];
  return documentOf(lines.join("\n"))
    .derive(outline)
    .roots.flatMap((root) => show(root, 0));
}

describe("the outline", () => {
  it("nests the four levels of the standard and what stands above and below them", () => {
    expect(
      tree(
        "第一部分 回顾",
        "一、工作",
        "（一）学习",
        "1.读书",
        "（1）原文",
        "①甲",
        "正文",
        "二、问题",
        "第二部分 打算",
      ),
    ).toEqual([
      "0 第一部分 回顾 0–7",
      "  1 一、工作 1–6",
      "    2 （一）学习 2–6",
      "      3 1.读书 3–6",
      "        4 （1）原文 4–6",
      "          5 ①甲 5–6",
      "  1 二、问题 7–7",
      "0 第二部分 打算 8–8",
    ]);
  });

  it("lets a level be skipped", () => {
    expect(tree("一、工作", "1.读书", "2.写作", "二、打算")).toEqual([
      "1 一、工作 0–2",
      "  3 1.读书 1–1",
      "  3 2.写作 2–2",
      "1 二、打算 3–3",
    ]);
  });

  it("puts 节 below 章", () => {
    expect(tree("第一章 总则", "第一节 范围", "一、工作", "第二章 分则")).toEqual([
      "0 第一章 总则 0–2",
      "  0.5 第一节 范围 1–2",
      "    1 一、工作 2–2",
      "0 第二章 分则 3–3",
    ]);
  });

  it("takes the title for no section, whether it has a # or a mark below it", () => {
    expect(tree("# 2024年工作总结", "", "一、工作")).toEqual(["1 一、工作 2–2"]);
    expect(tree("2024年工作总结", "一、工作")).toEqual(["1 一、工作 1–1"]);
  });

  it("learns from headings with depth and mark which depth is which level", () => {
    expect(tree("# 2024年工作总结", "## 一、工作", "### （一）学习", "### 亮点", "## 附言")).toEqual([
      "1 一、工作 1–3",
      "  2 （一）学习 2–2",
      "  2 亮点 3–3",
      "1 附言 4–4",
    ]);
    expect(tree("# 一、工作", "## （一）学习", "## 亮点", "# 二、问题")).toEqual([
      "1 一、工作 0–2",
      "  2 （一）学习 1–1",
      "  2 亮点 2–2",
      "1 二、问题 3–3",
    ]);
  });

  it("takes the shallowest # for level 1 where none has a mark, and lets the mark decide against the depth", () => {
    expect(tree("# 2024年工作总结", "### 工作", "#### 学习", "### 问题")).toEqual([
      "1 工作 1–2",
      "  2 学习 2–2",
      "1 问题 3–3",
    ]);
    expect(tree("# 2024年工作总结", "## 一、工作", "## （一）学习", "## 二、问题")).toEqual([
      "1 一、工作 1–2",
      "  2 （一）学习 2–2",
      "1 二、问题 3–3",
    ]);
  });

  it("mixes # headings with numbered lines", () => {
    expect(tree("# 2024年工作总结", "## 工作", "（一）学习", "1.读书", "## 问题")).toEqual([
      "1 工作 1–3",
      "  2 （一）学习 2–3",
      "    3 1.读书 3–3",
      "1 问题 4–4",
    ]);
  });

  it("does not look into code, comments and front matter", () => {
    expect(tree("---", "a: 1", "---", "```", "一、代码", "```", "<!--", "一、旧稿", "-->", "一、工作")).toEqual([
      "1 一、工作 9–9",
    ]);
  });

  it("settles by the neighbours whether 二、三年… is a heading or names two of something", () => {
    expect(tree("一、工作", "二、三年行动收官", "三、打算").map((line) => line.slice(0, 4))).toEqual([
      "1 一、",
      "1 二、",
      "1 三、",
    ]);
    expect(tree("一、工作", "二、三季度进展较快。", "二、打算")).toEqual(["1 一、工作 0–1", "1 二、打算 2–2"]);
    expect(tree("一、二季度任务完成。", "一、工作", "二、打算")).toEqual(["1 一、工作 1–1", "1 二、打算 2–2"]);
    expect(tree("1、任务", "2、3月份完成", "2、检查")).toEqual(["3 1、任务 0–1", "3 2、检查 2–2"]);
  });

  it("gives ranges that end where the next section of this level begins", () => {
    const doc = documentOf("一、工作\n正文\n\n（一）学习\n正文\n二、打算\n正文");
    const ranges = doc.derive(outline).all.map(({ range }) => doc.slice(range));
    expect(ranges).toEqual(["一、工作\n正文\n\n（一）学习\n正文", "（一）学习\n正文", "二、打算\n正文"]);
  });

  it("knows where mark and heading stand in the document", () => {
    const doc = documentOf("2024年工作总结\n\n　　**（一）学习。**正文");
    const [section] = doc.derive(outline).all;
    expect(doc.slice(section!.markSpan)).toBe("（一）");
    expect(doc.slice(section!.headingSpan)).toBe("（一）学习");
  });
});

describe("attachments", () => {
  it.each(["附件", "附件1", "附件一", "附 件", "**附件2**", "附件：", "　　附件3"])("%s begins anew", (line) => {
    const { all } = documentOf(`一、工作\n正文\n${line}\n一、清单`).derive(outline);
    expect(all.map(({ region, lastLine }) => [region, lastLine])).toEqual([
      [0, 1],
      [1, 3],
    ]);
  });

  it("above the title belong to the report itself", () => {
    const { all } = documentOf("附件1\n\n2024年工作总结\n一、工作").derive(outline);
    expect(all.map(({ region }) => region)).toEqual([0]);
  });

  it("in a list below the text are no headings", () => {
    const names = (...lines: string[]) =>
      documentOf(lines.join("\n"))
        .derive(outline)
        .all.map(({ heading }) => heading.name);
    expect(names("一、工作", "附件：1.任务清单", "2.统计表", "　　3.名单", "", "区水务局")).toEqual(["一、工作"]);
    expect(names("一、工作", "附件：任务清单", "二、打算", "1.读书")).toEqual(["一、工作", "二、打算", "1.读书"]);
  });
});

describe("looking up", () => {
  const doc = documentOf("前言\n一、工作\n（一）学习\n正文\n二、打算\n附件\n说明");

  it("finds the innermost section of a line", () => {
    const nameAt = (line: number) => sectionAt(doc, line)?.heading.name ?? null;
    expect([0, 1, 2, 3, 4, 5, 6].map(nameAt)).toEqual([
      null,
      "一、工作",
      "（一）学习",
      "（一）学习",
      "二、打算",
      null,
      null,
    ]);
  });

  it("finds the sections that divide the report", () => {
    expect(topSections(doc).map(({ heading }) => heading.name)).toEqual(["一、工作", "二、打算"]);
    expect(topSections(documentOf("（一）学习\n（二）打算\n1.读书"))).toHaveLength(2);
    expect(topSections(documentOf("正文"))).toEqual([]);
  });
});

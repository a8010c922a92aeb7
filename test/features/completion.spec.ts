import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { marked } from "../support/marked.ts";
import { sourceOf, testService } from "../support/report.ts";

const head = "# 区水务局2024年工作总结\n\n一、主要工作和成效\n\n全年检修管网三处。\n\n";
const issue = "存在的问题";

function items(source: string, forceReport = true) {
  const { text, cursor } = marked(source);
  return { text, found: testService().completions(sourceOf(text, { forceReport }), cursor) };
}

/** The document after the completion for the section `heading` is applied. */
function applied(source: string, heading: string): string {
  const { text, found } = items(source);
  const item = found.find(({ label }) => label.endsWith(heading));
  if (!item) throw new Error(`no completion ends in ${heading}: ${found.map(({ label }) => label).join("、")}`);
  return applyEdits(text, [{ span: item.replace, newText: item.plain }, ...item.additionalEdits]);
}

const headings = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /^(?:#+ )?[一二三四五六]、/.test(line));

describe("completion of sections", () => {
  it.each(["", "/", "二、", "czwt", "czw", "存在", "　　", "/czwt", "/存在"])("is offered behind `%s`", (typed) => {
    const text = applied(`${head}${typed}‸`, issue);
    expect(headings(text)).toEqual(["一、主要工作和成效", "二、存在的问题"]);
    expect(text).toContain("在总结成绩的同时");
    if (typed.trim() !== "") expect(text.split("\n").some((line) => line.trim() === typed)).toBe(false);
  });

  it.each(["#", "##", "## ", "## 存在"])("takes the hashes of `%s`", (typed) => {
    const text = applied(`# 2024年工作总结\n\n## 一、主要工作和成效\n\n好。\n\n${typed}‸`, issue);
    expect(headings(text)).toEqual(["## 一、主要工作和成效", "## 二、存在的问题"]);
    expect(text).not.toContain("##\n");
    expect(text).not.toContain("## ## ");
  });

  it("renumbers the sections behind", () => {
    const text = applied(`${head}‸\n\n二、下一步工作打算\n\n补短板。`, issue);
    expect(headings(text)).toEqual(["一、主要工作和成效", "二、存在的问题", "三、下一步工作打算"]);
  });

  it("leaves the numbers behind a gap that the section fills", () => {
    const text = applied(`${head}‸\n\n三、下一步工作打算\n\n补短板。`, issue);
    expect(headings(text)).toEqual(["一、主要工作和成效", "二、存在的问题", "三、下一步工作打算"]);
  });

  it("takes the number that was typed", () => {
    expect(headings(applied(`${head}五、‸`, issue)).at(-1)).toBe("五、存在的问题");
  });

  it("offers what is required first, and nothing that the report has", () => {
    const labels = items(`${head}‸`)
      .found.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1))
      .map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(["二、存在的问题", "二、下一步工作打算"]);
    expect(labels.some((label) => label.includes("主要工作和成效"))).toBe(false);
  });

  it("has tab stops for its blanks and says the same without", () => {
    const item = items(`${head}‸`).found.find(({ label }) => label.endsWith(issue))!;
    const plain = item.snippet
      .replace(/\$\{\d+:([^}]*)\}|\$0/g, (_, blank?: string) => blank ?? "")
      .replace(/\\(.)/g, "$1");
    expect(plain).toBe(item.plain);
    expect(item.snippet).toContain("${1:【请填：");
    expect(item.filterText).toContain("czwt");
  });

  it.each([
    ["in code", `${head}\`\`\`\n‸\n\`\`\``],
    ["in front matter", "---\nkind: 工作总结\n‸\n---\n# 2024年工作总结"],
    ["in a comment", `${head}<!-- 说明\n‸\n-->`],
    ["in the middle of a sentence", `${head}全年平稳，存在‸`],
    ["before text of its line", `${head}‸全年平稳。`],
    ["at a mark below level 1", `${head}（二）‸`],
  ])("is silent %s", (_where, source) => {
    expect(items(source).found).toEqual([]);
  });

  it("is silent in what is no report", () => {
    expect(items("# React 知识点总结\n\n‸", false).found).toEqual([]);
  });
});

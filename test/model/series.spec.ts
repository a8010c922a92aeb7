import { describe, expect, it } from "vitest";
import { series } from "../../server/src/model/facts/series.ts";
import { documentOf } from "../support/report.ts";

/** The series of a text: the names of their items. */
function read(text: string): readonly (readonly string[])[] {
  return documentOf(text)
    .derive(series)
    .map(({ items }) => items.map(({ name }) => name));
}

describe("a series", () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ["一是抓学习，学了。二是抓落实。三是抓提升。", [["一是抓学习", "二是抓落实", "三是抓提升"]]],
    ["主要有：一是抓学习；二是抓落实", [["一是抓学习", "二是抓落实"]]],
    ["一是抓学习。\n二是抓落实。", [["一是抓学习", "二是抓落实"]]],
    ["一要学，二要干", [["一要学", "二要干"]]],
    ["一要吃透精神、二要抓好落实", [["一要吃透精神", "二要抓好落实"]]],
    [
      "首先，讲政治。其次，讲规矩。再次，讲担当。最后，讲奉献。",
      [["首先，讲政治", "其次，讲规矩", "再次，讲担当", "最后，讲奉献"]],
    ],
    ["第一，学。第二、干。", [["第一，学", "第二、干"]]],
    ["其一，学；其二，干。", [["其一，学", "其二，干"]]],
    ["**一是抓学习。**学了。**二是抓落实。**", [["一是抓学习", "二是抓落实"]]],
    ["一是 抓学习 二是 抓落实", [["一是 抓学习", "二是 抓落实"]]],
    ["一是一个支部一个品牌。二是一抓到底。", [["一是一个支部一个品牌", "二是一抓到底"]]],
    ["一是抓学习。", [["一是抓学习"]]],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    "万一是这样",
    "第一是学习。第二是落实",
    "统一是关键，唯一是他",
    "其中一是甲",
    "这一要求明确",
    "首先要感谢大家。",
    "最后，谢谢大家。",
    "第一，我爱学习。",
    "第一季度，完成。第二季度，完成。",
    "一是一，二是二，绝不含糊。",
    "其余同志，其他同志",
    "`一是`、`二是`",
    "## 一是抓学习",
  ])("is not %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("goes on over another one inside it", () => {
    expect(read("二是抓学习。三是抓落实，一要快，二要准。四是抓提升。")).toEqual([
      ["二是抓学习", "三是抓落实", "四是抓提升"],
      ["一要快", "二要准"],
    ]);
  });

  it("ends at a heading and where the count begins anew", () => {
    expect(read("一、工作\n一是学。二是干。\n二、问题\n三是少。")).toEqual([["一是学", "二是干"], ["三是少"]]);
    expect(read("一是学。二是干。一是查。二是改。")).toEqual([
      ["一是学", "二是干"],
      ["一是查", "二是改"],
    ]);
  });

  it("stands in the body of a run-in heading, not in the heading", () => {
    const doc = documentOf("（一）学习。一是读书。二是写作。");
    const [found] = doc.derive(series);
    expect(found?.items.map(({ wordSpan }) => doc.slice(wordSpan))).toEqual(["一是", "二是"]);
    expect(found?.section?.heading.name).toBe("（一）学习");
    expect(read("一、二是抓落实的办法")).toEqual([]);
  });

  it("counts, and knows its places in the document", () => {
    const doc = documentOf("前言。\n首先，讲。最后，做，好。");
    const [found] = doc.derive(series);
    expect(found?.items.map(({ number, line, span }) => [number, line, doc.slice(span)])).toEqual([
      [1, 1, "首先，讲"],
      [Number.POSITIVE_INFINITY, 1, "最后，做"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { merged, parseInline } from "../../server/src/syntax/inline.ts";
import { span } from "../../server/src/text/span.ts";
import { mark, marked } from "../support/marked.ts";

describe("inline Markdown protects", () => {
  it.each([
    "用⟦`一、`⟧表示",
    "用⟦``a`b``⟧表示",
    "甲⟦<!-- 乙 -->⟧丙",
    "[文件](⟦http://example.com/一⟧)",
    "![图](⟦a_XX.png⟧)",
    '[文件](⟦a.md⟧ ⟦"标题"⟧)',
    "见⟦<https://example.com>⟧。",
    "见⟦https://example.com/a_b?c=1⟧，下同",
    "甲⟦<br>⟧乙⟦<b>⟧丙⟦</b>⟧",
    '⟦<span style="color:red">⟧甲⟦</span>⟧',
    "[1]: ⟦https://example.com⟧ 说明",
  ])("%s", (source) => {
    const { text } = marked(source);
    expect(mark(text, parseInline(text).protected)).toBe(source);
  });

  it.each([
    "[XX]",
    "[XX][未定义]",
    "<XX>局",
    "<单位名称>",
    "    四个空格不是代码",
    "\t制表符不是代码",
    "[备注]: 这是一句话",
    "1<2",
    "`没有收尾",
    "二〇二三年",
    "| 甲 | 乙 |",
  ])("nothing of %j", (text) => {
    expect(parseInline(text).protected).toEqual([]);
  });
});

describe("pairs of inline Markdown", () => {
  it.each([
    ["**重点**工作", [[0, 6, 2, true]]],
    ["*重点*工作", [[0, 4, 1, true]]],
    ["**（一）学习。**正文", [[0, 10, 2, false]]],
    ["**抓\\*好。**正文", [[0, 9, 2, false]]],
    ["__重点__ 工作", [[0, 6, 2, true]]],
    ["__重点__工作", []],
    ["2 * 3 * 4", []],
    ["\\*甲\\*", []],
    ["`*甲*`", []],
    ["* 甲 *", []],
  ])("in %s", (text, expected) => {
    expect(
      parseInline(text).emphases.map(({ span: of, width, rendered }) => [of.start, of.end, width, rendered]),
    ).toEqual(expected);
  });

  it("come outer ones first", () => {
    expect(parseInline("***重点***").emphases.map(({ width }) => width)).toEqual([1, 2]);
    expect(parseInline("**甲*乙*丙**").emphases.map(({ span: of }) => of.start)).toEqual([0, 3]);
  });
});

it("spans that touch or overlap are made one", () => {
  expect(merged([span(4, 6), span(0, 2), span(2, 3), span(5, 9)])).toEqual([span(0, 3), span(4, 9)]);
  expect(merged([span(0, 9), span(1, 2)])).toEqual([span(0, 9)]);
  expect(merged([])).toEqual([]);
});

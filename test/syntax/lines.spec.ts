import { describe, expect, it } from "vitest";
import { closesFence, findFrontMatter, openingFence, unclosedComment } from "../../server/src/syntax/lines.ts";

describe("a code fence", () => {
  it.each([
    ["```", "```"],
    ["```md", "```"],
    ["~~~~ md", "~~~~"],
    ["  ```", "```"],
    ["> ```", "```"],
    ["- ```", "```"],
    ["1. ~~~", "~~~"],
    ["``", null],
    ["```a`b", null],
    ["正文```", null],
    ["~~删除~~", null],
  ])("opens in %j with %j", (line, expected) => {
    expect(openingFence(line)).toBe(expected);
  });

  it.each([
    ["```", "```", true],
    ["````", "```", true],
    ["  ``` ", "```", true],
    ["> ```", "```", true],
    ["``", "```", false],
    ["```", "````", false],
    ["~~~", "```", false],
    ["``` md", "```", false],
  ])("%j closes %j: %s", (line, opening, expected) => {
    expect(closesFence(line, opening)).toBe(expected);
  });
});

it.each([
  ["甲<!-- 乙", 1],
  ["甲<!-- 乙 -->丙", -1],
  ["<!-- 甲 --><!-- 乙", 10],
  ["`<!--`", -1],
  ["`甲`<!-- 乙", 3],
  ["`<!--", 1],
  ["甲", -1],
])("a comment that goes on opens in %j at %i", (line, offset) => {
  expect(unclosedComment(line)).toBe(offset);
});

describe("front matter", () => {
  const find = (...lines: readonly string[]) => findFrontMatter(lines.length, (index) => lines[index]!);

  it.each([
    [["---", "a: 1", "---"], true, 2],
    [["\uFEFF---  ", "a: 1", "...", "---"], true, 2],
    [["---", "---"], true, 1],
    [["---", "单位: 甲"], true, -1],
    [["---", "正文"], false, -1],
    [["---", "说明：正文"], false, -1],
    [["---"], false, -1],
    [[" ---", "a: 1", "---"], false, -1],
    [["正文", "---", "a: 1", "---"], false, -1],
  ])("%j", (lines, opened, closingLine) => {
    expect(find(...lines)).toEqual({ opened, closingLine });
  });
});

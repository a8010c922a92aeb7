import { describe, expect, it } from "vitest";
import { doubtfulHeadingOf, headingOf } from "../../server/src/model/facts/heading.ts";
import { documentOf } from "../support/report.ts";

/** The heading of a line as `level-less name | body`, or null. */
function read(line: string): string | null {
  const block = documentOf(line).blocks[0]!;
  const heading = headingOf(block);
  if (!heading) return null;
  return heading.runIn ? `${heading.name} | ${line.slice(heading.bodyStart)}` : heading.name;
}

describe("a heading", () => {
  it.each([
    ["一、工作情况", "一、工作情况"],
    ["一、 工作情况。", "一、 工作情况"],
    ["（一）压实责任；", "（一）压实责任"],
    ["　　一、工作", "一、工作"],
    ["\u00a0\t一、工作", "一、工作"],
    ["&emsp;&emsp;（一）学习", "（一）学习"],
    ["1\\.学习", "1.学习"],
    ["**一、工作**", "一、工作"],
    ["*一、工作*", "一、工作"],
    ["***一、工作***", "一、工作"],
    ["__一、工作__", "一、工作"],
    ["**一、**工作", "一、工作"],
    ["##paidbegin##（二）学习", "（二）学习"],
    ["$$paidend$$ 一、工作", "一、工作"],
    ["（一）学习##paidend##", "（一）学习"],
    ["　　##paidbegin##**一、工作**", "一、工作"],
    ["一、工作<!-- 待改 -->", "一、工作"],
    ["（一）坚持（学、做）结合", "（一）坚持（学、做）结合"],
    ["一、", "一、"],
  ])("%s", (line, name) => {
    expect(read(line)).toBe(name);
  });

  it.each([
    ["（一）学习。全年学习十次。", "（一）学习 | 全年学习十次。"],
    ["（一）落实《条例。》要求。全年落实。", "（一）落实《条例。》要求 | 全年落实。"],
    ["（一）学习；二是做", "（一）学习 | 二是做"],
    ["**（一）学习。**全年学习。", "（一）学习 | 全年学习。"],
    ["**（一）学习**全年学习。", "（一）学习 | 全年学习。"],
    ["**（一）学习**。全年学习。", "（一）学习 | 全年学习。"],
    ["**1.学习：**全年学习。", "1.学习： | 全年学习。"],
    ["（一）学习！全年学习", "（一）学习！ | 全年学习"],
  ])("runs into its text: %s", (line, name) => {
    expect(read(line)).toBe(name);
  });

  it.each([
    ["## 工作", "工作", 2],
    ["# 一、工作", "一、工作", 1],
    ["### （一）工作 ###", "（一）工作", 3],
    ["## **一、工作**", "一、工作", 2],
    ["## 工作。全年工作。", "工作。全年工作", 2],
    ["##\u3000工作", "工作", 2],
    ["   ## 工作#", "工作#", 2],
  ])("of Markdown: %s", (line, name, depth) => {
    expect(read(line)).toBe(name);
    expect(headingOf(documentOf(line).blocks[0]!)?.depth).toBe(depth);
  });

  it.each([
    "正文",
    "",
    "第（四）项规定的情形",
    "（四）项规定的情形",
    "第一，加强领导",
    "一、二季度任务完成",
    "3、4月份",
    "1.1总体目标",
    "1.5亿元投入使用",
    "12.5%的任务",
    "2023年，全区水务工作稳步推进。",
    "2023.5",
    "##工作",
    "- 一、工作",
    "`一、`工作",
    "<!-- 一、工作 -->",
    "```一、",
  ])("is not %j", (line) => {
    expect(read(line)).toBeNull();
  });

  it("keeps the name as a reader sees it, and the title without the mark", () => {
    const heading = headingOf(documentOf("**（二）抓\\*重点##paidbegin##工作。**正文").blocks[0]!)!;
    expect(heading).toMatchObject({ name: "（二）抓*重点工作", title: "抓*重点工作" });
  });
});

it("a line that may name two of something is doubtful, any other is not", () => {
  const doubtful = (line: string) => doubtfulHeadingOf(documentOf(line).blocks[0]!)?.name ?? null;
  expect(doubtful("二、三年行动收官")).toBe("二、三年行动收官");
  expect(doubtful("3、4月份任务")).toBe("3、4月份任务");
  expect(doubtful("二、工作")).toBeNull();
  expect(doubtful("正文")).toBeNull();
  expect(doubtful("## 二、三季度")).toBeNull();
});

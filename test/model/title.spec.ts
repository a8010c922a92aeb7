import { describe, expect, it } from "vitest";
import { title, yearOf } from "../../server/src/model/facts/title.ts";
import { documentOf } from "../support/report.ts";

const read = (...lines: readonly string[]) => documentOf(lines.join("\n")).derive(title);

describe("the grammar of titles", () => {
  it.each([
    ["2023年度区水务局党支部书记抓基层党建述职报告", 2023, "区水务局", "党支部", "党支部书记"],
    ["区财政所党总支书记2024年度抓基层党建工作述职报告", 2024, "区财政所", "党总支", "党总支书记"],
    ["XX党委（党组）书记2023年度述职报告", 2023, "XX", "党委（党组）", "党委（党组）书记"],
    ["XX市XX局党组书记2023年度述责述廉报告", 2023, "XX市XX局", "党组", "党组书记"],
    ["2022年支部书记抓党建述职暨述责述廉报告", 2022, null, "支部", "支部书记"],
    ["党组织书记2023年抓基层党建工作述职报告", 2023, null, "党组织", "党组织书记"],
    ["县民政局关于养老服务的调研报告", null, "县民政局", null, null],
    ["县委办公室主任张三同志2024年述职报告", 2024, "县委办公室", null, "主任"],
    ["二〇二三年工作总结", 2023, null, null, null],
    ["二○二三年度工作总结", 2023, null, null, null],
    ["2023—2024学年工作总结", 2023, null, null, null],
    ["述职报告", null, null, null, null],
  ])("%s", (text, year, organisation, organisationType, role) => {
    expect(read(text)).toMatchObject({ text, verdict: expect.any(String), year, organisation, organisationType, role });
  });

  it("weighs words as the lists of the catalogue say", () => {
    expect(read("2024年工作总结")?.verdict).toBe("strong");
    expect(read("关于防汛的调研报告")?.verdict).toBe("weak");
    expect(read("React 知识点总结")?.verdict).toBe("excluded");
    expect(read("周末安排")?.verdict).toBe("none");
  });
});

describe("the place of the title", () => {
  it.each([
    ["# 2024年工作总结", "2024年工作总结"],
    ["**2024年工作总结**", "2024年工作总结"],
    ["　　2024年工作总结　　", "2024年工作总结"],
    ["2024 年 工作总结", "2024年工作总结"],
    ["##paidbegin##2024年工作总结##paidend##", "2024年工作总结"],
    ["# **2024年工作总结** #", "2024年工作总结"],
    ["\\*\\*局2024年工作总结", "**局2024年工作总结"],
  ])("%s", (line, text) => {
    expect(read(line, "", "一、工作")).toMatchObject({ text, firstLine: 0, lastLine: 0 });
  });

  it("covers the title alone", () => {
    const doc = documentOf("\n　　**2024年工作总结**\n一、工作");
    expect(doc.slice(doc.derive(title)!.span)).toBe("2024年工作总结");
  });

  it.each([
    [["区水务局", "2024年工作总结"], "区水务局2024年工作总结", 0],
    [["区水务局党组书记", "2024年度抓基层党建工作述职报告"], "区水务局党组书记2024年度抓基层党建工作述职报告", 0],
    [["2024年度", "区水务局党支部书记抓基层党建", "述职报告"], "2024年度区水务局党支部书记抓基层党建述职报告", 0],
    [["关于加强防汛", "工作情况的汇报"], "关于加强防汛工作情况的汇报", 0],
    [["目录", "2024年工作总结"], "2024年工作总结", 1],
    [["区水务局", "", "2024年工作总结"], "2024年工作总结", 2],
    [["附件1", "2024年工作总结"], "2024年工作总结", 1],
    [["密级：内部", "2024年工作总结"], "2024年工作总结", 1],
    [["##paidbegin##", "2024年工作总结"], "2024年工作总结", 1],
    [["<!-- baogao-disable-file -->", "2024年工作总结"], "2024年工作总结", 1],
    [["---", "org: 甲", "---", "# 2024年工作总结"], "2024年工作总结", 3],
  ])("%j", (lines, text, firstLine) => {
    const found = read(...lines, "", "一、工作");
    expect(found).toMatchObject({ text, firstLine, lastLine: lines.length - 1 });
  });

  it("may be a deeper # where it names a report and stands alone", () => {
    expect(read("## 2024年工作总结", "### 一、工作")?.text).toBe("2024年工作总结");
    expect(read("## 工作总结", "好。", "## 下步打算")).toBeNull();
    expect(read("2024年述职报告", "## 履职情况", "## 问题")?.text).toBe("2024年述职报告");
  });

  it("is none where a section or a sentence opens the document", () => {
    expect(read("一、工作总结")).toBeNull();
    expect(read("# 一、工作总结")).toBeNull();
    expect(read("# 甲", "# 乙")).toBeNull();
    expect(read("这一年，我们做了工作总结。")).toBeNull();
    expect(read("<!-- 草稿 -->", "一、工作")).toBeNull();
    expect(read("")).toBeNull();
  });

  it("does not reach over the lines that a salutation and signature take", () => {
    expect(read("2024年工作总结", "（2025年1月）", "区水务局")?.lastLine).toBe(0);
  });
});

it.each([
  ["2023年度", 2023],
  ["2023-2024学年", 2023],
  ["二〇二三年", 2023],
  ["二零二三年", 2023],
  ["一九九八年", 1998],
  ["20230份", null],
  ["20XX年", null],
  ["12023年", null],
])("the year of %s is %s", (text, year) => {
  expect(yearOf(text)).toBe(year);
});

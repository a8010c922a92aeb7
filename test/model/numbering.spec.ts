import { describe, expect, it } from "vitest";
import {
  longestIncreasing,
  numberingFaults,
  numberingRuns,
  numeralSpan,
} from "../../server/src/model/facts/numbering.ts";
import { documentOf } from "../support/report.ts";

/** What is wrong: the type, the mark at which it is and, for a gap, what is missing. */
function faults(...lines: readonly string[]): readonly string[] {
  const doc = documentOf(lines.join("\n"));
  return doc
    .derive(numberingFaults)
    .map((fault) => `${fault.type} ${doc.slice(fault.at.markSpan)}${"missing" in fault ? ` ${fault.missing}` : ""}`);
}

describe("numbering", () => {
  it.each<[string, readonly string[]]>([
    ["counts", ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）子", "（二）丑", "三、丙"]],
    ["may run on across parents", ["一、甲", "（一）子", "（二）丑", "二、乙", "（三）寅", "（四）卯"]],
    ["may run on through the parts", ["第一部分 甲", "一、子", "二、丑", "第二部分 乙", "三、寅"]],
    ["may go from 一、 to 1.", ["一、甲", "1.子", "2.丑", "二、乙", "1.子", "2.丑"]],
    ["begins anew at an attachment", ["一、甲", "二、乙", "附件", "一、甲", "二、乙"]],
    ["begins anew from level 3 on behind text", ["（一）甲", "1.子", "2.丑", "具体做法如下。", "1.寅", "2.卯"]],
    ["does not count the list of attachments", ["一、甲", "附件：1.清单", "3.表格", "二、乙"]],
    ["does not count the titles of books", ["一、甲", "正文（三）。", "二、乙"]],
    ["begins below the highest level", ["（一）甲", "（二）乙"]],
  ])("%s", (_name, lines) => {
    expect(faults(...lines)).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["a gap", ["一、甲", "二、乙", "四、丁"], ["gap 四、 3"]],
    ["a wide gap", ["一、甲", "五、戊"], ["gap 五、 2,3,4"]],
    ["two gaps", ["1.甲", "3.丙", "5.戊"], ["gap 3. 2", "gap 5. 4"]],
    ["a first one that is not 一", ["二、乙", "三、丙"], ["start 二、"]],
    ["a list that goes on from nothing", ["一、甲", "（一）子", "二、乙", "（五）戊"], ["start （五）"]],
    ["a repeat", ["一、甲", "二、乙", "二、丙", "三、丁"], ["duplicate 二、"]],
    ["repeats alone", ["一、甲", "一、乙", "一、丙"], ["duplicate 一、", "duplicate 一、"]],
    ["a change of places", ["一、甲", "三、丙", "二、乙", "四、丁"], ["order 三、"]],
    ["one that strayed to the front", ["三、丙", "一、甲", "二、乙"], ["order 三、"]],
    ["a slip of the finger", ["一、甲", "九十九、乙", "三、丙"], ["order 九十九、"]],
    ["a gap in an attachment", ["一、甲", "附件1", "1.甲", "3.丙"], ["gap 3. 2"]],
    ["a list that begins anew without text between", ["（一）甲", "1.子", "2.丑", "1.寅"], ["duplicate 1."]],
    ["a gap in # headings", ["# 2024年工作总结", "## 一、甲", "## 三、丙"], ["gap 三、 2"]],
    ["a gap in circled figures", ["①甲", "③丙"], ["gap ③ 2"]],
  ])("finds %s", (_name, lines, expected) => {
    expect(faults(...lines)).toEqual(expected);
  });

  it("lists no more than twenty numbers of a gap", () => {
    const [fault] = documentOf("一、甲\n九十九、乙").derive(numberingFaults);
    expect(fault?.type === "gap" && fault.missing).toHaveLength(20);
  });

  it("keeps styles apart and says where a run should begin", () => {
    const runs = documentOf("一、甲\n1.子\n2.丑\n（一）寅\n二、乙\n3.卯").derive(numberingRuns);
    expect(runs.map(({ style, first, members }) => [style, first, members.map(({ mark }) => mark.number)])).toEqual([
      ["chinese", 1, [1, 2]],
      ["arabic", 1, [1, 2]],
      ["chineseBracket", 1, [1]],
      ["arabic", 3, [3]],
    ]);
  });

  it("knows where the numeral stands in the document", () => {
    const doc = documentOf("前言\n　　**（十二）学习**\n第3章 总则");
    const [one, two] = doc.derive(numberingRuns).flatMap(({ members }) => members);
    expect([doc.slice(numeralSpan(one!)), doc.slice(numeralSpan(two!))]).toEqual(["十二", "3"]);
  });
});

it.each([
  [
    [1, 2, 3],
    [0, 1, 2],
  ],
  [
    [1, 3, 2, 4],
    [0, 2, 3],
  ],
  [
    [1, 1, 2],
    [0, 2],
  ],
  [
    [3, 1, 2],
    [1, 2],
  ],
  [[], []],
])("the longest increasing part of %j is at %j", (numbers, indexes) => {
  expect(longestIncreasing(numbers)).toEqual(indexes);
});

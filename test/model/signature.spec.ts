import { describe, expect, it } from "vitest";
import { signature } from "../../server/src/model/facts/signature.ts";
import { documentOf } from "../support/report.ts";

/** Name, date and first line of the signature. */
function read(...lines: readonly string[]) {
  const doc = documentOf(lines.join("\n"));
  const found = doc.derive(signature);
  return found && [found.name && doc.slice(found.name), found.date && doc.slice(found.date), found.firstLine];
}

describe("a signature", () => {
  it.each([
    ["区水务局", "2024年1月5日"],
    ["张三", "二〇二四年一月五日"],
    ["张　三", "2024年1月"],
    ["XX局", "XX年X月X日"],
    ["区水务局党支部", "20XX年X月X日"],
    ["张三", "____年__月__日"],
    ["【请填：单位】", "【请填：日期】"],
  ])("%s, %s", (name, date) => {
    expect(read("一、工作", "正文。", "", `　　　　${name}`, `　　　　${date}  `, "")).toEqual([name, date, 3]);
    expect(read("一、工作", "正文。", `**${name}**`, `**${date}**`)).toEqual([name, date, 2]);
  });

  it("may say what it is, may lack a name and may be followed by a list of attachments", () => {
    expect(read("一、工作", "正文。", "述职人：张三", "2024年1月5日")).toEqual(["张三", "2024年1月5日", 2]);
    expect(read("一、工作", "正文很长，有句号。", "2024年1月5日")).toEqual([null, "2024年1月5日", 2]);
    expect(read("一、工作", "正文。", "张三", "2024年1月5日", "附件：1.清单")).toEqual(["张三", "2024年1月5日", 2]);
  });

  it("stands before the attachments", () => {
    expect(read("一、工作", "正文。", "张三", "2024年1月5日", "附件1", "一、清单", "2023年1月1日")).toEqual([
      "张三",
      "2024年1月5日",
      2,
    ]);
  });

  it.each([
    [["一、工作", "2024年1月5日，召开会议。"]],
    [["述职报告", "区水务局", "2024年1月5日", "一、工作", "正文。"]],
    [["2024年1月工作总结"]],
    [["一、工作", "区水务局", "2024年1月5日", "一", "二", "三", "四", "五"]],
    [[""]],
  ])("is not in %j", (lines) => {
    expect(read(...lines)).toBeNull();
  });
});

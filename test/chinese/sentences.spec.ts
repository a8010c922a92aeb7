import { describe, expect, it } from "vitest";
import { isHanAt, leadingBlank } from "../../server/src/chinese/characters.ts";
import { sentenceEnd, sentences } from "../../server/src/chinese/sentences.ts";
import { slice } from "../../server/src/text/span.ts";

const split = (text: string) => sentences(text).map((of) => slice(text, of));

describe("sentences", () => {
  it.each([
    ["甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]],
    ["甲；乙。", ["甲；", "乙。"]],
    ["他说“好。”乙。", ["他说“好。”", "乙。"]],
    ["甲（一。二）乙。丙", ["甲（一。二）乙。", "丙"]],
    ["《甲。乙》丙。", ["《甲。乙》丙。"]],
    ["甲（没有收尾。乙。", ["甲（没有收尾。", "乙。"]],
    ["甲）多一个。乙", ["甲）多一个。", "乙"]],
    ["甲？！乙", ["甲？！", "乙"]],
    ["　甲。　　乙。　", ["甲。", "乙。"]],
    ["", []],
    ["　", []],
    ["。", ["。"]],
  ])("%j", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("are looked for in a part of the text alone", () => {
    const text = "甲。乙。丙。";
    expect(sentences(text, 2, 5).map((of) => slice(text, of))).toEqual(["乙。", "丙"]);
  });

  it("end where one of the given marks stands", () => {
    expect(sentenceEnd("甲；乙。丙", 0)).toBe(4);
    expect(sentenceEnd("甲；乙。丙", 0, "；")).toBe(2);
    expect(sentenceEnd("甲；乙。丙", 4)).toBe(-1);
  });
});

describe("characters", () => {
  it("of the Han blocks are told from others, also outside the text", () => {
    expect([..."汉〇㐀"].map((_, index) => isHanAt("汉〇㐀", index))).toEqual([true, true, true]);
    expect([..."a，1"].map((_, index) => isHanAt("a，1", index))).toEqual([false, false, false]);
    expect(isHanAt("汉", 1)).toBe(false);
    expect(isHanAt("汉", -1)).toBe(false);
  });

  it.each(["　　", " \t", "\u00a0", "&emsp;&emsp;", "&nbsp; &#12288;", "\ufeff\u200b", ""])(
    "%j is white space that opens a line",
    (blank) => {
      expect(leadingBlank.exec(`${blank}一、工作`)![0]).toBe(blank);
    },
  );
});

import { describe, expect, it } from "vitest";
import {
  formatMark,
  formatNumeral,
  levelOf,
  type MarkStyle,
  namesTwo,
  opensHeading,
  parseMark,
} from "../../server/src/chinese/marks.ts";

/** Whether a line opens a heading with its mark; null where it has none. */
function opens(line: string): boolean | null {
  const mark = parseMark(line, 0);
  return mark && opensHeading(mark, line.slice(mark.end));
}

describe("a mark", () => {
  it.each<[string, MarkStyle, number, string, string]>([
    ["一、工作", "chinese", 1, "一、", "、"],
    ["十二、工作", "chinese", 12, "十二、", "、"],
    ["一百零三、工作", "chinese", 103, "一百零三、", "、"],
    ["廿一、工作", "chinese", 21, "廿一、", "、"],
    ["一.工作", "chinese", 1, "一.", "."],
    ["一．工作", "chinese", 1, "一．", "．"],
    ["一\\.工作", "chinese", 1, "一\\.", "\\."],
    ["一，工作", "chinese", 1, "一，", "，"],
    ["一：工作", "chinese", 1, "一：", "："],
    ["一 、工作", "chinese", 1, "一 、", " 、"],
    ["（一）学习", "chineseBracket", 1, "（一）", ""],
    ["(二)学习", "chineseBracket", 2, "(二)", ""],
    ["(五）学习", "chineseBracket", 5, "(五）", ""],
    ["（ 三 ）学习", "chineseBracket", 3, "（ 三 ）", ""],
    ["（四）、学习", "chineseBracket", 4, "（四）、", "、"],
    ["1.读书", "arabic", 1, "1.", "."],
    ["1．读书", "arabic", 1, "1．", "．"],
    ["1、读书", "arabic", 1, "1、", "、"],
    ["1\\. 读书", "arabic", 1, "1\\.", "\\."],
    ["12，读书", "arabic", 12, "12，", "，"],
    ["（1）原文", "arabicBracket", 1, "（1）", ""],
    ["(12)、原文", "arabicBracket", 12, "(12)、", "、"],
    ["1）原文", "arabicClosing", 1, "1）", ""],
    ["1)原文", "arabicClosing", 1, "1)", ""],
    ["①甲", "circled", 1, "①", ""],
    ["⑳、甲", "circled", 20, "⑳、", "、"],
    ["第一部分 回顾", "part", 1, "第一部分", ""],
    ["第十二章、总则", "part", 12, "第十二章、", "、"],
    ["第3节 范围", "part", 3, "第3节", ""],
  ])("%s", (line, style, number, written, separator) => {
    const prefixed = `前${line}`;
    const mark = parseMark(prefixed, 1)!;
    expect(mark).toMatchObject({ style, number, start: 1, separator });
    expect(prefixed.slice(mark.start, mark.end)).toBe(written);
    expect(prefixed.slice(mark.numeral.start, mark.numeral.end)).toBe(style === "circled" ? written[0] : mark.written);
    expect(formatMark(style, number, mark)).toBe(
      written.replaceAll("廿", "二十").replace(/(?<=[（(])[ ]|[ ](?=[）)])/g, ""),
    );
  });

  it.each([
    "",
    "工作",
    "第四项",
    "第（四）项",
    "零、",
    "0.",
    "100.人",
    "一二三、",
    "Ⅰ、",
    "a.",
    "（甲）",
    "（一",
    "12",
  ])("does not open %j", (line) => {
    expect(parseMark(line, 0)).toBeNull();
  });

  it("has the level that the standard gives it", () => {
    expect(levelOf).toEqual({
      part: 0,
      chinese: 1,
      chineseBracket: 2,
      arabic: 3,
      arabicBracket: 4,
      circled: 5,
      arabicClosing: 5,
    });
  });
});

describe("writing a mark", () => {
  const standard: Readonly<Record<MarkStyle, string>> = {
    part: "第七部分",
    chinese: "七、",
    chineseBracket: "（七）",
    arabic: "7.",
    arabicBracket: "（7）",
    circled: "⑦",
    arabicClosing: "7）",
  };

  it.each(Object.entries(standard) as [MarkStyle, string][])(
    "of style %s in the form of the standard",
    (style, text) => {
      expect(formatMark(style, 7)).toBe(text);
    },
  );

  it.each(Object.keys(standard) as MarkStyle[])("of style %s gives what is read again", (style) => {
    for (let number = 1; number <= (style === "circled" ? 20 : 99); number++) {
      const line = `${formatMark(style, number)} 标题`;
      expect(parseMark(line, 0), line).toMatchObject({ style, number });
    }
  });

  it("follows the brackets, separator, unit and figures of its model", () => {
    const like = (line: string, number: number) => {
      const mark = parseMark(line, 0)!;
      return formatMark(mark.style, number, mark);
    };
    expect(like("(一)、学习", 2)).toBe("(二)、");
    expect(like("1、读书", 10)).toBe("10、");
    expect(like("第3章 总则", 4)).toBe("第4章");
    expect(like("第三章 总则", 4)).toBe("第四章");
    expect(like("1)原文", 2)).toBe("2)");
  });

  it("goes on in plain figures behind ⑳", () => {
    expect(formatNumeral("circled", 20)).toBe("⑳");
    expect(formatNumeral("circled", 21)).toBe("21");
  });
});

describe("a heading opens with", () => {
  it.each([
    "一、工作",
    "一、",
    "一，工作",
    "一、三个方面",
    "一、2023年工作回顾",
    "一、十九大精神学习",
    "（一）条例学习",
    "（二）项目建设",
    "（三）目标责任",
    "1.读书",
    "1. 2023年工作",
    "1.2023年工作回顾",
    "1. 第一季度",
    "（1）原文",
    "①甲",
    "1）原文",
    "第一部分",
    "第一部分 回顾",
    "第一部分回顾",
    "第一章 总则",
  ])("%s", (line) => {
    expect(opens(line)).toBe(true);
  });

  it.each([
    "一、二季度任务完成",
    "一、二、三产业",
    "三、四级联动",
    "3、4月份任务",
    "1.1总体目标",
    "1.5亿元",
    "12.5%",
    "5.20活动",
    "1.3个方面",
    "（四）项规定",
    "（四）项，",
    "（一）款所列情形",
    "一，工作千头万绪，要抓重点。",
    "1，工作千头万绪，要抓重点。",
    "第一部分是总结",
    "第一部分讲的是全年各项工作取得的成绩，第二部分讲问题。",
    "1）",
    "①",
  ])("not %s", (line) => {
    expect(opens(line)).toBe(false);
  });

  it("two of something are the figure and the next one", () => {
    const two = (line: string) => {
      const mark = parseMark(line, 0)!;
      return namesTwo(mark, line.slice(mark.end));
    };
    expect(two("二、三季度")).toBe(true);
    expect(two("二、四季度")).toBe(false);
    expect(two("二、三个方面")).toBe(false);
    expect(two("3、4月份")).toBe(true);
    expect(two("（二）三季度")).toBe(false);
  });
});

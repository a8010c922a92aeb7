import type { Span } from "../text/span.ts";
import { parseChinese, toChinese } from "./numerals.ts";

/**
 * Numbering marks of official documents: GB/T 9704—2012 7.3.3 names four levels, 一、（一）1.（1）. Above them stand
 * 第X部分 and its like, below them the informal ① and 1）.
 */
export type MarkStyle =
  | "part"
  | "chinese"
  | "chineseBracket"
  | "arabic"
  | "arabicBracket"
  | "circled"
  | "arabicClosing";

/** The level of each style; 1 to 4 are the standard's. */
export const levelOf: Readonly<Record<MarkStyle, number>> = {
  part: 0,
  chinese: 1,
  chineseBracket: 2,
  arabic: 3,
  arabicBracket: 4,
  circled: 5,
  arabicClosing: 5,
};

/** A numbering mark as it stands in a text. Offsets are UTF-16 units of that text. */
export interface NumberingMark {
  readonly style: MarkStyle;
  readonly number: number;
  readonly start: number;
  /** Behind the mark and its separator; blanks that follow are not counted. */
  readonly end: number;
  /** Where the numeral alone stands. */
  readonly numeral: Span;
  /** The numeral as written. */
  readonly written: string;
  /** The brackets around the numeral as written, or "". */
  readonly open: string;
  readonly close: string;
  /** What stands between the numeral or its bracket and the heading: `、`, `.`, `．`, `` …, blanks before it included. */
  readonly separator: string;
  /** For `part`: 部分, 章 and the like. */
  readonly unit: string;
}

const chineseNumeral = "[一二三四五六七八九十百廿卅零〇]{1,7}";

const part = new RegExp(`^第(${chineseNumeral}|\\d{1,3})(部分|编|篇|章|节)([ \\t\\u3000]*[、：:，.．])?`);
const chinese = new RegExp(`^(${chineseNumeral})([ \\t]*(?:、|\\\\?[.．]|[，：:]))`);
const chineseBracket = new RegExp(`^([（(])[ \\t\\u3000]*(${chineseNumeral})[ \\t\\u3000]*([）)])([、.．，:：]?)`);
const arabic = /^(\d{1,2})([ \t]*(?:\\?[.．]|、|，))/;
const arabicBracket = /^([（(])[ \t\u3000]*(\d{1,2})[ \t\u3000]*([）)])([、.．，:：]?)/;
const circled = /^[①-⑳]([、.．]?)/u;
const arabicClosing = /^(\d{1,2})(\\?[)）])([、.．]?)/;

/**
 * The numbering mark that begins at `start` of `text`, or null. This is the grammar alone; whether the line is a
 * heading is for `opensHeading` to say.
 */
export function parseMark(text: string, start: number): NumberingMark | null {
  const rest = text.slice(start, start + 24);
  let match = part.exec(rest);
  if (match) return make("part", start, match[0], match[1]!, 1, { unit: match[2]!, separator: match[3] ?? "" });
  match = chinese.exec(rest);
  if (match) return make("chinese", start, match[0], match[1]!, 0, { separator: match[2]! });
  match = chineseBracket.exec(rest) ?? arabicBracket.exec(rest);
  if (match) {
    const style = /\d/.test(match[2]!) ? "arabicBracket" : "chineseBracket";
    const at = match[0].indexOf(match[2]!);
    return make(style, start, match[0], match[2]!, at, { open: match[1]!, close: match[3]!, separator: match[4]! });
  }
  match = arabic.exec(rest);
  if (match) return make("arabic", start, match[0], match[1]!, 0, { separator: match[2]! });
  match = arabicClosing.exec(rest);
  if (match) {
    return make("arabicClosing", start, match[0], match[1]!, 0, { close: match[2]!, separator: match[3]! });
  }
  match = circled.exec(rest);
  if (match) return make("circled", start, match[0], match[0][0]!, 0, { separator: match[1]! });
  return null;
}

function make(
  style: MarkStyle,
  start: number,
  written: string,
  numeral: string,
  numeralAt: number,
  rest: Partial<NumberingMark>,
): NumberingMark | null {
  const number = readNumeral(style, numeral);
  if (number === null || number === 0) return null;
  return {
    style,
    number,
    start,
    end: start + written.length,
    numeral: { start: start + numeralAt, end: start + numeralAt + numeral.length },
    written: numeral,
    open: "",
    close: "",
    separator: "",
    unit: "",
    ...rest,
  };
}

const firstCircled = "①".charCodeAt(0);

function readNumeral(style: MarkStyle, numeral: string): number | null {
  if (style === "circled") return numeral.charCodeAt(0) - firstCircled + 1;
  return /^\d/.test(numeral) ? Number(numeral) : parseChinese(numeral);
}

/**
 * The numeral of `number` in the writing of `style`; circled figures end at 20, plain ones go on behind them. `written` is
 * the numeral that it replaces or follows: 第3章 goes on in figures.
 */
export function formatNumeral(style: MarkStyle, number: number, written = ""): string {
  switch (style) {
    case "part":
      return /^\d/.test(written) ? String(number) : toChinese(number);
    case "chinese":
    case "chineseBracket":
      return toChinese(number);
    case "circled":
      return number <= 20 ? String.fromCharCode(firstCircled + number - 1) : String(number);
    default:
      return String(number);
  }
}

/**
 * The mark for `number` in the form of the standard, or in the form of `like` where the document has one already:
 * its brackets, its separator, its figures (第1章).
 */
export function formatMark(style: MarkStyle, number: number, like?: NumberingMark): string {
  const numeral = formatNumeral(style, number, like?.written);
  switch (style) {
    case "part":
      return `第${numeral}${like?.unit ?? "部分"}${like?.separator ?? ""}`;
    case "chinese":
      return `${numeral}${like?.separator ?? "、"}`;
    case "chineseBracket":
    case "arabicBracket":
      return `${like?.open ?? "（"}${numeral}${like?.close ?? "）"}${like?.separator ?? ""}`;
    case "arabic":
      return `${numeral}${like?.separator ?? "."}`;
    case "arabicClosing":
      return `${numeral}${like?.close ?? "）"}${like?.separator ?? ""}`;
    case "circled":
      return `${numeral}${like?.separator ?? ""}`;
  }
}

/** Units behind a second figure: 一、二季度 and 3、4月份 name two of something; they number nothing. */
const pairedUnit =
  "(?:季度|季|月份|月|年级|年|日|号|级|类|等奖|等|线|批|期|档|楼|层|产业|产|把手|组|队|车间|标段|中|小|周|版|环|度)";
const pairedChinese = new RegExp(`^(${chineseNumeral})(?:${pairedUnit}|、)`);
const pairedArabic = new RegExp(`^(\\d{1,2})(?:${pairedUnit}|、)`);
/** `第（四）项`, or a line broken before it: a citation of a statute. */
const citation = /^(?:项|款|条|目)(?:[，。；、）)]|规定|所列|情形|之|的|中)/;
/** Behind a dot a figure makes a decimal or a date, but `1.2023年…` is a heading that begins with a year. */
const yearAhead = /^(?:19|20)\d\d年/;

/**
 * Whether `mark`, found where a line of prose begins, opens a heading. `rest` is the line behind it.
 */
export function opensHeading(mark: NumberingMark, rest: string): boolean {
  const next = rest.trimStart();
  switch (mark.style) {
    case "part":
      // 第一部分是… is a sentence; 第一部分 工作回顾 and a short line are headings.
      return next === "" || mark.separator !== "" || /^[ \t\u3000]/.test(rest) || opensPart(next);
    case "chinese":
      if (/[，：:]/.test(mark.separator)) return isShortLine(next);
      return !namesTwo(mark, rest);
    case "chineseBracket":
    case "arabicBracket":
      return !citation.test(next);
    case "arabic":
      if (/\d/.test(next[0] ?? "")) return !/^\s/.test(rest) ? yearAhead.test(next) : !namesTwo(mark, rest);
      if (mark.separator.includes("，")) return isShortLine(next);
      return !namesTwo(mark, rest);
    case "arabicClosing":
    case "circled":
      return next !== "";
  }
}

function opensPart(next: string): boolean {
  return isShortLine(next) && !/^[是为的由在讲要，。]/.test(next);
}

/** Short enough for a heading, and without a mark that ends a sentence or a clause. */
function isShortLine(text: string): boolean {
  return text.length > 0 && text.length <= 30 && !/[。；！？，]/.test(text);
}

/** Whether `mark` with the line `rest` behind it reads as two of something: 一、二季度, 3、4月份. */
export function namesTwo(mark: NumberingMark, rest: string): boolean {
  if (mark.style !== "chinese" && mark.style !== "arabic") return false;
  const chineseStyle = mark.style === "chinese";
  const second = (chineseStyle ? pairedChinese : pairedArabic).exec(rest.trimStart())?.[1];
  return second !== undefined && (chineseStyle ? parseChinese(second) : Number(second)) === mark.number + 1;
}

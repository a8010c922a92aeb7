import { describe, expect, it } from "vitest";
import { numeralCharacters, parseChinese, toChinese } from "../../server/src/chinese/numerals.ts";

it("every number from 1 to 9999 is read as it is written, and no two are written alike", () => {
  const written = new Set<string>();
  for (let number = 1; number <= 9999; number++) {
    const numeral = toChinese(number);
    written.add(numeral);
    if (parseChinese(numeral) !== number) expect.fail(`${number} is written ${numeral}, read ${parseChinese(numeral)}`);
    if ([...numeral].some((character) => !numeralCharacters.includes(character))) expect.fail(numeral);
  }
  expect(written.size).toBe(9999);
});

describe("numerals", () => {
  it.each([
    [1, "一"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [100, "一百"],
    [103, "一百零三"],
    [110, "一百一十"],
    [1001, "一千零一"],
    [1010, "一千零一十"],
    [2002, "二千零二"],
    [9999, "九千九百九十九"],
  ])("%i is written %s", (number, numeral) => {
    expect(toChinese(number)).toBe(numeral);
  });

  it.each([0, -1, 10_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("%d has none", (number) => {
    expect(() => toChinese(number)).toThrow(RangeError);
  });

  it.each([
    ["廿", 20],
    ["廿三", 23],
    ["卅一", 31],
    ["一百〇三", 103],
    ["两百", 200],
    ["一十二", 12],
    ["二〇二三", 2023],
    ["二零二三", 2023],
  ])("%s is read as %i", (numeral, number) => {
    expect(parseChinese(numeral)).toBe(number);
  });

  it.each([
    "",
    "一二三",
    "十百",
    "一零十",
    "百",
    "零",
    "〇〇〇〇",
    "一百三",
    "一千二十",
    "十零五",
    "十十",
    "一百甲",
    "第一",
  ])("%j is none", (text) => {
    expect(parseChinese(text)).toBeNull();
  });
});

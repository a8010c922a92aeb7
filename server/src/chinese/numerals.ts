/**
 * Chinese numerals as reports number with: 1 to 9999, in the everyday characters.
 */

const digits = "零一二三四五六七八九";
const units = ["", "十", "百", "千"];
const largest = 9999;

/** What may stand in a Chinese numeral, for character classes: 〇 and 零, 两, 廿 and 卅 are read but never written. */
export const numeralCharacters = "〇零一二两三四五六七八九十百千廿卅";

const values = new Map([..."零一二三四五六七八九"].map((character, value) => [character, value]));
values.set("〇", 0);
values.set("两", 2);

/**
 * Writes `value` in Chinese: 10 → 十, 12 → 十二, 103 → 一百零三, 1010 → 一千零一十.
 *
 * @throws RangeError when `value` is no whole number from 1 to 9999
 */
export function toChinese(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > largest) throw new RangeError(`no numeral for ${value}`);
  const written = String(value);
  let result = "";
  let zeroPending = false;
  [...written].forEach((figure, index) => {
    const place = written.length - 1 - index;
    if (figure === "0") {
      zeroPending = true;
      return;
    }
    if (zeroPending) result += "零";
    zeroPending = false;
    result += digits[Number(figure)]! + units[place]!;
  });
  return value < 20 && value >= 10 ? result.slice(1) : result;
}

/**
 * Reads a Chinese numeral: 一百零三 → 103, 廿三 → 23, 二〇二三 → 2023 (four figures without a unit are a year). Gives null
 * for a text that is none: 一二三, 十百, 一零十, 一百三.
 */
export function parseChinese(text: string): number | null {
  if (text === "") return null;
  const expanded = text.replace(/廿/g, "二十").replace(/卅/g, "三十");
  if ([...expanded].every((character) => values.has(character))) {
    const value = Number([...expanded].map((character) => values.get(character)).join(""));
    return expanded.length === 1 || expanded.length === 4 ? inRange(value) : null;
  }
  let rest = expanded;
  let value = 0;
  let lastWeight = Number.POSITIVE_INFINITY;
  for (const [unit, weight] of [
    ["千", 1000],
    ["百", 100],
    ["十", 10],
  ] as const) {
    const at = rest.indexOf(unit);
    if (at === -1) continue;
    const figures = withoutZero(rest.slice(0, at), lastWeight, weight);
    // 十 alone means 一十, at the front of a numeral only.
    const figure = figures === "" && unit === "十" && value === 0 ? 1 : values.get(figures ?? "");
    if (figure === undefined || figure === 0) return null;
    value += figure * weight;
    lastWeight = weight;
    rest = rest.slice(at + 1);
  }
  if (rest === "") return inRange(value);
  const figure = values.get(withoutZero(rest, lastWeight, 1) ?? "");
  return figure === undefined || figure === 0 ? null : inRange(value + figure);
}

/**
 * The figures in front of a unit without their zero, or null where it is missing or idle: a zero stands where a place is
 * left out (一百零三) and nowhere else. 一百三 means 130 to some and 103 to others, so it is read as neither.
 */
function withoutZero(figures: string, lastWeight: number, weight: number): string | null {
  const skips = Number.isFinite(lastWeight) && lastWeight > weight * 10;
  if (/^[零〇]/.test(figures) !== skips) return null;
  return skips ? figures.slice(1) : figures;
}

function inRange(value: number): number | null {
  return value >= 1 && value <= largest ? value : null;
}

import type { Catalog } from "../../catalog/types.ts";

interface MeasureWords {
  readonly words: RegExp;
  readonly compounds: RegExp;
}

const prepared = new WeakMap<Catalog, MeasureWords>();

function measureWordsOf(catalog: Catalog): MeasureWords {
  let words = prepared.get(catalog);
  if (!words) {
    words = { words: oneOf(catalog.measureWords), compounds: oneOf(catalog.measureCompounds) };
    prepared.set(catalog, words);
  }
  return words;
}

/** Matches one of `words`; nothing at all where there are none, since an empty alternative would match anything. */
function oneOf(words: readonly string[]): RegExp {
  return new RegExp(words.length > 0 ? `(?:${words.join("|")})` : "(?!)", "y");
}

/**
 * Whether a measure word stands at `index` of `text` (次, 名, 项 …) that is not the beginning of another word: 项 in
 * `*项任务` is one, 项 in 项目 is not.
 */
export function isMeasureWordAt(catalog: Catalog, text: string, index: number): boolean {
  const { words, compounds } = measureWordsOf(catalog);
  return matchesAt(words, text, index) && !matchesAt(compounds, text, index);
}

function matchesAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

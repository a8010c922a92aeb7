import { anyMatches } from "./patterns.ts";
import type { TitleWords } from "./types.ts";

/** What a title says by its words: surely a report, perhaps one, surely none, or nothing at all. */
export type TitleVerdict = "strong" | "weak" | "excluded" | "none";

/**
 * Weighs the words of a title. `weak` needs a year, an organisation or a role beside it, or two known sections: the
 * caller looks after those.
 * @param title the title as written, white space included (excluded words are told from parts of longer ones by it)
 */
export function titleVerdict(words: TitleWords, title: string): TitleVerdict {
  if (anyMatches(words.excluded, title, "iu")) return "excluded";
  if (words.strong.some((word) => title.includes(word))) return "strong";
  return words.weak.some((word) => title.includes(word)) ? "weak" : "none";
}

import type { Bilingual } from "../catalog/types.ts";
import { bilingual, messages } from "./messages.ts";
import { nearest } from "./nearest.ts";

/** Says that there is no such name, which one was probably meant, and where all of them are listed. */
export function unknownName(unknown: Bilingual, name: string, known: Iterable<string>, list: Bilingual): Bilingual {
  const meant = nearest(name, known);
  const first = bilingual(unknown, { name });
  const guess = meant === undefined ? { zh: "。", en: "." } : bilingual(messages.didYouMean, { name: meant });
  return { zh: `${first.zh}${guess.zh}${list.zh}`, en: `${first.en}${guess.en} ${list.en}` };
}

import { anyMatches, compilePattern } from "./patterns.ts";
import type { Catalog, Kind, Slot } from "./types.ts";

/**
 * What a heading is about by its wording alone. The kinds' own synonyms are tried first, since a kind may use a wording
 * in a sense of its own (廉洁自律方面 is a problem in a self-examination), then the shared classifier.
 * @param heading the heading without its numbering mark, trailing 。 or ：, and white space at either end
 * @param kinds the kinds of the report; none asks the shared classifier alone
 * @returns one slot, several for a combined heading (存在的问题及原因分析), none for an unknown wording
 */
export function slotsOfHeading(catalog: Catalog, heading: string, kinds: readonly Kind[] = []): readonly Slot[] {
  for (const kind of kinds) {
    const slot = kind.slots.find((each) => anyMatches(each.synonyms, heading));
    if (slot) return [slot.slot];
  }
  return catalog.classifier.find((entry) => compilePattern(entry.pattern).test(heading))?.slots ?? [];
}

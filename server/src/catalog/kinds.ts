import { compilePattern } from "./patterns.ts";
import type { Catalog, Kind } from "./types.ts";

/** The kind with this id, or undefined. */
export function kindById(catalog: Catalog, id: string): Kind | undefined {
  return catalog.kinds.find((kind) => kind.id === id);
}

/**
 * The kind a person means by a name: its id, its Chinese or English name or one of its aliases. White space around the
 * name does not count, nor does the case of Latin letters.
 */
export function kindByName(catalog: Catalog, name: string): Kind | undefined {
  const wanted = name.trim().toLowerCase();
  const names = (kind: Kind) => [kind.id, kind.name.zh, kind.name.en, ...kind.aliases];
  return catalog.kinds.find((kind) => names(kind).some((each) => each.toLowerCase() === wanted));
}

/**
 * The kinds that a title speaks of, in the order in which it names them. A combined title (述职暨述责述廉) has two; a kind
 * that yields to another one which the title also names is left out. Empty when no kind claims the title.
 * @param title the title without white space and without a leading mark
 */
export function kindsOfTitle(catalog: Catalog, title: string): readonly Kind[] {
  const claimed = catalog.kinds
    .map((kind) => ({ kind, at: firstMatch(kind.titlePatterns, title) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
  return claimed.filter((kind) => !claimed.some((other) => kind.yieldsTo.includes(other.id)));
}

function firstMatch(patterns: readonly string[], text: string): number {
  const places = patterns.map((pattern) => text.search(compilePattern(pattern))).filter((at) => at >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
}

import type { Catalog, Kind } from "../../server/src/catalog/types.ts";
import { GENERATED, type Outputs } from "./outputs.ts";
import type { DataFiles, KindFile } from "./yamlData.ts";

/** The typed catalogue of the data files: examples dropped, defaults written out, lists that are tried longest first sorted. */
export function catalogOf(data: DataFiles): Catalog {
  const ids = data.kinds.map((kind) => kind.id);
  return {
    kinds: data.kinds.map((kind) => kindOf(kind, ids)),
    classifier: data.classifier.entries.map(({ slots, pattern }) => ({ slots, pattern })),
    titleWords: {
      strong: data.titles.strong,
      weak: data.titles.weak,
      excluded: data.titles.excluded,
      organisationSuffixes: longestFirst(data.titles.organisationSuffixes),
      organisationTypes: longestFirst(data.titles.organisationTypes),
      roles: longestFirst(data.titles.roles),
    },
    measureWords: longestFirst(data.measureWords.words),
    measureCompounds: longestFirst(data.measureWords.compounds),
  };
}

/** Makes the module that holds the catalogue. */
export function generateCatalog(catalog: Catalog): Outputs {
  const text = [
    GENERATED,
    'import { deepFreeze } from "../freeze.ts";',
    'import type { Catalog } from "../types.ts";',
    "",
    "/** The catalogue that ships with Baogao, frozen through and through. */",
    `export const catalog: Catalog = deepFreeze<Catalog>(${JSON.stringify(catalog, null, 2)});`,
    "",
  ].join("\n");
  return new Map([["server/src/catalog/generated/catalog.ts", text]]);
}

function kindOf(kind: KindFile, ids: readonly string[]): Kind {
  return {
    id: kind.id,
    name: kind.name,
    aliases: kind.aliases ?? [],
    titlePatterns: kind.title.patterns,
    yieldsTo: kind.yieldsTo?.includes("*") ? ids.filter((id) => id !== kind.id) : (kind.yieldsTo ?? []),
    titleTemplate: kind.title.template,
    planYear: kind.planYear,
    slots: kind.slots.map((slot) => ({
      slot: slot.slot,
      presence: slot.presence,
      heading: slot.heading,
      synonyms: slot.synonyms ?? [],
      skeleton: slot.skeleton,
      name: slot.name,
      prefixes: slot.prefixes,
    })),
    openings: kind.openings ?? [],
    closings: kind.closings ?? [],
    prefixes: kind.prefixes,
  };
}

function longestFirst(words: readonly string[]): readonly string[] {
  return words.toSorted((a, b) => b.length - a.length);
}

export { catalog as builtinCatalog } from "./generated/catalog.ts";
export { slotsOfHeading } from "./headings.ts";
export { kindById, kindByName, kindsOfTitle } from "./kinds.ts";
export { anyMatches, compilePattern } from "./patterns.ts";
export { type TitleVerdict, titleVerdict } from "./titles.ts";
export type {
  Bilingual,
  Catalog,
  ClassifierEntry,
  Kind,
  KindSlot,
  Presence,
  Slot,
  TitleWords,
} from "./types.ts";

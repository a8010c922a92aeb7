export { catalog as builtinCatalog } from "./generated/catalog.ts";
export { slotsOfHeading } from "./headings.ts";
export { kindById, kindByName, kindsOfTitle } from "./kinds.ts";
export { anyMatches } from "./patterns.ts";
export { type TitleVerdict, titleVerdict } from "./titles.ts";

import { overlapsAny, type Span, span } from "../../text/span.ts";
import { type Block, blockFact } from "../block.ts";

/**
 * Marks that a content management system puts around paid content; whoever copies the page copies them. Seen as
 * `##paidbegin##` and with `$$` (domain facts §6.3).
 */
const marker = /(?:##|\$\$|@@)[ ]?paid[ ]?(?:begin|end)[ ]?(?:##|\$\$|@@)/gi;

/** The residue marks of a block, in order. */
export const residueMarkers: (block: Block) => readonly Span[] = blockFact((block) => {
  if (block.opaque || !/paid/i.test(block.text)) return [];
  const found = Array.from(block.text.matchAll(marker), (match) => span(match.index, match.index + match[0].length));
  return found.filter((each) => !overlapsAny(block.protected, each));
});

/** Whether a block says something besides residue marks. */
export const saysSomething: (block: Block) => boolean = blockFact((block) => {
  const residue = residueMarkers(block).reduce((length, { start, end }) => length + end - start, 0);
  return !block.blank && block.text.trim().length > residue;
});

import type { EmphasisPair } from "../../syntax/inline.ts";
import { type Block, blockFact } from "../block.ts";
import { isMeasureWordAt } from "./measureWords.ts";

/** Longer than this and a pair of stars is no emphasis but two blanks with text between them (rules.md). */
const longestEmphasis = 40;

/**
 * The pairs of a block that are emphasis: short, without the end of a sentence inside, and without a measure word
 * behind either run, since `共*次，培训*次` is two missing figures although a parser pairs its stars.
 */
export const emphases: (block: Block) => readonly EmphasisPair[] = blockFact((block) =>
  block.pairs.filter((pair) => isEmphasis(block, pair)),
);

/** `党员**12**名` has its figure, so its stars are none that is missing. */
const figure = /^(?:\d[\d.,]*[%％]?|[一二两三四五六七八九十百千万亿零〇]+)$/;

function isEmphasis(block: Block, { span, width }: EmphasisPair): boolean {
  const content = block.text.slice(span.start + width, span.end - width);
  if (figure.test(content) || (wrapsLine(block.text, span.start, span.end) && width === 2)) return true;
  if (content.length > longestEmphasis || /[。；](?!$)/.test(content)) return false;
  if (isMeasureWordAt(block.catalog, block.text, span.end)) return false;
  return !isMeasureWordAt(block.catalog, block.text, span.start + width) || (width === 2 && isWordOn(content));
}

/** `**年度任务**` begins with a measure word and goes on with a word, which bold text does and two blanks hardly do. */
function isWordOn(content: string): boolean {
  return /^[\u3400-\u9fff]{3,}$/.test(content);
}

/** `**…**` from the first to the last character of a line is a paragraph set in bold, however long it is. */
function wrapsLine(text: string, start: number, end: number): boolean {
  return text.slice(0, start).trim() === "" && text.slice(end).trim() === "";
}

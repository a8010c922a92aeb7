import { parseChinese } from "../../chinese/numerals.ts";
import { contains, overlapsAny, type Span, span } from "../../text/span.ts";
import { type Block, blockFact } from "../block.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { headingOf } from "./heading.ts";
import { outline, type Section, sectionAt } from "./outline.ts";

/** How a series counts: 一是…二是…, 一要…二要…, 首先…其次…, 第一，第二，…, 其一…其二…. */
export type SeriesFamily = "是" | "要" | "首先" | "第" | "其";

/** One item of a series; spans are offsets of the document. */
export interface SeriesItem {
  readonly family: SeriesFamily;
  /** 首先, 其次 and 再次 count 1, 2, 3; 最后 is `Infinity`. */
  readonly number: number;
  /** The series word. */
  readonly wordSpan: Span;
  /** The series word and its first clause, which is its name. */
  readonly span: Span;
  readonly name: string;
  readonly line: number;
}

export interface Series {
  readonly family: SeriesFamily;
  readonly items: readonly SeriesItem[];
  readonly section: Section | null;
}

interface ItemInBlock {
  readonly family: SeriesFamily;
  readonly number: number;
  readonly word: Span;
  readonly span: Span;
  readonly name: string;
}

const numeral = "[一二三四五六七八九十]{1,3}";
/** A series word stands at the beginning of a clause, or behind 、 in 一要…、二要…; 一是一，二是二 is a saying. */
const word = new RegExp(
  `(?<=^|[。；！？：，;:!?”’）】》\\s#*]|[^一二三四五六七八九十]、)(?:(${numeral})(是|要)(?!\\1(?:[，。；、！]|$))|(首先|其次|再次|最后)|第(${numeral})[，,、：:]|其([一二三四五六七八九十])(?![他它余中]))`,
  "g",
);
const ordinalWords: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: Number.POSITIVE_INFINITY };

const itemsOf: (block: Block) => readonly ItemInBlock[] = blockFact((block) => {
  if (block.blank || block.atx || !/[是要其第先次后]/.test(block.text)) return [];
  const matches = [...block.text.matchAll(word)].filter(
    ({ index, 0: written }) => !overlapsAny(block.protected, span(index, index + written.length)),
  );
  return matches.flatMap((match, index) => readItem(block, match, matches[index + 1]?.index) ?? []);
});

/** The item that `match` opens; it ends with its clause, or before the next item where no mark divides the two. */
function readItem(block: Block, match: RegExpExecArray, nextItem = block.text.length): ItemInBlock | null {
  const [written, counted, verb, ordinal, placed, itsNumber] = match;
  const numberOf = counted ?? placed ?? itsNumber;
  const number = numberOf !== undefined ? parseChinese(numberOf) : ordinalWords[ordinal!]!;
  if (number === null) return null;
  const family: SeriesFamily = counted ? (verb as "是" | "要") : ordinal ? "首先" : placed ? "第" : "其";
  const start = match.index;
  const behind = start + written.length;
  // The comma that belongs to 第一， or follows 一是 is no end of the clause.
  const clauseFrom = behind + (/^[，、,]/.test(block.text.slice(behind)) ? 1 : 0);
  const clauseEnd = block.text.slice(clauseFrom).search(/[，。；：！？,;]/);
  const limit = Math.min(clauseEnd === -1 ? block.text.length : clauseFrom + clauseEnd, nextItem);
  const end = Math.max(behind, start + block.text.slice(start, limit).replace(/[\s、]+$/, "").length);
  const name = block.text.slice(start, end).replace(/\*+/g, "").trim();
  return { family, number, word: span(start, behind), span: span(start, end), name };
}

/** The series of a document, in order. A series ends at a heading and where the count begins anew. */
export const series = defineFact("series", (doc: ReportDocument): readonly Series[] => {
  const { all } = doc.derive(outline);
  const headingLines = new Set(all.map(({ line }) => line));
  const found: { family: SeriesFamily; items: SeriesItem[]; section: Section | null }[] = [];
  const open = new Map<SeriesFamily, SeriesItem[]>();
  doc.blocks.forEach((block, line) => {
    if (headingLines.has(line)) open.clear();
    const inBlock = itemsOf(block);
    if (inBlock.length === 0) return;
    const heading = headingLines.has(line) ? headingOf(block) : null;
    const offset = doc.lines.startOf(line);
    for (const item of inBlock) {
      if (heading && contains(heading.span, item.word.start)) continue;
      const placed = place(item, line, offset);
      const current = open.get(item.family);
      if (current && item.number !== 1) {
        current.push(placed);
        continue;
      }
      const items = [placed];
      open.set(item.family, items);
      found.push({ family: item.family, items, section: sectionAt(doc, line) });
    }
  });
  // 首先, 最后 and 第一， alone are words like any other; a lone 一是 opens a series that lost its rest.
  return found.filter(({ family, items }) => items.length > 1 || family === "是" || family === "要");
});

function place(item: ItemInBlock, line: number, offset: number): SeriesItem {
  return {
    family: item.family,
    number: item.number,
    wordSpan: span(item.word.start + offset, item.word.end + offset),
    span: span(item.span.start + offset, item.span.end + offset),
    name: item.name,
    line,
  };
}

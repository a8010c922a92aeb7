import { leadingBlank } from "../../chinese/characters.ts";
import { type NumberingMark, namesTwo, opensHeading, parseMark } from "../../chinese/marks.ts";
import { sentenceEnd } from "../../chinese/sentences.ts";
import { contains, overlapsAny, type Span, span } from "../../text/span.ts";
import { type Block, blockFact } from "../block.ts";
import { emphases } from "./emphasis.ts";
import { residueMarkers } from "./residue.ts";

/** A heading as its line shows it; spans are offsets of the line. */
export interface Heading {
  readonly mark: NumberingMark | null;
  /** The depth of an ATX heading, 0 for a numbered line. */
  readonly depth: number;
  /** The heading with its mark, without a closing 。 and without emphasis around it. */
  readonly span: Span;
  /** The heading without its mark. */
  readonly title: string;
  /** What the outline shows. */
  readonly name: string;
  /** Whether body text follows in the same line. */
  readonly runIn: boolean;
  /** Where the body text begins, or the end of the line. */
  readonly bodyStart: number;
}

/**
 * The heading that a line is, or null. Blanks, entities, residue marks and emphasis may stand before the mark; an ATX
 * heading needs none.
 */
export const headingOf: (block: Block) => Heading | null = blockFact((block) => {
  if (block.blank) return null;
  return block.atx ? atxHeading(block) : numberedLine(block);
});

function atxHeading(block: Block): Heading | null {
  const content = block.atx!.content;
  const start = skipLead(block, content.start);
  const mark = start < content.end ? parseMark(block.text, start) : null;
  const opens = mark !== null && opensHeading(mark, block.text.slice(mark.end));
  return finish(block, opens ? mark : null, start, content.end, block.atx!.depth, false);
}

function numberedLine(block: Block): Heading | null {
  const start = skipLead(block, 0);
  const mark = parseMark(block.text, start);
  if (!mark || overlapsAny(block.protected, span(mark.start, mark.end))) return null;
  // Emphasis may close right behind the mark, as in `**一、**工作`.
  const rest = block.text.slice(mark.end).replace(/^[*_]{1,3}/, "");
  if (!opensHeading(mark, rest)) return null;
  return finish(block, mark, start, block.text.length, 0, true);
}

/**
 * A line such as `二、三年行动收官`, which by itself may name two of something as well (二、三季度); null for any other.
 * What stands around it has to tell.
 */
export const doubtfulHeadingOf: (block: Block) => Heading | null = blockFact((block) => {
  if (block.blank || block.atx) return null;
  const start = skipLead(block, 0);
  const mark = parseMark(block.text, start);
  if (!mark || overlapsAny(block.protected, span(mark.start, mark.end))) return null;
  return namesTwo(mark, block.text.slice(mark.end)) ? finish(block, mark, start, block.text.length, 0, true) : null;
});

/** The offset of the first character that can belong to a mark: behind blanks, residue marks and opening emphasis. */
export function skipLead(block: Block, from: number): number {
  const { text } = block;
  let at = from;
  for (;;) {
    const before = at;
    at += leadingBlank.exec(text.slice(at))?.[0].length ?? 0;
    const marker = residueMarkers(block).find((residue) => contains(residue, at));
    if (marker) at = marker.end;
    const pair = block.pairs.find((candidate) => candidate.span.start === at);
    if (pair) at += pair.width;
    if (at === before) return at;
  }
}

function finish(
  block: Block,
  mark: NumberingMark | null,
  start: number,
  lineEnd: number,
  depth: number,
  mayRunIn: boolean,
): Heading {
  const { text } = block;
  const titleStart = mark ? mark.end : start;
  const stop = mayRunIn ? sentenceEnd(text.slice(0, lineEnd), titleStart, "。！？；") : -1;
  let bodyStart = Math.min(stop === -1 ? lineEnd : stop, boldEnd(block, mark));
  // The run that closes `**（一）标题。**正文` belongs to the heading, and so does the stop of `**（一）标题**。正文`.
  bodyStart += closingRun(block, bodyStart).length;
  if (stop > bodyStart) bodyStart += /^[。；：:]?/.exec(text.slice(bodyStart))![0].length;
  const runIn =
    text
      .slice(bodyStart, lineEnd)
      .replace(/^[*_\s]+/, "")
      .trim() !== "";
  const end = trimEnd(text, start, Math.min(bodyStart, lineEnd));
  const titleSpan = span(Math.min(titleStart, end), end);
  return {
    mark,
    depth,
    span: span(start, end),
    title: plain(block, titleSpan).trim(),
    name: plain(block, span(start, end)).trim(),
    runIn,
    bodyStart: runIn ? bodyStart : lineEnd,
  };
}

/** Where the emphasis that opens before `mark` ends its text, as in `**（一）标题**正文`; infinity where there is none. */
function boldEnd(block: Block, mark: NumberingMark | null): number {
  if (!mark) return Number.POSITIVE_INFINITY;
  const bold = emphases(block).find(
    ({ span: pair, width }) => pair.start + width <= mark.start && pair.end - width > mark.end,
  );
  return bold ? bold.span.end - bold.width : Number.POSITIVE_INFINITY;
}

/** The stars at `offset` that close a pair of the line, or "". */
function closingRun(block: Block, offset: number): string {
  const closing = block.pairs.find(({ span: pair, width }) => pair.end - width === offset);
  return closing ? block.text.slice(offset, offset + closing.width) : "";
}

/** The end of the heading text: without white space, emphasis runs and a closing 。 or ； */
function trimEnd(text: string, start: number, end: number): number {
  const kept = text.slice(start, end).replace(/[\s\u3000\u00a0*_。；]+$/, "");
  return start + kept.length;
}

/** The text of `of` as a reader sees it: without the runs of emphasis, residue marks, comments and escapes. */
export function plain(block: Block, of: Span): string {
  const hidden: Span[] = [...residueMarkers(block)];
  for (const { span: pair, width } of emphases(block)) {
    hidden.push(span(pair.start, pair.start + width), span(pair.end - width, pair.end));
  }
  for (const guarded of block.protected) {
    if (block.text.startsWith("<!--", guarded.start)) hidden.push(guarded);
  }
  let result = "";
  for (let index = of.start; index < of.end; index++) {
    if (!hidden.some((part) => contains(part, index))) result += block.text[index];
  }
  return result.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

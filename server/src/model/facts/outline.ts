import { levelOf, type NumberingMark } from "../../chinese/marks.ts";
import { type Span, span } from "../../text/span.ts";
import { type Block, blockFact } from "../block.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { doubtfulHeadingOf, type Heading, headingOf } from "./heading.ts";
import { title } from "./title.ts";

/** A node of the outline, opened by a heading. Spans are offsets of the document. */
export interface Section {
  /** 1 一、 2 （一） 3 1. 4 （1） as GB/T 9704 has them; 0 for 第X部分, 5 for ① and 1）. */
  readonly level: number;
  readonly line: number;
  readonly heading: Heading;
  readonly mark: NumberingMark | null;
  /** The numbering mark, its offsets in the document; an empty span before the heading where there is none. */
  readonly markSpan: Span;
  readonly headingSpan: Span;
  /** From the line of the heading to the end of the line before the next heading of this level or a higher one. */
  readonly range: Span;
  readonly lastLine: number;
  readonly parent: Section | null;
  readonly children: readonly Section[];
  /** Counts the 附件 above this section; numbering restarts behind each. */
  readonly region: number;
}

export interface Outline {
  readonly roots: readonly Section[];
  /** All sections in the order of their lines. */
  readonly all: readonly Section[];
  /** The lines that say 附件 alone. */
  readonly attachmentLines: readonly number[];
}

interface Opening {
  readonly line: number;
  readonly heading: Heading;
  readonly region: number;
  /** Whether the line may name two of something instead (二、三季度); see `settleDoubts`. */
  readonly doubtful: boolean;
  /** Known once all headings are. */
  level: number;
}

type Draft = { -readonly [Key in keyof Section]: Section[Key] } & { children: Draft[]; parent: Draft | null };

const attachment =
  /^[\s\u3000*#]*附[\s\u3000]*件[\s\u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[\s\u3000]*[：:]?[\s\u3000*]*$/;
/** `附件：1.…`: the list of attachments below the text. */
const attachmentList = /^[\s\u3000]*附件[：:][\s\u3000]*\S/;

const attachmentLine: (block: Block) => "heading" | "list" | null = blockFact((block) => {
  if (block.blank || !block.text.includes("件")) return null;
  if (attachment.test(block.text)) return "heading";
  return attachmentList.test(block.text) ? "list" : null;
});

/** The tree of sections. */
export const outline = defineFact("outline", (doc: ReportDocument): Outline => {
  const { openings, attachmentLines } = findOpenings(doc);
  const lastLine = doc.lines.count - 1;
  const all: Draft[] = [];
  const roots: Draft[] = [];
  const open: Draft[] = [];
  const closeDownTo = (level: number, line: number): void => {
    while (open.length > 0 && open.at(-1)!.level >= level) close(doc, open.pop()!, line - 1);
  };
  let region = 0;
  for (const opening of openings) {
    if (opening.region !== region) {
      closeDownTo(Number.NEGATIVE_INFINITY, attachmentLines[opening.region - 1]!);
      region = opening.region;
    }
    closeDownTo(opening.level, opening.line);
    const parent = open.at(-1) ?? null;
    const section = draft(doc, opening, parent);
    (parent?.children ?? roots).push(section);
    all.push(section);
    open.push(section);
  }
  const end = attachmentLines[region];
  closeDownTo(Number.NEGATIVE_INFINITY, end === undefined ? lastLine + 1 : end);
  return { roots, all, attachmentLines };
});

function draft(doc: ReportDocument, { line, heading, level, region }: Opening, parent: Draft | null): Draft {
  const offset = doc.lines.startOf(line);
  const { mark } = heading;
  return {
    level,
    line,
    heading,
    mark,
    markSpan: mark
      ? span(offset + mark.start, offset + mark.end)
      : span(offset + heading.span.start, offset + heading.span.start),
    headingSpan: span(offset + heading.span.start, offset + heading.span.end),
    range: span(offset, offset),
    lastLine: line,
    parent,
    children: [],
    region,
  };
}

function close(doc: ReportDocument, section: Draft, lastLine: number): void {
  section.lastLine = lastLine;
  section.range = span(section.range.start, doc.lines.endOf(lastLine));
}

function findOpenings(doc: ReportDocument): { openings: readonly Opening[]; attachmentLines: readonly number[] } {
  const openings: Opening[] = [];
  const attachmentLines: number[] = [];
  const titled = doc.derive(title);
  let inAttachmentList = false;
  doc.blocks.forEach((block, line) => {
    if (block.blank) {
      inAttachmentList &&= block.text.trim() === "" && !block.opaque;
      return;
    }
    const certain = headingOf(block);
    const heading = certain ?? doubtfulHeadingOf(block);
    const attached = attachmentLine(block);
    // 附件1 above the title says that the report itself is one; only what follows the report begins anew.
    if (attached === "heading" && titled && line < titled.firstLine) return;
    if (attached === "heading") {
      attachmentLines.push(line);
      inAttachmentList = false;
      return;
    }
    if (inAttachmentList && heading?.mark?.style === "arabic") return;
    inAttachmentList = attached === "list";
    if (!heading || (titled && line >= titled.firstLine && line <= titled.lastLine)) return;
    if (heading.mark === null && heading.title === "") return;
    openings.push({ line, heading, region: attachmentLines.length, doubtful: certain === null, level: 0 });
  });
  const settled = settleDoubts(openings);
  const depthOffset = depthOffsetOf(settled);
  for (const opening of settled) opening.level = levelOfHeading(opening.heading, depthOffset);
  return { openings: settled, attachmentLines };
}

/**
 * `二、三年行动收官` is a heading between 一、 and 三、; without either of them 二、三季度 names two of something. What counts
 * as between are the marks of the same style.
 */
function settleDoubts(openings: readonly Opening[]): readonly Opening[] {
  if (!openings.some(({ doubtful }) => doubtful)) return openings;
  return openings.filter(({ heading, doubtful, region }, index) => {
    if (!doubtful) return true;
    const { style, number } = heading.mark!;
    const isNeighbour = (other: Opening): boolean =>
      !other.doubtful && other.region === region && other.heading.mark?.style === style;
    const before = openings.slice(0, index).findLast(isNeighbour);
    const behind = openings.slice(index + 1).find(isNeighbour);
    return before?.heading.mark?.number === number - 1 && behind?.heading.mark?.number === number + 1;
  });
}

/**
 * How far the depth of an ATX heading lies above its level: learnt from the headings that have both a depth and a mark,
 * else from the shallowest one, which is taken for level 1.
 */
function depthOffsetOf(openings: readonly Opening[]): number {
  const atx = openings.flatMap(({ heading }) => (heading.depth > 0 ? [heading] : []));
  const votes = new Map<number, number>();
  for (const { mark, depth } of atx) {
    if (!mark || levelOf[mark.style] === 0) continue;
    const offset = depth - levelOf[mark.style];
    votes.set(offset, (votes.get(offset) ?? 0) + 1);
  }
  const unmarked = atx.filter(({ mark }) => mark === null);
  if (votes.size === 0) return unmarked.reduce((least, { depth }) => Math.min(least, depth), 6) - 1;
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}

function levelOfHeading({ mark, depth }: Heading, depthOffset: number): number {
  if (mark) return mark.style === "part" && mark.unit === "节" ? 0.5 : levelOf[mark.style];
  return Math.max(1, depth - depthOffset);
}

/** The innermost section that holds `line`, or null before the first one. */
export function sectionAt(doc: ReportDocument, line: number): Section | null {
  const { all } = doc.derive(outline);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.line <= line) low = middle + 1;
    else high = middle;
  }
  let section = all[low - 1] ?? null;
  while (section && section.lastLine < line) section = section.parent;
  return section;
}

/**
 * The sections that divide the report: the shallowest level there is, before any 附件. Usually 一、二、三、; 第X部分 in a
 * long report, （一） in a short one.
 */
export function topSections(doc: ReportDocument): readonly Section[] {
  const roots = doc.derive(outline).roots.filter(({ region }) => region === 0);
  const level = roots.reduce((least, section) => Math.min(least, section.level), Number.POSITIVE_INFINITY);
  return roots.filter((section) => section.level === level);
}

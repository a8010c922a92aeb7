import { type TitleVerdict, titleVerdict } from "../../catalog/index.ts";
import { parseChinese } from "../../chinese/numerals.ts";
import { type Span, span } from "../../text/span.ts";
import type { Block } from "../block.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { headingOf, plain, skipLead } from "./heading.ts";
import { residueMarkers } from "./residue.ts";

/** The title of a document and what its words say; the grammar is [单位][职务][年度]…[述职|总结|…]…[报告|材料|稿]. */
export interface Title {
  /** From the first to the last character of the title; two lines when it is broken over two. */
  readonly span: Span;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The title in one line, without white space, emphasis or a mark. */
  readonly text: string;
  readonly verdict: TitleVerdict;
  readonly year: number | null;
  readonly organisation: string | null;
  /** 党支部, 党委（党组） and the like. */
  readonly organisationType: string | null;
  readonly role: string | null;
}

/** A title is looked for among so many lines with text. */
const reach = 5;
const longestTitle = 60;

/** The title of a document, or null where nothing before the first section reads like one. */
export const title = defineFact("title", (doc: ReportDocument): Title | null => {
  const candidates: { line: number; text: string; span: Span }[] = [];
  for (let line = 0; line < doc.blocks.length && candidates.length < reach; line++) {
    const block = doc.blocks[line]!;
    if (block.blank) continue;
    const heading = headingOf(block);
    if (heading?.mark) break;
    const inLine = bareSpan(block, heading?.span ?? span(0, block.text.length));
    const text = plain(block, inLine).trim();
    const offset = doc.lines.startOf(line);
    const found = { line, text, span: span(inLine.start + offset, inLine.end + offset) };
    if (heading && isTitleHeading(doc, line, heading.depth, text)) return build(doc, [found]);
    if (heading) break;
    if (!readsLikeTitle(text)) {
      if (candidates.length > 0 || /[。；！？]/.test(text)) break;
      continue;
    }
    candidates.push(found);
  }
  const named = candidates.findIndex(({ text }) => verdictOf(doc, text) !== "none");
  if (named === -1) return candidates[0] ? build(doc, [candidates[0]]) : null;
  let first = named;
  while (first > 0 && isBroken(doc, candidates[first - 1]!, candidates[first]!)) first--;
  return build(doc, candidates.slice(first, named + 1));
});

/**
 * Where several `#` stand side by side they are sections, unless the first one names a report. A deeper heading is a
 * title only if it names a report and stands alone at its depth.
 */
function isTitleHeading(doc: ReportDocument, line: number, depth: number, text: string): boolean {
  const named = verdictOf(doc, text) !== "none";
  if (depth === 1 && named) return true;
  return (depth === 1 || named) && !hasAnotherHeading(doc, line, depth);
}

function hasAnotherHeading(doc: ReportDocument, line: number, depth: number): boolean {
  return doc.blocks.some((block, index) => {
    if (index <= line || block.atx === null || block.atx.depth > depth) return false;
    return headingOf(block)?.mark === null;
  });
}

/** Whether a title goes on from one line to the next: the upper one names who or when; 目录 or 初稿 does not. */
function isBroken(doc: ReportDocument, above: { line: number; text: string }, below: { line: number }): boolean {
  if (above.line !== below.line - 1 || !/^[^：:]*[\u3400-\u9fffXx×*）]$/.test(above.text)) return false;
  const { organisationSuffixes, organisationTypes, roles } = doc.catalog.titleWords;
  return (
    /^(?:关于|在)|年度?$/.test(above.text) ||
    yearOf(above.text) !== null ||
    [...organisationTypes, ...roles].some((word) => above.text.includes(word)) ||
    organisationSuffixes.some((suffix) => above.text.length > 2 && above.text.endsWith(suffix))
  );
}

function verdictOf(doc: ReportDocument, text: string): TitleVerdict {
  return titleVerdict(doc.catalog.titleWords, text);
}

function readsLikeTitle(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= longestTitle &&
    !/[。；！？：，、:;,|]$/.test(text) &&
    !/^[（(—-]/.test(text) &&
    !/[。；]/.test(text)
  );
}

/** The part of `of` without blanks, residue marks and emphasis around it. */
function bareSpan(block: Block, of: Span): Span {
  const start = skipLead(block, of.start);
  let { end } = of;
  for (;;) {
    const before = end;
    end = block.text.slice(0, end).trimEnd().length;
    const marker = residueMarkers(block).find((residue) => residue.end === end);
    if (marker) end = marker.start;
    const pair = block.pairs.find((candidate) => candidate.span.end === end);
    if (pair) end -= pair.width;
    if (end === before) return span(Math.min(start, end), end);
  }
}

function build(doc: ReportDocument, parts: readonly { line: number; text: string; span: Span }[]): Title {
  const written = parts.map(({ text }) => text).join("");
  const text = written.replace(/[\s\u3000\u00a0]/g, "");
  const words = doc.catalog.titleWords;
  const head = headOf(text);
  const role = words.roles.find((candidate) => head.includes(candidate)) ?? null;
  const beforeRole = role === null ? head : head.slice(0, head.lastIndexOf(role));
  const organisationType = words.organisationTypes.find((candidate) => head.includes(candidate)) ?? null;
  return {
    span: span(parts[0]!.span.start, parts.at(-1)!.span.end),
    firstLine: parts[0]!.line,
    lastLine: parts.at(-1)!.line,
    text,
    // The words are weighed as written: `React 知识点总结` is told by its blank.
    verdict: verdictOf(doc, written),
    year: yearOf(text),
    organisation: organisationOf(beforeRole, organisationType, words.organisationSuffixes),
    organisationType,
    role,
  };
}

/** What stands before the matter and the type of the report, without the year. */
function headOf(text: string): string {
  const withoutYear = text.replace(/(?:(?:19|20)\d\d|[一二][〇○零九]\S{2})年(?:度|上半年|下半年)?/g, "");
  const end = withoutYear.search(/抓|履行|关于|述职|述责|述廉|工作|总结|汇报|对照检查|调研|讲话|在/);
  return end === -1 ? withoutYear : withoutYear.slice(0, end);
}

function organisationOf(head: string, type: string | null, suffixes: readonly string[]): string | null {
  const typeAt = type === null ? -1 : head.indexOf(type);
  const name = typeAt === -1 ? head : head.slice(0, typeAt);
  if (/^[Xx×*某]{2,}$/.test(name)) return name;
  const ending = suffixes.find((suffix) => name.endsWith(suffix));
  if (ending !== undefined && name.length > ending.length) return name;
  // Any suffix inside the head will do when the role is not one we know.
  const inner = suffixes
    .map((suffix) => name.lastIndexOf(suffix) + suffix.length)
    .filter((end, index) => end > suffixes[index]!.length);
  return inner.length > 0 ? name.slice(0, Math.max(...inner)) : null;
}

/** The year that a title names: 2023年, 2023年度, 2023—2024 (the first), 二〇二三年. */
export function yearOf(text: string): number | null {
  const arabic = /(?<!\d)((?:19|20)\d\d)(?=年|[-—–]\d{4}|\b)/.exec(text)?.[1];
  if (arabic) return Number(arabic);
  const chinese = /([一二][〇○零九一二三四五六七八]{3})年/.exec(text)?.[1];
  return chinese ? parseChinese(chinese.replace(/[○零]/g, "〇")) : null;
}

import { type Block, blockFact } from "../../model/block.ts";
import { emphases } from "../../model/facts/emphasis.ts";
import { blockPlaceholders, placeholders } from "../../model/facts/placeholders.ts";
import type { ReportDocument } from "../../model/reportDocument.ts";
import { overlapsAny, type Span, shift, span } from "../../text/span.ts";
import type { TextEdit } from "../../text/textEdit.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "placeholder/emphasis",
  summary: { zh: "星号占位符会被 Markdown 当成强调", en: "star placeholders that Markdown takes for emphasis" },
  severity: "info",
  scope: "document",
  kinds: "all",
  fix: "offer",
  authority: { level: "实务", source: "CommonMark 0.31.2 第6.2节" },
  messages: {
    swallowed: {
      zh: "预览和导出时，Markdown 会把这里的星号当作强调符号吃掉，占位符就看不见了（全文共 {count} 处星号占位符）。可一次转义全部星号。（CommonMark 6.2）",
      en: "Markdown takes these stars for emphasis, so a preview does not show them ({count} star placeholders in all). They can all be escaped at once. (CommonMark 6.2)",
    },
  },
  fixes: {
    escape: {
      kind: "offer",
      title: { zh: "转义全部 {count} 处星号占位符", en: "Escape all {count} star placeholders" },
      edits: (doc) => starRuns(doc).flatMap((run) => escapeRun(doc, run)),
    },
  },
  *check({ doc, report }) {
    const first = firstSwallowed(doc);
    if (first) yield report(first, "swallowed", { count: starRuns(doc).length }, ["escape"]);
  },
});

function starRuns(doc: ReportDocument): readonly Span[] {
  return doc.derive(placeholders).flatMap(({ span, inBlock }) => (inBlock.text.includes("*") ? [span] : []));
}

/** The first pair of stars that CommonMark renders as emphasis and the report does not mean so. */
function firstSwallowed(doc: ReportDocument): Span | null {
  for (let line = 0; line < doc.blocks.length; line++) {
    const pair = swallowedIn(doc.blocks[line]!);
    if (pair) return shift(pair, doc.lines.startOf(line));
  }
  return null;
}

const swallowedIn: (block: Block) => Span | null = blockFact((block) => {
  if (block.pairs.length === 0) return null;
  const runs = blockPlaceholders(block).flatMap(({ text, span: run }) => (text.includes("*") ? [run] : []));
  const meant = new Set(emphases(block));
  const pair = block.pairs.find((each) => each.rendered && !meant.has(each) && overlapsAny(runs, each.span));
  return pair?.span ?? null;
});

function escapeRun(doc: ReportDocument, run: Span): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let offset = run.start; offset < run.end; offset++) {
    if (doc.text[offset] === "*" && doc.text[offset - 1] !== "\\") {
      edits.push({ span: span(offset, offset), newText: "\\" });
    }
  }
  return edits;
}

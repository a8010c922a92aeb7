import { leadingBlank } from "../../chinese/characters.ts";
import { formatMark, type NumberingMark } from "../../chinese/marks.ts";
import { sentenceEnd } from "../../chinese/sentences.ts";
import { shiftFrom } from "../../model/edits/renumber.ts";
import { headingOf } from "../../model/facts/heading.ts";
import { type NumberedSection, type NumberingFault, numberingFaults } from "../../model/facts/numbering.ts";
import type { ReportDocument } from "../../model/reportDocument.ts";
import { type Span, span } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

type Gap = Extract<NumberingFault, { type: "gap" }>;

export default defineRule({
  id: "numbering/gap",
  summary: { zh: "同级序号不连续", en: "a number is missing among siblings" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "offer",
  authority: { level: "实务", source: "GB/T 9704—2012 7.3.3 的结构层次序数" },
  messages: {
    gap: {
      zh: "“{before}”之后直接到了“{at}”，缺少“{missing}”。若是漏了内容请补上；若没有漏，把后面的序号依次改过来。（实务）",
      en: "“{before}” is followed by “{at}”; “{missing}” is missing. Add what was lost, or renumber what follows. (Practice)",
    },
    lostMark: {
      zh: "“{before}”之后直接到了“{at}”，这一段像是丢了序号的“{missing}”。可补上序号；若它不是标题，把后面的序号依次改过来。（实务）",
      en: "“{before}” is followed by “{at}”, and this paragraph reads like “{missing}” without its mark. Insert the mark, or renumber what follows. (Practice)",
    },
  },
  fixes: {
    insert: {
      kind: "offer",
      title: { zh: "在这一段前补上“{missing}”", en: "Insert “{missing}” before this paragraph" },
      edits: (_doc, finding) => [
        { span: span(finding.span.start, finding.span.start), newText: String(finding.data.missing) },
      ],
    },
    renumber: {
      kind: "offer",
      title: {
        zh: "把“{at}”改为“{missing}”，其后依次前移",
        en: "Change “{at}” to “{missing}” and move up what follows",
      },
      edits(doc, finding) {
        const gap = gapsOf(doc).find(({ at }) => at.markSpan.start === finding.data.offset);
        return gap ? shiftFrom(gap.run, gap.at, -gap.missing.length) : [];
      },
    },
  },
  *check({ doc, report }) {
    for (const gap of gapsOf(doc)) {
      const { before, at, missing } = gap;
      const lost = missing.length === 1 ? lostHeading(doc, before, at) : null;
      const data = {
        before: doc.slice(before.markSpan).trim(),
        at: doc.slice(at.markSpan).trim(),
        missing: missing.map((number) => formatMark(at.mark.style, number, wellFormed(before.mark))).join(""),
        offset: at.markSpan.start,
      };
      if (lost) yield report(lost, "lostMark", data, ["insert", "renumber"]);
      else yield report(at.markSpan, "gap", data, ["renumber"]);
    }
  },
});

function gapsOf(doc: ReportDocument): readonly Gap[] {
  return doc.derive(numberingFaults).filter((fault): fault is Gap => fault.type === "gap");
}

/** A mark whose brackets are of two widths is no model for a new one. */
function wellFormed(mark: NumberingMark): NumberingMark | undefined {
  return (mark.open === "(") === (mark.close === ")") ? mark : undefined;
}

const longestHeading = 40;
/** Paragraphs that begin so go on with the one before; they were no headings. */
const continuation =
  /^(?:[一二三四五六七八九十]{1,3}[是要]|首先|其次|再次|最后|第[一二三四五六七八九十]|同时|此外|另外|其中|通过|截至|截止|目前|今年|去年|全年|一年来|近年来|按照|根据|围绕这|为此|对此|因此|在此|(?:19|20)\d\d年|[（(【“《])/;

/**
 * The one paragraph between two siblings that reads like a heading without its mark: the same shape as its neighbours,
 * a short first sentence with text behind it, or a short line of its own. Null when there is none, or more than one.
 */
function lostHeading(doc: ReportDocument, before: NumberedSection, at: NumberedSection): Span | null {
  const runIn = before.heading.runIn || at.heading.runIn;
  const found: Span[] = [];
  for (let line = before.line + 1; line < at.line; line++) {
    const block = doc.blocks[line]!;
    if (block.blank || headingOf(block) !== null) continue;
    const lead = leadingBlank.exec(block.text)?.[0].length ?? 0;
    const text = block.text.slice(lead).trimEnd();
    const length = runIn ? runInLength(text) : ownLineLength(text);
    if (length === 0 || continuation.test(text)) continue;
    const start = doc.lines.startOf(line) + lead;
    found.push(span(start, start + length));
  }
  return found.length === 1 ? found[0]! : null;
}

function runInLength(text: string): number {
  const end = sentenceEnd(text, 0);
  if (end === -1 || end > longestHeading || text.slice(end).trim() === "") return 0;
  const clauses = text.slice(0, end).split(/[，、]/);
  return end >= 5 && clauses.every((clause) => clause.length <= 20) ? end : 0;
}

function ownLineLength(text: string): number {
  return text.length >= 4 &&
    text.length <= longestHeading &&
    !/[。；！？：，、]/.test(text.slice(-1)) &&
    !/[。；]/.test(text)
    ? text.length
    : 0;
}

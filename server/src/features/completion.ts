import type { KindSlot } from "../catalog/types.ts";
import { leadingBlank } from "../chinese/characters.ts";
import { parseMark } from "../chinese/marks.ts";
import { newSection, numberAt, unitedSlots } from "../model/edits/insertSection.ts";
import { renumberOne } from "../model/edits/renumber.ts";
import type { NumberedSection } from "../model/facts/numbering.ts";
import { type Section, topSections } from "../model/facts/outline.ts";
import { report } from "../model/facts/report.ts";
import { slots } from "../model/facts/slots.ts";
import type { ReportDocument } from "../model/reportDocument.ts";
import { span } from "../text/span.ts";
import type { TextEdit } from "../text/textEdit.ts";
import { toSnippet } from "./snippet.ts";
import type { ReportCompletion } from "./types.ts";

/** What a writer may have typed where a section is to begin: nothing, `/`, hashes, a mark, the beginning of its name. */
const opening = /^(?:\/|#{1,6}[ \t]*|)([A-Za-z]{0,8}|[\u3400-\u9fff]{0,8})$/;

/** The section skeletons that fit at `offset`: those the report lacks, in the order in which it wants them. */
export function completions(doc: ReportDocument, offset: number): readonly ReportCompletion[] {
  const { isReport, kinds } = doc.derive(report);
  if (!isReport) return [];
  const line = doc.lines.lineAt(offset);
  const block = doc.blocks[line]!;
  const lineStart = doc.lines.startOf(line);
  const before = block.text.slice(0, offset - lineStart);
  if (block.opaque || block.text.slice(offset - lineStart).trim() !== "") return [];
  const lead = leadingBlank.exec(before)?.[0].length ?? 0;
  const typed = before.slice(lead);
  const mark = parseMark(typed.replace(/^#{1,6}[ \t]+/, ""), 0);
  const level1 = mark === null || mark.style === "chinese";
  const words = mark ? typed.slice(typed.indexOf(mark.written) + (mark.end - mark.numeral.start)) : typed;
  if (!level1 || !opening.test(words)) return [];

  const top = topSections(doc).filter((section) => section.line !== line);
  const position = top.filter((section) => section.line < line).length;
  const number = mark?.number ?? numberAt(top, position);
  const { filled } = doc.derive(slots);
  const united = unitedSlots(kinds);
  // A heading that is being typed fills its slot already; what it says must not hide the skeleton for it.
  const own = new Set(ownSlots(doc, line));
  const missing = united.filter(({ slot }) => !filled.has(slot) || own.has(slot));
  return missing.map((slot, index) => {
    const text = sectionText(doc, slot, number, typed);
    return {
      label: slot.heading === "" ? slot.name.zh : text.split(/\r\n|\r|\n/)[0]!,
      detail: `${kinds[0]!.name.zh} · ${slot.name.zh}`,
      documentation: text,
      filterText: [typed, ...slot.prefixes, slot.name.zh, slot.heading].filter(Boolean).join(" "),
      sortText: `${slot.presence === "required" ? 0 : 1}${String(index).padStart(2, "0")}`,
      replace: span(lineStart + lead, offset),
      snippet: toSnippet(text),
      plain: text,
      additionalEdits: slot.heading === "" ? [] : renumberFollowing(top.slice(position), number),
    };
  });
}

function ownSlots(doc: ReportDocument, line: number) {
  const { bySection } = doc.derive(slots);
  return [...bySection].flatMap(([section, found]) => (section.line === line ? found : []));
}

/** The section with the hashes that were typed, where the writer began the line with them. */
function sectionText(doc: ReportDocument, slot: KindSlot, number: number, typed: string): string {
  const { headingLine, text } = newSection(doc, slot, number);
  const hashes = /^#{1,6}(?=[ \t])/.exec(typed)?.[0];
  if (slot.heading === "" || hashes === undefined) return text;
  return `${hashes} ${headingLine.replace(/^#+ /, "")}${text.slice(headingLine.length)}`;
}

function renumberFollowing(following: readonly Section[], number: number): readonly TextEdit[] {
  const numbered = following.filter((section): section is NumberedSection => section.mark !== null);
  // Numbers that leave room for the new section stay as they are: somebody deleted one and is putting it back.
  if ((numbered[0]?.mark.number ?? number + 1) > number) return [];
  return numbered.flatMap((section) => renumberOne(section, section.mark.number + 1));
}

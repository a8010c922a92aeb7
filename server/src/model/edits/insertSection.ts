import type { Kind, KindSlot, Slot } from "../../catalog/types.ts";
import { formatMark } from "../../chinese/marks.ts";
import { span } from "../../text/span.ts";
import type { TextEdit } from "../../text/textEdit.ts";
import type { NumberedSection } from "../facts/numbering.ts";
import { type Section, topSections } from "../facts/outline.ts";
import { report } from "../facts/report.ts";
import { saysSomething } from "../facts/residue.ts";
import { signature } from "../facts/signature.ts";
import { slots } from "../facts/slots.ts";
import type { ReportDocument } from "../reportDocument.ts";
import { renumberOne } from "./renumber.ts";

/** The slots of the kinds in one order: those of the first kind, the others of the second put where it has them. */
export function unitedSlots(kinds: readonly Kind[]): readonly KindSlot[] {
  const united: KindSlot[] = [];
  for (const kind of kinds) {
    let behind = -1;
    for (const slot of kind.slots) {
      const known = united.findIndex((other) => other.slot === slot.slot);
      if (known !== -1) {
        behind = Math.max(behind, known);
        if (rank(slot) < rank(united[known]!)) united[known] = { ...united[known]!, presence: slot.presence };
        continue;
      }
      behind++;
      united.splice(behind, 0, slot);
    }
  }
  return united;
}

function rank({ presence }: KindSlot): number {
  return ["required", "expected", "optional"].indexOf(presence);
}

/** A section to write: its number, its heading line and its body, lines ending with the document's line ending. */
export interface NewSection {
  readonly headingLine: string;
  readonly body: string;
  readonly text: string;
}

/** The words that close a report; a new section goes before them. */
const closing =
  /^[\s\u3000]*(?:特此报告|以上(?:述职|报告|汇报|是|，)|谢谢大家|谢谢！?$|述职完毕|汇报完毕|请(?:予|各位).{0,8}(?:评议|指正|审议))/;

/** The edits that insert the skeleton of `slot` where the kind wants it, later sections renumbered. */
export function insertSection(doc: ReportDocument, slot: KindSlot): readonly TextEdit[] {
  const top = topSections(doc);
  const { after, before } = placeFor(doc, slot.slot, top);
  const position = after ? top.indexOf(after) + 1 : before ? top.indexOf(before) : top.length;
  const following = top.slice(position).filter(isNumbered);
  const number = numberAt(top, position);
  const { text } = newSection(doc, slot, number);
  const gap = usesBlankLines(doc, top) ? doc.eol + doc.eol : doc.eol;
  const edits: TextEdit[] = [];
  if (before && !after) {
    const at = doc.lines.startOf(before.line);
    edits.push({ span: span(at, at), newText: text + gap });
  } else {
    const line = lastTextLine(doc, after?.lastLine ?? doc.lines.count - 1);
    const at = line === -1 ? 0 : doc.lines.endOf(line);
    edits.push({ span: span(at, at), newText: (line === -1 ? "" : gap) + text });
  }
  // Only a run without a fault of its own is renumbered; a gap is another finding with its own two repairs.
  for (const section of following) {
    if (section.mark.number >= number) edits.push(...renumberOne(section, section.mark.number + 1));
  }
  return edits;
}

/** The heading and skeleton of `slot` as this document would write them, with `number` for its mark. */
export function newSection(doc: ReportDocument, slot: KindSlot, number: number): NewSection {
  const headingLine = headingPrefix(doc, number) + slot.heading;
  const top = topSections(doc);
  const gap = usesBlankLines(doc, top) ? doc.eol + doc.eol : doc.eol;
  const body = slot.skeleton
    .trimEnd()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join(gap);
  const text = slot.heading === "" ? body : body === "" ? headingLine : headingLine + gap + body;
  return { headingLine, body, text };
}

/** What stands before the words of a level-1 heading in this document: `二、`, `## 二、`, `## `. */
export function headingPrefix(doc: ReportDocument, number: number): string {
  const sample = topSections(doc)[0];
  if (sample) {
    const hashes = sample.heading.depth > 0 ? `${"#".repeat(sample.heading.depth)} ` : "";
    return sample.mark ? hashes + formatMark(sample.mark.style, number, sample.mark) : hashes;
  }
  const usesHashes = doc.blocks.some((block) => block.atx !== null);
  return (usesHashes ? "## " : "") + formatMark("chinese", number);
}

/** The number a level-1 section gets at `position` among `top`. */
export function numberAt(top: readonly Section[], position: number): number {
  const numbered = top.slice(0, position).filter(isNumbered);
  return (numbered.at(-1)?.mark.number ?? 0) + 1;
}

function isNumbered(section: Section): section is NumberedSection {
  return section.mark !== null;
}

/** The section behind which `slot` belongs, and the one before which it does. */
export function placeFor(
  doc: ReportDocument,
  slot: Slot,
  top: readonly Section[],
): { after: Section | undefined; before: Section | undefined } {
  const order = unitedSlots(doc.derive(report).kinds).map((each) => each.slot);
  const { bySection } = doc.derive(slots);
  const wanted = order.indexOf(slot);
  const places = (section: Section): readonly number[] =>
    (bySection.get(section) ?? []).map((each) => order.indexOf(each)).filter((place) => place !== -1);
  const after = top.findLast((section) => places(section).some((place) => place < wanted));
  const before = top.find((section) => places(section).some((place) => place > wanted));
  return { after, before };
}

/** Whether the document sets a blank line before its level-1 headings. */
export function usesBlankLines(doc: ReportDocument, top: readonly Section[]): boolean {
  const sample = top.find(({ line }) => line > 0);
  if (sample) return doc.blocks[sample.line - 1]!.text.trim() === "";
  return !doc.blocks.some((block, line) => line > 0 && !block.blank && !doc.blocks[line - 1]!.blank && !block.atx);
}

/** The last line up to `line` that holds text of the report proper: no residue alone, no closing words, no signature. */
function lastTextLine(doc: ReportDocument, line: number): number {
  const signed = doc.derive(signature);
  let last = line;
  if (signed && signed.firstLine <= line) last = signed.firstLine - 1;
  while (last >= 0 && (!saysSomething(doc.blocks[last]!) || closing.test(doc.blocks[last]!.text))) last--;
  return last;
}

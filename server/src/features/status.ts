import { type Block, blockFact } from "../model/block.ts";
import { unitedSlots } from "../model/edits/insertSection.ts";
import { placeholders } from "../model/facts/placeholders.ts";
import { report } from "../model/facts/report.ts";
import { slots } from "../model/facts/slots.ts";
import type { ReportDocument } from "../model/reportDocument.ts";
import type { Locale, ReportStatus } from "./types.ts";

/** Characters that a reader counts: no white space, nothing protected; a surrogate pair is one. */
const readable: (block: Block) => number = blockFact((block) => {
  if (block.blank) return 0;
  let readable = "";
  let behind = 0;
  for (const { start, end } of block.protected) {
    readable += block.text.slice(behind, start);
    behind = end;
  }
  readable += block.text.slice(behind);
  let count = 0;
  for (const character of readable) if (!/\s/.test(character)) count++;
  return count;
});

/** What the status bar tells about a report. */
export function status(doc: ReportDocument, locale: Locale, hiddenFindings: number): ReportStatus {
  const { isReport, kinds } = doc.derive(report);
  const { filled } = doc.derive(slots);
  return {
    isReport,
    kindName: kinds.map(({ name }) => name[locale]).join(locale === "zh" ? "、" : ", "),
    characters: doc.blocks.reduce((sum, block) => sum + readable(block), 0),
    placeholders: isReport ? doc.derive(placeholders).length : 0,
    missingSections: unitedSlots(kinds)
      .filter(({ slot, presence }) => presence === "required" && !filled.has(slot))
      .map(({ name }) => name[locale]),
    hiddenFindings,
  };
}

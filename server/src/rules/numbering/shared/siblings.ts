import { formatMark } from "../../../chinese/marks.ts";
import { renumberRun } from "../../../model/edits/renumber.ts";
import { type NumberingFault, numberingFaults } from "../../../model/facts/numbering.ts";
import type { DocumentContext, Finding, Fix } from "../../engine/rule.ts";

/** The faults that numbering the siblings anew repairs. */
type SiblingFault = Exclude<NumberingFault["type"], "gap">;

/** A finding at each fault of `type`, over the mark that is wrong. */
export function* siblingFindings(type: SiblingFault, { doc, report }: DocumentContext): Generator<Finding> {
  for (const fault of doc.derive(numberingFaults)) {
    if (fault.type !== type) continue;
    const { at, run } = fault;
    const expected = formatMark(run.style, run.first, run.members[0]!.mark);
    yield report(at.markSpan, type, { at: doc.slice(at.markSpan).trim(), expected: expected.trim() }, ["renumber"]);
  }
}

/** Numbers the siblings of a fault of `type` one after the other. */
export function renumberSiblings(type: SiblingFault): Fix {
  return {
    kind: "offer",
    title: { zh: "把这一级从“{expected}”起重新编号", en: "Renumber this level from “{expected}” on" },
    edits(doc, { span }) {
      const fault = doc
        .derive(numberingFaults)
        .find((each) => each.type === type && each.at.markSpan.start === span.start);
      return fault ? renumberRun(fault.run) : [];
    },
  };
}

import { formatNumeral } from "../../chinese/marks.ts";
import type { TextEdit } from "../../text/textEdit.ts";
import { type NumberedSection, type NumberingRun, numeralSpan } from "../facts/numbering.ts";

/** Writes `number` into the mark of `section`; nothing when it says so already. */
export function renumberOne(section: NumberedSection, number: number): readonly TextEdit[] {
  if (number === section.mark.number || number < 1) return [];
  return [{ span: numeralSpan(section), newText: formatNumeral(section.mark.style, number, section.mark.written) }];
}

/** Numbers the members of a run one after the other, from its first number on. */
export function renumberRun(run: NumberingRun): readonly TextEdit[] {
  return run.members.flatMap((section, index) => renumberOne(section, run.first + index));
}

/** Moves `from` and all that follow it in the run by `by` numbers. */
export function shiftFrom(run: NumberingRun, from: NumberedSection, by: number): readonly TextEdit[] {
  return run.members
    .slice(run.members.indexOf(from))
    .flatMap((section) => renumberOne(section, section.mark.number + by));
}

import type { MarkStyle, NumberingMark } from "../../chinese/marks.ts";
import type { Span } from "../../text/span.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { headingOf } from "./heading.ts";
import { outline, type Section } from "./outline.ts";

/** A section that carries a numbering mark. */
export type NumberedSection = Section & { readonly mark: NumberingMark };

/** Siblings that count together: the same parent, the same style, no restart between them. */
export interface NumberingRun {
  readonly style: MarkStyle;
  readonly members: readonly NumberedSection[];
  /** What the first member should be: 1, or one more than where the style left off under an earlier parent. */
  readonly first: number;
}

/** Something wrong in the count of a run. */
export type NumberingFault =
  | { readonly type: "start"; readonly run: NumberingRun; readonly at: NumberedSection }
  | { readonly type: "duplicate" | "order"; readonly run: NumberingRun; readonly at: NumberedSection }
  | {
      readonly type: "gap";
      readonly run: NumberingRun;
      readonly at: NumberedSection;
      readonly before: NumberedSection;
      readonly missing: readonly number[];
    };

/** The runs of a document, in the order of their first members. */
export const numberingRuns = defineFact("numberingRuns", (doc: ReportDocument): readonly NumberingRun[] => {
  const { all, roots } = doc.derive(outline);
  const runs = [roots, ...all.map(({ children }) => children)].flatMap((siblings) => runsAmong(doc, siblings));
  runs.sort((a, b) => a[0]!.line - b[0]!.line);
  const last = new Map<string, number>();
  return runs.map((members) => {
    const { mark, region } = members[0]!;
    const key = `${region}/${mark.style}`;
    const continued = (last.get(key) ?? 0) + 1;
    last.set(key, members.at(-1)!.mark.number);
    return { style: mark.style, members, first: mark.number === continued ? continued : 1 };
  });
});

/** The siblings that count together: of one style, in one region, no restart between them. */
function runsAmong(doc: ReportDocument, siblings: readonly Section[]): readonly NumberedSection[][] {
  const current = new Map<MarkStyle, NumberedSection[]>();
  const runs: NumberedSection[][] = [];
  for (const section of siblings) {
    if (!isNumbered(section)) continue;
    const run = current.get(section.mark.style);
    const last = run?.at(-1);
    if (run && last && last.region === section.region && !restarts(doc, last, section)) {
      run.push(section);
      continue;
    }
    const opened = [section];
    current.set(section.mark.style, opened);
    runs.push(opened);
  }
  return runs;
}

function isNumbered(section: Section): section is NumberedSection {
  return section.mark !== null;
}

/** From level 3 on a list may begin anew below the same heading, where ordinary text stands between the two lists. */
function restarts(doc: ReportDocument, before: NumberedSection, section: NumberedSection): boolean {
  if (section.mark.number !== 1 || section.level < 3) return false;
  const between = doc.blocks.slice(before.line + 1, section.line);
  return between.some((block) => !block.blank && headingOf(block) === null);
}

/** What is wrong in the numbering, in the order of the places. */
export const numberingFaults = defineFact("numberingFaults", (doc: ReportDocument): readonly NumberingFault[] =>
  doc.derive(numberingRuns).flatMap((run) => faultsOf(run)),
);

function faultsOf(run: NumberingRun): readonly NumberingFault[] {
  const kept = longestIncreasing(run.members.map(({ mark }) => mark.number));
  const inPlace = new Set(kept);
  const numbersInPlace = new Set(kept.map((index) => run.members[index]!.mark.number));
  let numbers: ReadonlySet<number> | undefined;
  const present = (): ReadonlySet<number> => {
    numbers ??= new Set(run.members.map(({ mark }) => mark.number));
    return numbers;
  };
  const faults: NumberingFault[] = [];
  let before: number | null = null;
  run.members.forEach((at, index) => {
    const { number } = at.mark;
    if (!inPlace.has(index)) {
      faults.push({ type: numbersInPlace.has(number) ? "duplicate" : "order", run, at });
      return;
    }
    if (before === null) {
      // Members out of place in front of it may be what took the first numbers.
      if (number !== run.first && index < number - run.first) faults.push({ type: "start", run, at });
    } else {
      const missing = missingBetween(run.members[before]!.mark.number, number, present);
      // One out of place between the two is most likely the missing one; it has its own finding.
      if (missing.length > index - before - 1) {
        faults.push({ type: "gap", run, at, before: run.members[before]!, missing });
      }
    }
    before = index;
  });
  return faults;
}

/** The numbers between two that follow each other in place; those that occur elsewhere in the run are not missing. */
function missingBetween(before: number, at: number, present: () => ReadonlySet<number>): readonly number[] {
  const missing: number[] = [];
  // A mark such as 99、 is a slip of the finger, not ninety lost paragraphs; nobody wants them listed.
  for (let number = before + 1; number < at && missing.length < 20; number++) {
    if (!present().has(number)) missing.push(number);
  }
  return missing;
}

/** The indexes of a longest strictly increasing subsequence; among equals the earliest. */
export function longestIncreasing(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    // An equal number further on does not take the place of the one that came first.
    if (low === tails.length || numbers[tails[low]!]! > number) tails[low] = index;
  });
  const result: number[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index]!) result.push(index);
  return result.reverse();
}

/** Where the numeral of a section's mark stands, in offsets of the document. */
export function numeralSpan(section: NumberedSection): Span {
  const shift = section.markSpan.start - section.mark.start;
  return { start: section.mark.numeral.start + shift, end: section.mark.numeral.end + shift };
}

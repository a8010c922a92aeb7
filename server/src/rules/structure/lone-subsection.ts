import { formatMark } from "../../chinese/marks.ts";
import { type NumberingRun, numberingRuns } from "../../model/facts/numbering.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "structure/lone-subsection",
  summary: { zh: "只有（一）没有（二）", en: "a first item without a second" },
  severity: "info",
  scope: "document",
  kinds: "all",
  fix: "none",
  authority: { level: "实务", source: "写作惯例" },
  messages: {
    lone: {
      zh: "这一层只有“{mark}”，没有“{next}”。只有一项就不必编号；若还有内容，请接着编下去。（实务）",
      en: "“{mark}” stands alone: there is no “{next}”. A single item needs no number; if more was meant, number it on. (Practice)",
    },
  },
  *check({ doc, report }) {
    const runs = doc.derive(numberingRuns);
    const next = nextOfStyle(runs);
    for (const run of runs) {
      const { style, members, first } = run;
      const [only] = members;
      if (!only || members.length > 1 || only.level < 2 || only.mark.number !== 1 || first !== 1) continue;
      // （一） below 一、 and （二） below 二、 run on across their parents, which is legal.
      const goesOn = next.get(run);
      if (goesOn && goesOn.first === 2) continue;
      const written = doc.slice(only.markSpan);
      yield report(only.headingSpan, "lone", { mark: written, next: formatMark(style, 2, only.mark) });
    }
  },
});

/** For each run the next one of its style in the same region. */
function nextOfStyle(runs: readonly NumberingRun[]): ReadonlyMap<NumberingRun, NumberingRun> {
  const next = new Map<NumberingRun, NumberingRun>();
  const latest = new Map<string, NumberingRun>();
  for (const run of runs.toReversed()) {
    const key = `${run.style} ${run.members[0]!.region}`;
    const following = latest.get(key);
    if (following) next.set(run, following);
    latest.set(key, run);
  }
  return next;
}

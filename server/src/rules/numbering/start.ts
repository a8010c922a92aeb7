import { formatMark } from "../../chinese/marks.ts";
import { renumberRun } from "../../model/edits/renumber.ts";
import { numberingFaults } from "../../model/facts/numbering.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "numbering/start",
  summary: { zh: "序号不从一（1）开始", en: "a count that does not begin at one" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "offer",
  authority: { level: "实务", source: "GB/T 9704—2012 7.3.3 的结构层次序数" },
  messages: {
    start: {
      zh: "这一级从“{at}”开始，前面没有“{expected}”。若是漏了内容请补上，否则从头编号。（实务）",
      en: "This level begins with “{at}”; there is no “{expected}” before it. Add what was lost, or number from the start. (Practice)",
    },
  },
  fixes: {
    renumber: {
      kind: "offer",
      title: { zh: "把这一级从“{expected}”起重新编号", en: "Renumber this level from “{expected}” on" },
      edits(doc, finding) {
        const fault = doc
          .derive(numberingFaults)
          .find(({ type, at }) => type === "start" && at.markSpan.start === finding.span.start);
        return fault ? renumberRun(fault.run) : [];
      },
    },
  },
  *check({ doc, report }) {
    for (const { type, at, run } of doc.derive(numberingFaults)) {
      if (type !== "start") continue;
      const expected = formatMark(run.style, run.first, run.members[0]!.mark);
      yield report(at.markSpan, "start", { at: doc.slice(at.markSpan).trim(), expected: expected.trim() }, [
        "renumber",
      ]);
    }
  },
});

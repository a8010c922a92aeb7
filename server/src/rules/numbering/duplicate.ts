import { formatMark } from "../../chinese/marks.ts";
import { renumberRun } from "../../model/edits/renumber.ts";
import { numberingFaults } from "../../model/facts/numbering.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "numbering/duplicate",
  summary: { zh: "同级序号重复", en: "a number is repeated among siblings" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "offer",
  authority: { level: "实务", source: "GB/T 9704—2012 7.3.3 的结构层次序数" },
  messages: {
    duplicate: {
      zh: "“{at}”在同一级里已经用过。请改成它应有的序号，或把这一级重新编号。（实务）",
      en: "“{at}” was used before at this level. Give it its own number, or renumber the siblings. (Practice)",
    },
  },
  fixes: {
    renumber: {
      kind: "offer",
      title: { zh: "把这一级从“{expected}”起重新编号", en: "Renumber this level from “{expected}” on" },
      edits(doc, finding) {
        const fault = doc
          .derive(numberingFaults)
          .find(({ type, at }) => type === "duplicate" && at.markSpan.start === finding.span.start);
        return fault ? renumberRun(fault.run) : [];
      },
    },
  },
  *check({ doc, report }) {
    for (const { type, at, run } of doc.derive(numberingFaults)) {
      if (type !== "duplicate") continue;
      const expected = formatMark(run.style, run.first, run.members[0]!.mark);
      yield report(at.markSpan, "duplicate", { at: doc.slice(at.markSpan).trim(), expected: expected.trim() }, [
        "renumber",
      ]);
    }
  },
});

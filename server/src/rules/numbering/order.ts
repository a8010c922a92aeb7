import { formatMark } from "../../chinese/marks.ts";
import { renumberRun } from "../../model/edits/renumber.ts";
import { numberingFaults } from "../../model/facts/numbering.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "numbering/order",
  summary: { zh: "同级序号次序颠倒", en: "numbers out of order among siblings" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "offer",
  authority: { level: "实务", source: "GB/T 9704—2012 7.3.3 的结构层次序数" },
  messages: {
    order: {
      zh: "“{at}”的次序不对，前后的序号都比它大或比它小。请调整次序，或把这一级重新编号。（实务）",
      en: "“{at}” is out of order among its siblings. Move it, or renumber the siblings. (Practice)",
    },
  },
  fixes: {
    renumber: {
      kind: "offer",
      title: { zh: "把这一级从“{expected}”起重新编号", en: "Renumber this level from “{expected}” on" },
      edits(doc, finding) {
        const fault = doc
          .derive(numberingFaults)
          .find(({ type, at }) => type === "order" && at.markSpan.start === finding.span.start);
        return fault ? renumberRun(fault.run) : [];
      },
    },
  },
  *check({ doc, report }) {
    for (const { type, at, run } of doc.derive(numberingFaults)) {
      if (type !== "order") continue;
      const expected = formatMark(run.style, run.first, run.members[0]!.mark);
      yield report(at.markSpan, "order", { at: doc.slice(at.markSpan).trim(), expected: expected.trim() }, [
        "renumber",
      ]);
    }
  },
});

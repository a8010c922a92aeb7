import { insertSection, unitedSlots } from "../../model/edits/insertSection.ts";
import { report as reportFact } from "../../model/facts/report.ts";
import { slots } from "../../model/facts/slots.ts";
import { title } from "../../model/facts/title.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "structure/missing-section",
  summary: { zh: "缺少这种报告应有的部分", en: "a section that this kind of report has is missing" },
  severity: "warning",
  finalSeverity: "error",
  scope: "document",
  kinds: "all",
  fix: "offer",
  authority: { level: "实务", source: "各类述职评议考核通知与写作惯例" },
  messages: {
    missing: {
      zh: "{kind}没有写“{name}”。这一部分通常不可少，缺了往往会被退回；可用快速修复在合适的位置插入“{heading}”。（实务）",
      en: "This {kindEn} has no “{nameEn}”. The section is hardly ever left out; a quick fix inserts “{heading}” where it belongs. (Practice)",
    },
    expected: {
      zh: "{kind}一般还写“{name}”，定稿前请确认是否需要。（实务）",
      en: "A {kindEn} usually has “{nameEn}” as well; see whether yours needs it before you hand it in. (Practice)",
      severity: "info",
    },
  },
  fixes: {
    insert: {
      kind: "offer",
      title: { zh: "插入“{heading}”一节", en: "Insert the section “{heading}”" },
      edits(doc, { data }) {
        const slot = unitedSlots(doc.derive(reportFact).kinds).find((each) => each.slot === data.slot);
        return slot ? insertSection(doc, slot) : [];
      },
    },
  },
  *check({ doc, report, profile }) {
    const { kinds } = doc.derive(reportFact);
    const kind = kinds[0];
    if (!kind) return;
    const { filled } = doc.derive(slots);
    const line = doc.blocks.findIndex((block) => !block.blank);
    const place = doc.derive(title)?.span ?? (line === -1 ? span(0, 0) : doc.lineSpan(line));
    for (const slot of unitedSlots(kinds)) {
      if (filled.has(slot.slot) || slot.presence === "optional") continue;
      // Closing words and the opening paragraph are no sections; the rules on opening and closing see to them.
      if (slot.heading === "" || (slot.presence === "expected" && profile !== "final")) continue;
      const data = {
        slot: slot.slot,
        name: slot.name.zh,
        nameEn: slot.name.en,
        heading: slot.heading,
        kind: kind.name.zh,
        kindEn: kind.name.en,
      };
      yield report(place, slot.presence === "required" ? "missing" : "expected", data, ["insert"]);
    }
  },
});

import { residueMarkers } from "../../model/facts/residue.ts";
import { slice } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "residue/marker",
  summary: { zh: "网站付费标记残留", en: "marks that a website left behind" },
  severity: "warning",
  finalSeverity: "error",
  scope: "block",
  kinds: "all",
  fix: "safe",
  authority: { level: "实务", source: "内容管理系统的付费阅读标记" },
  messages: {
    marker: {
      zh: "“{text}”是网站的付费阅读标记，复制时带进来的，不属于正文。删去标记即可，两边的文字不受影响。（实务）",
      en: "“{text}” is a website's paywall mark that came along with the copied text. Delete it; the text around it stays. (Practice)",
    },
  },
  fixes: {
    remove: {
      kind: "safe",
      title: { zh: "删除“{text}”", en: "Delete “{text}”" },
      edits: (_doc, { span }) => [{ span, newText: "" }],
    },
  },
  *check({ block, report }) {
    for (const span of residueMarkers(block))
      yield report(span, "marker", { text: slice(block.text, span) }, ["remove"]);
  },
});

import { defineRule } from "../engine/rule.ts";
import { renumberSiblings, siblingFindings } from "./shared/siblings.ts";

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
  fixes: { renumber: renumberSiblings("order") },
  check: (context) => siblingFindings("order", context),
});

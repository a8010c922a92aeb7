import { defineRule } from "../engine/rule.ts";
import { renumberSiblings, siblingFindings } from "./shared/siblings.ts";

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
  fixes: { renumber: renumberSiblings("duplicate") },
  check: (context) => siblingFindings("duplicate", context),
});

import { defineRule } from "../engine/rule.ts";
import { renumberSiblings, siblingFindings } from "./shared/siblings.ts";

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
  fixes: { renumber: renumberSiblings("start") },
  check: (context) => siblingFindings("start", context),
});

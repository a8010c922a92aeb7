import { title } from "../../model/facts/title.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "structure/missing-title",
  summary: { zh: "第一节之前没有标题", en: "no title before the first section" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "none",
  authority: { level: "国标一般", source: "GB/T 9704—2012 7.3.1" },
  messages: {
    missing: {
      zh: "正文之前没有标题。标题由单位、事由和文种组成，请在第一行补上，如“2025年度某局党支部书记抓基层党建工作述职报告”。（GB/T 9704—2012 7.3.1）",
      en: "No title stands before the text. A title names the organisation, the matter and the type of document; write one in the first line. (GB/T 9704—2012 7.3.1)",
    },
  },
  *check({ doc, report }) {
    if (doc.derive(title) !== null) return;
    const line = doc.blocks.findIndex((block) => !block.blank);
    yield report(line === -1 ? span(0, 0) : doc.lineSpan(line), "missing");
  },
});

import { outline, type Section } from "../../model/facts/outline.ts";
import type { ReportDocument } from "../../model/reportDocument.ts";
import { span } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "numbering/bracket",
  summary: { zh: "序号的括号全角半角不一", en: "brackets of a number in two widths" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "safe",
  authority: { level: "实务", source: "GB/T 9704—2012 7.3.3 的序数写作“（一）”“（1）”" },
  messages: {
    mixed: {
      zh: "“{written}”的括号一半全角一半半角，应为“{right}”。（实务）",
      en: "The brackets of “{written}” are of two widths; write “{right}”. (Practice)",
      severity: "error",
    },
    halfWidth: {
      zh: "全文的序号用全角括号，这里的“{written}”是半角，应为“{right}”。（实务）",
      en: "The document numbers with full-width brackets; “{written}” is half-width. Write “{right}”. (Practice)",
    },
  },
  fixes: {
    unify: {
      kind: "safe",
      title: { zh: "改为“{right}”", en: "Change to “{right}”" },
      edits: (_doc, { span: place, data }) => [{ span: place, newText: String(data.right) }],
    },
  },
  *check({ doc, report }) {
    const bracketed = doc.derive(outline).all.filter(hasBrackets);
    const fullWidth = bracketed.filter(({ mark }) => mark?.open === "（" && mark.close === "）").length;
    const halfWidth = bracketed.filter(({ mark }) => mark?.open === "(" && mark.close === ")").length;
    // Marks of two widths follow the majority, so that repairing them never turns a tidy document into a mixed one.
    const [open, close] = fullWidth >= halfWidth ? "（）" : "()";
    for (const section of bracketed) {
      const mark = section.mark!;
      const mixed = (mark.open === "(") !== (mark.close === ")");
      if (!mixed && (mark.open === "（" || open === "(")) continue;
      const place = bracketSpan(section);
      const written = doc.slice(place);
      const right = `${open}${written.slice(1, -1)}${close}`;
      yield report(place, mixed ? "mixed" : "halfWidth", { written, right }, ["unify"]);
    }
  },
});

function hasBrackets({ mark }: Section): boolean {
  return mark !== null && mark.open !== "" && mark.close !== "";
}

/** From the opening to the closing bracket, the separator behind it left out. */
function bracketSpan(section: Section): ReturnType<ReportDocument["lineSpan"]> {
  return span(section.markSpan.start, section.markSpan.end - section.mark!.separator.length);
}

import { outline, type Section } from "../../model/facts/outline.ts";
import { saysSomething } from "../../model/facts/residue.ts";
import type { ReportDocument } from "../../model/reportDocument.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "structure/empty-section",
  summary: { zh: "标题下没有内容", en: "a heading with nothing below it" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "none",
  authority: { level: "实务", source: "写作惯例" },
  messages: {
    empty: {
      zh: "“{name}”下面没有正文，也没有下一级标题。请补写内容，或删去这个标题。（实务）",
      en: "Nothing is written below “{name}”. Write its text, or delete the heading. (Practice)",
    },
  },
  *check({ doc, report }) {
    for (const section of doc.derive(outline).all) {
      if (section.children.length > 0 || hasText(doc, section) || isItem(doc, section)) continue;
      yield report(section.headingSpan, "empty", { name: section.heading.name });
    }
  },
});

function hasText(doc: ReportDocument, section: Section): boolean {
  if (section.heading.runIn) return true;
  for (let line = section.line + 1; line <= section.lastLine; line++) {
    const block = doc.blocks[line]!;
    if (block.opaque || saysSomething(block)) return true;
  }
  return false;
}

/**
 * Below level 1 a numbered line may be the text itself: a sentence with its full stop, or one of a list. From level 3 on
 * a line counts as a heading that lost its text only where every other member of the list has text below it.
 */
function isItem(doc: ReportDocument, section: Section): boolean {
  if (section.level <= 1 || section.mark === null) return false;
  if (section.level >= 3 && /[。；！？]\s*$/.test(doc.blocks[section.line]!.text)) return true;
  const others = (section.parent?.children ?? []).filter(
    (other) => other !== section && other.mark?.style === section.mark?.style,
  );
  const bare = others.filter((other) => other.children.length === 0 && !hasText(doc, other));
  return section.level >= 3 ? bare.length > 0 || others.length < 2 : others.length > 0 && bare.length === others.length;
}

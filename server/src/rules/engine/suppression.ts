import { defineFact, type ReportDocument } from "../../model/reportDocument.ts";
import { type Span, span } from "../../text/span.ts";

/**
 * Suppression comments:
 * `<!-- baogao-disable-next-line RULE… -- reason -->`, `<!-- baogao-disable RULE… -->` … `<!-- baogao-enable -->`,
 * `<!-- baogao-disable-file RULE… -->`. RULE is a rule id or a group; without one everything is meant.
 */
export interface Suppression {
  /** The comment. */
  readonly span: Span;
  /** Rule ids and groups; empty for all. */
  readonly rules: readonly string[];
  /** The lines in which findings are silenced, both ends included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const comment = /<!--\s*baogao-(disable-next-line|disable-file|disable|enable)(?:\s+([^>]*?))?\s*-->/g;

/** The suppressions of a document. A comment inside code is none. */
export const suppressions = defineFact("suppressions", (doc: ReportDocument): readonly Suppression[] => {
  if (!doc.text.includes("baogao-")) return [];
  const lastLine = doc.lines.count - 1;
  const found: { -readonly [Key in keyof Suppression]: Suppression[Key] }[] = [];
  const open: (typeof found)[number][] = [];
  doc.blocks.forEach((block, line) => {
    // A comment alone in its line is not opaque; code fences and front matter are.
    if (block.opaque) return;
    for (const match of block.text.matchAll(comment)) {
      const start = doc.lines.startOf(line) + match.index;
      const place = span(start, start + match[0].length);
      const rules = (match[2] ?? "")
        .split(/(?:^|\s)--(?:\s|$)/)[0]!
        .split(/[\s,，]+/)
        .filter(Boolean);
      if (match[1] === "enable") {
        const closes = open.filter((each) => rules.length === 0 || each.rules.some((rule) => rules.includes(rule)));
        for (const each of closes) {
          each.lastLine = line;
          open.splice(open.indexOf(each), 1);
        }
        continue;
      }
      const next = { span: place, rules, firstLine: line, lastLine };
      if (match[1] === "disable-file") next.firstLine = 0;
      if (match[1] === "disable-next-line") next.firstLine = next.lastLine = nextTextLine(doc, line);
      if (match[1] === "disable") open.push(next);
      found.push(next);
    }
  });
  return found;
});

/** The next line with text, since a Markdown comment usually has a blank line behind it. */
function nextTextLine(doc: ReportDocument, line: number): number {
  for (let next = line + 1; next < doc.blocks.length; next++) if (!doc.blocks[next]!.blank) return next;
  return line + 1;
}

/** Whether `suppression` silences `rule` in `line`. */
export function silences(suppression: Suppression, rule: string, line: number): boolean {
  if (line < suppression.firstLine || line > suppression.lastLine) return false;
  return (
    suppression.rules.length === 0 || suppression.rules.some((name) => name === rule || rule.startsWith(`${name}/`))
  );
}

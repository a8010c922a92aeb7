import { frontMatter } from "../model/facts/frontMatter.ts";
import { outline } from "../model/facts/outline.ts";
import { report } from "../model/facts/report.ts";
import type { ReportDocument } from "../model/reportDocument.ts";
import { type Span, span } from "../text/span.ts";

export interface Fold {
  readonly span: Span;
  readonly kind: "section" | "frontMatter";
}

/** What folds: front matter, and each section up to its last line with text, so that a blank line stays between two. */
export function folding(doc: ReportDocument): readonly Fold[] {
  if (!doc.derive(report).isReport) return [];
  const folds: Fold[] = [];
  const matter = doc.derive(frontMatter).span;
  if (matter) folds.push({ span: matter, kind: "frontMatter" });
  for (const { line, lastLine } of doc.derive(outline).all) {
    let last = lastLine;
    while (last > line && doc.blocks[last]!.text.trim() === "") last--;
    if (last > line) folds.push({ span: span(doc.lines.startOf(line), doc.lines.endOf(last)), kind: "section" });
  }
  return folds;
}

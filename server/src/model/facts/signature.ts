import { type Span, span } from "../../text/span.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";

/** Who signed and when: the last lines of a report. Spans are offsets of the document. */
export interface Signature {
  readonly firstLine: number;
  readonly name: Span | null;
  readonly date: Span | null;
}

const dateLine =
  /^[\s\u3000\u00a0]*((?:(?:19|20)[\dXx×*]{2}|[二一][〇○零九一二三四五六七八]{3})年[^年。]{1,6}月(?:[^月。]{1,4}日)?)[\s\u3000\u00a0]*$/;
/** A signature is short and no sentence. */
const nameLine =
  /^[\s\u3000\u00a0]*(?:述职人|报告人|汇报人|签名|署名)?[：:]?[\s\u3000]*([\u3400-\u9fffXx×*·（）]{2,20})[\s\u3000\u00a0]*$/;
/** Looked for among so many lines with text, counted from the end. */
const reach = 5;

export const signature = defineFact("signature", (doc: ReportDocument): Signature | null => {
  let seen = 0;
  for (let line = doc.blocks.length - 1; line >= 0 && seen < reach; line--) {
    const block = doc.blocks[line]!;
    if (block.blank) continue;
    seen++;
    const date = dateLine.exec(block.text);
    if (!date) continue;
    const above = previousText(doc, line);
    const name = above === -1 ? null : nameLine.exec(doc.blocks[above]!.text);
    return {
      firstLine: name ? above : line,
      name: name ? spanOf(doc, above, name) : null,
      date: spanOf(doc, line, date),
    };
  }
  return null;
});

function previousText(doc: ReportDocument, line: number): number {
  for (let above = line - 1; above >= 0; above--) if (!doc.blocks[above]!.blank) return above;
  return -1;
}

function spanOf(doc: ReportDocument, line: number, match: RegExpExecArray): Span {
  const start = doc.lines.startOf(line) + match.index + match[0].indexOf(match[1]!);
  return span(start, start + match[1]!.length);
}

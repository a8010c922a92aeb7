import { type Span, span } from "../../text/span.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { outline } from "./outline.ts";
import { title } from "./title.ts";

/** Who signed and when: the last lines of a report. Spans are offsets of the document. */
export interface Signature {
  readonly firstLine: number;
  readonly name: Span | null;
  readonly date: Span | null;
}

const blanks = "[\\s\\u3000\\u00a0]*";
/** What stands for a figure that is not filled in yet. */
const mask = "Xx×*_〇○";
const figure = `[\\d${mask}零一二三四五六七八九十]{1,5}`;
const year = `(?:(?:19|20)[\\d${mask}]{2}|[二一][〇○零九一二三四五六七八]{3}|[${mask}]{1,5})`;
const dateLine = new RegExp(
  `^${blanks}\\**(${year}${blanks}年${blanks}${figure}${blanks}月(?:${blanks}${figure}${blanks}日)?|【请填：[^】]*日期[^】]*】)\\**${blanks}$`,
);
/** A signature is short and no sentence; a name of two characters often has blanks between them. */
const nameLine = new RegExp(
  `^${blanks}\\**(?:述职人|报告人|汇报人|签名|署名)?[：:]?${blanks}([\\u3400-\\u9fffXx×*·（）]{2,20}|[\\u3400-\\u9fff][ \\u3000]+[\\u3400-\\u9fff]|【请填：[^】]*】)\\**${blanks}$`,
);
/** Looked for among so many lines with text, counted from the end. */
const reach = 5;

/** The signature of a report: behind its last section, before any 附件. */
export const signature = defineFact("signature", (doc: ReportDocument): Signature | null => {
  const { all, attachmentLines } = doc.derive(outline);
  const lastHeading = all.findLast(({ region }) => region === 0)?.line ?? -1;
  const first = Math.max(lastHeading, doc.derive(title)?.lastLine ?? -1) + 1;
  let seen = 0;
  for (let line = (attachmentLines[0] ?? doc.blocks.length) - 1; line >= first && seen < reach; line--) {
    const block = doc.blocks[line]!;
    if (block.blank) continue;
    seen++;
    const date = dateLine.exec(block.text);
    if (!date) continue;
    const above = previousText(doc, line, first);
    const name = above === -1 ? null : nameLine.exec(doc.blocks[above]!.text);
    return {
      firstLine: name ? above : line,
      name: name ? spanOf(doc, above, name) : null,
      date: spanOf(doc, line, date),
    };
  }
  return null;
});

function previousText(doc: ReportDocument, line: number, first: number): number {
  for (let above = line - 1; above >= first; above--) if (!doc.blocks[above]!.blank) return above;
  return -1;
}

function spanOf(doc: ReportDocument, line: number, match: RegExpExecArray): Span {
  const start = doc.lines.startOf(line) + match.index + match[0].indexOf(match[1]!);
  // Emphasis around the line is no part of what it says; stars that stand for a name are.
  const bare = match[1]!.length > 2 ? match[1]!.replace(/\*+$/, "") : match[1]!;
  return span(start, start + bare.length);
}

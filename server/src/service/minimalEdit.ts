import { span } from "../text/span.ts";
import type { TextEdit } from "../text/textEdit.ts";

/**
 * The edits that turn `before` into `after`: each line that differs, when both have as many lines, else the stretch
 * between the first and the last difference. Offsets of `before`; no edit ends inside a surrogate pair.
 */
export function minimalEdit(before: string, after: string): readonly TextEdit[] {
  const oldLines = before.split(/(?<=\n)/);
  const newLines = after.split(/(?<=\n)/);
  if (oldLines.length !== newLines.length) return stretch(before, after, 0);
  const edits: TextEdit[] = [];
  let offset = 0;
  oldLines.forEach((line, index) => {
    edits.push(...stretch(line, newLines[index]!, offset));
    offset += line.length;
  });
  return edits;
}

function stretch(before: string, after: string, offset: number): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (start > 0 && isHighSurrogate(before, start - 1)) start--;
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail--;
  const end = before.length - tail;
  return [{ span: span(offset + start, offset + end), newText: after.slice(start, after.length - tail) }];
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

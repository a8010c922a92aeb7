import type { Span } from "./span.ts";

/** Replaces what `span` covers by `newText`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The edits by place; insertions at one place keep the order in which they were given. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index)
    .map(({ edit }) => edit);
}

/** Whether two edits of one list touch the same characters, so that the list can't be applied at once. */
export function conflict(edits: readonly TextEdit[]): boolean {
  const sorted = inOrder(edits);
  return sorted.some((edit, index) => index > 0 && edit.span.start < sorted[index - 1]!.span.end);
}

/**
 * The text after all `edits`, whose spans are offsets into `text` as it was before any of them.
 *
 * @throws RangeError when two edits overlap or one leaves the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let behind = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < behind || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit ${span.start}–${span.end} overlaps another or leaves the text`);
    }
    result += text.slice(behind, span.start) + newText;
    behind = span.end;
  }
  return result + text.slice(behind);
}

import type { Span } from "../../server/src/text/span.ts";

/** A text with its marks taken out: `⟦…⟧` around ranges, `‸` at the cursor. */
export interface Marked {
  readonly text: string;
  /** The ranges in the order in which they open; they may nest. */
  readonly ranges: readonly Span[];
  /** The cursor, or -1. */
  readonly cursor: number;
}

/** Reads a marked text. Throws when a mark has no partner, since such a test asserts nothing. */
export function marked(source: string): Marked {
  let text = "";
  let cursor = -1;
  const ranges: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const character of source) {
    if (character === "⟦") {
      const range = { start: text.length, end: -1 };
      ranges.push(range);
      open.push(range);
    } else if (character === "⟧") {
      const range = open.pop();
      if (!range) throw new Error(`⟧ without ⟦ in ${source}`);
      range.end = text.length;
    } else if (character === "‸") {
      if (cursor !== -1) throw new Error(`two cursors in ${source}`);
      cursor = text.length;
    } else text += character;
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ in ${source}`);
  return { text, ranges, cursor };
}

/** Writes ranges into a text, so that a failing test shows where things are instead of numbers. */
export function mark(text: string, ranges: readonly Span[]): string {
  const inserts = ranges.flatMap(({ start, end }, index) => [
    { at: start, order: index, text: "⟦" },
    { at: end, order: -index, text: "⟧" },
  ]);
  // At one place what closes comes before what opens.
  inserts.sort((a, b) => a.at - b.at || (a.text === b.text ? a.order - b.order : a.text === "⟧" ? -1 : 1));
  let result = "";
  let behind = 0;
  for (const { at, text: insert } of inserts) {
    result += text.slice(behind, at) + insert;
    behind = at;
  }
  return result + text.slice(behind);
}

import type { Span } from "../text/span.ts";

/** A pair of star or underscore runs that Markdown reads as emphasis; offsets into the block. */
export interface Emphasis {
  /** From the first opening to behind the last closing character. */
  readonly span: Span;
  /** How many characters each of the two runs has: 1 or 2. */
  readonly width: number;
}

/**
 * One source line with what the Markdown parser says of it. Pasted reports have one paragraph a line, so a line, not
 * a Markdown paragraph, is what carries structure. A block does not know where it stands: blocks of equal content are
 * one object, also across versions of a document, and whatever is derived from a block is derived once.
 */
export interface Block {
  /** The line without its end-of-line characters. */
  readonly text: string;
  /** What no rule may look at (code, comments, link destinations, front matter), sorted, not overlapping. */
  readonly protected: readonly Span[];
  /** Emphasis that begins and ends in this line, outer pairs first. */
  readonly emphases: readonly Emphasis[];
  /** Where the text of an ATX heading begins behind its `#`s, and its depth from 1 to 6. */
  readonly atx: { readonly depth: number; readonly contentStart: number; readonly contentEnd: number } | null;
  /** Whether the whole line is protected or empty but for white space. */
  readonly blank: boolean;
}

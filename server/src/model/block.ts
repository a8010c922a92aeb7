import type { Catalog } from "../catalog/types.ts";
import { type EmphasisPair, merged, parseInline } from "../syntax/inline.ts";
import { openingFence, unclosedComment } from "../syntax/lines.ts";
import { type Span, span } from "../text/span.ts";

/** An ATX heading: its depth from 1 to 6 and where its content stands in the line, closing `#`s left out. */
export interface AtxHeading {
  readonly depth: number;
  readonly content: Span;
}

/**
 * One source line with what Markdown says of it. Pasted reports have one paragraph a line, so a line, not a Markdown
 * paragraph, carries structure. A block does not know where it stands: blocks of equal content are one object, also
 * across versions of a document, so whatever is derived from a block is derived once.
 */
export interface Block {
  /** The line without its end-of-line characters. */
  readonly text: string;
  /** What no rule may look at (code, comments, link destinations, front matter), sorted, not overlapping. */
  readonly protected: readonly Span[];
  /** Pairs of stars or underscores that may be emphasis; see `facts/emphasis.ts` for those that are. */
  readonly pairs: readonly EmphasisPair[];
  readonly atx: AtxHeading | null;
  /** Whether there is nothing to read: white space alone, or a line that is protected as a whole. */
  readonly blank: boolean;
  /** Whether the line belongs to front matter, a code fence or a comment as a whole. */
  readonly opaque: boolean;
  /** The data that facts of this block are derived with. */
  readonly catalog: Catalog;
}

/** A block as it was read, with the places for what is derived from it. */
class DerivedBlock implements Block {
  readonly text: string;
  readonly protected: readonly Span[];
  readonly pairs: readonly EmphasisPair[];
  readonly atx: AtxHeading | null;
  readonly blank: boolean;
  readonly opaque: boolean;
  readonly catalog: Catalog;
  /** What opens in this line and reaches into the next ones. */
  readonly fence: string | null;
  readonly commentStart: number;
  readonly facts: unknown[] = [];

  constructor(text: string, guarded: Span | null, catalog: Catalog) {
    this.text = text;
    this.catalog = catalog;
    this.opaque = guarded !== null && guarded.start === 0 && guarded.end === text.length;
    if (this.opaque) {
      this.protected = [guarded!];
      this.pairs = [];
      this.atx = null;
      this.fence = null;
      this.commentStart = -1;
      this.blank = true;
      return;
    }
    const inline = parseInline(text);
    this.fence = openingFence(text);
    this.commentStart = unclosedComment(text);
    this.protected = guarded ? merged([...inline.protected, guarded]) : inline.protected;
    this.pairs = guarded
      ? inline.emphases.filter(({ span }) => span.end <= guarded.start || span.start >= guarded.end)
      : inline.emphases;
    this.atx = atxHeading(text);
    this.blank = !/\S/.test(withoutComments(text, this.protected, guarded));
  }
}

/** The line without its comments, `guarded` being the part of one that runs over several lines. */
function withoutComments(text: string, known: readonly Span[], guarded: Span | null): string {
  if (guarded === null && !text.includes("<!--")) return text;
  const comments = known.filter(({ start }) => start === guarded?.start || text.startsWith("<!--", start));
  return comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

function atxHeading(text: string): AtxHeading | null {
  const opening = /^ {0,3}(#{1,6})(?:[ \t\u3000]+|$)/.exec(text);
  if (!opening) return null;
  const start = opening[0].length;
  const content = text.slice(start).replace(/(?:^|[ \t\u3000]+)#+[ \t]*$/, "");
  return { depth: opening[1]!.length, content: span(start, start + content.trimEnd().length) };
}

let factCount = 0;

/**
 * Makes a fact of a block: `compute` runs once for each block, however often and in however many versions of a document
 * the block occurs.
 */
export function blockFact<T>(compute: (block: Block) => T): (block: Block) => T {
  const index = factCount++;
  return (block) => {
    const { facts } = block as DerivedBlock;
    // A fact may be undefined, so presence is asked of the array rather than of the value.
    if (!(index in facts)) facts[index] = compute(block);
    return facts[index] as T;
  };
}

/** Keeps the blocks of one document over its versions, one object for each content. */
export class BlockStore {
  readonly #prose = new Map<string, DerivedBlock>();
  readonly #guarded = new Map<string, DerivedBlock>();
  readonly catalog: Catalog;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  /** The block of a line of prose. */
  prose(text: string): Block {
    let block = this.#prose.get(text);
    if (!block) {
      block = new DerivedBlock(text, null, this.catalog);
      this.#prose.set(text, block);
    }
    return block;
  }

  /** The block of a line of which `guarded` is protected beyond what the line itself tells. */
  guarded(text: string, guarded: Span): Block {
    const key = `${guarded.start}:${guarded.end}:${text}`;
    let block = this.#guarded.get(key);
    if (!block) {
      block = new DerivedBlock(text, guarded, this.catalog);
      this.#guarded.set(key, block);
    }
    return block;
  }

  /** Forgets what no longer occurs once it outweighs what does; `current` are the blocks of the newest version. */
  prune(current: readonly Block[]): void {
    if (this.#prose.size + this.#guarded.size <= 2 * current.length + 1000) return;
    const kept = new Set(current);
    for (const store of [this.#prose, this.#guarded]) {
      for (const [key, block] of store) if (!kept.has(block)) store.delete(key);
    }
  }
}

/** The fence that opens in a block of prose, or null. */
export function fenceOf(block: Block): string | null {
  return (block as DerivedBlock).fence;
}

/** Where a comment opens in a block that its line does not close, or -1. */
export function commentStartOf(block: Block): number {
  return (block as DerivedBlock).commentStart;
}

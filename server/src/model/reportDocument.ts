import type { Catalog } from "../catalog/types.ts";
import { closesFence, type FrontMatterLines, findFrontMatter } from "../syntax/lines.ts";
import { LineIndex } from "../text/lineIndex.ts";
import { type Span, span } from "../text/span.ts";
import { type Block, BlockStore, commentStartOf, fenceOf } from "./block.ts";

/** What is known of a document beside its text. */
export interface DocumentContext {
  readonly catalog: Catalog;
  /** The kind that a setting or a config names (id), or null where the front matter or the title decide. */
  readonly kind: string | null;
  /** Whether that kind was asked for by name, so that it comes before the front matter. */
  readonly kindAsked?: boolean;
  /** Whether a setting or a config glob says that this document is a report. */
  readonly forced: boolean;
  /** Whether a config leaves this document out. */
  readonly excluded: boolean;
}

/** A fact of a document: what `derive` computes once for each snapshot. */
export interface Fact<T> {
  readonly name: string;
  readonly compute: (doc: ReportDocument) => T;
}

/** Declares a fact. `compute` must be a pure function of the document, and may ask for other facts. */
export function defineFact<T>(name: string, compute: (doc: ReportDocument) => T): Fact<T> {
  return { name, compute };
}

/**
 * One version of a report: its text, its lines as blocks, and the facts derived from them. It never changes; the next
 * version is made from it with `next`, which shares every block that stayed.
 */
export class ReportDocument {
  readonly text: string;
  readonly lines: LineIndex;
  /** One block for each line, by line number. */
  readonly blocks: readonly Block[];
  readonly frontMatterLines: FrontMatterLines;
  readonly context: DocumentContext;
  readonly #store: BlockStore;
  readonly #facts = new Map<Fact<unknown>, unknown>();

  private constructor(text: string, context: DocumentContext, store: BlockStore) {
    this.text = text;
    this.context = context;
    this.#store = store;
    this.lines = new LineIndex(text);
    this.frontMatterLines = findFrontMatter(this.lines.count, (line) => this.#line(line));
    this.blocks = readBlocks(this.lines, this.frontMatterLines.closingLine, text, store);
    store.prune(this.blocks);
  }

  /** Reads `text`. Takes any string: lone surrogates, NUL, any end of line. */
  static create(text: string, context: DocumentContext): ReportDocument {
    return new ReportDocument(text, context, new BlockStore(context.catalog));
  }

  /** The document after a change: equal to `create(text, context)`, but shares what did not change. */
  next(text: string, context: DocumentContext = this.context): ReportDocument {
    const store = context.catalog === this.context.catalog ? this.#store : new BlockStore(context.catalog);
    return new ReportDocument(text, context, store);
  }

  get catalog(): Catalog {
    return this.context.catalog;
  }

  /** The value of `fact` for this document, computed when it is first asked for. */
  derive<T>(fact: Fact<T>): T {
    if (this.#facts.has(fact)) return this.#facts.get(fact) as T;
    const value = fact.compute(this);
    this.#facts.set(fact, value);
    return value;
  }

  /** What `of` covers. */
  slice(of: Span): string {
    return this.text.slice(of.start, of.end);
  }

  /** The span of `line` without its end-of-line characters. */
  lineSpan(line: number): Span {
    return this.lines.spanOf(line);
  }

  /** The line ending that the document uses: that of its first line, \n for a single line. */
  get eol(): string {
    const end = this.lines.endOf(0);
    return this.lines.count === 1 ? "\n" : this.text.slice(end, this.lines.startOf(1));
  }

  #line(line: number): string {
    return this.text.slice(this.lines.startOf(line), this.lines.endOf(line));
  }
}

function readBlocks(lines: LineIndex, frontMatterEnd: number, text: string, store: BlockStore): readonly Block[] {
  const blocks: Block[] = [];
  const lastCommentEnd = text.lastIndexOf("-->");
  let fence: string | null = null;
  let inComment = false;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.startOf(line);
    const content = text.slice(start, lines.endOf(line));
    const whole = span(0, content.length);
    if (line <= frontMatterEnd) {
      blocks.push(store.guarded(content, whole));
      continue;
    }
    if (fence !== null) {
      if (closesFence(content, fence)) fence = null;
      blocks.push(store.guarded(content, whole));
      continue;
    }
    let guarded: Span | null = null;
    if (inComment) {
      const close = content.indexOf("-->");
      if (close === -1) {
        blocks.push(store.guarded(content, whole));
        continue;
      }
      inComment = false;
      guarded = span(0, close + 3);
    }
    const block = guarded ? store.guarded(content, guarded) : store.prose(content);
    fence = fenceOf(block);
    if (fence !== null) {
      blocks.push(store.guarded(content, whole));
      continue;
    }
    const comment = commentStartOf(block);
    // A comment that never closes protects nothing: one forgotten `-->` must not silence the rest of a report.
    if (comment !== -1 && (guarded === null || comment >= guarded.end) && start + comment < lastCommentEnd) {
      inComment = true;
      blocks.push(store.guarded(content, span(comment, content.length)));
      continue;
    }
    blocks.push(block);
  }
  return blocks;
}

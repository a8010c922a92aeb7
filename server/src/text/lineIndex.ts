import { type Span, span } from "./span.ts";

/** A place as LSP writes it: zero-based line, zero-based UTF-16 code unit in the line. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

const LF = 10;
const CR = 13;

/**
 * Finds lines of a text. A line ends with \n, \r\n or \r, as in LSP; the text behind the last end of line is a line
 * too, so that every text has at least one.
 */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    // Two native searches beat a loop over every code unit: most texts have no lone \r at all.
    let lf = text.indexOf("\n");
    let cr = text.indexOf("\r");
    while (lf !== -1 || cr !== -1) {
      if (cr === -1 || (lf !== -1 && lf < cr)) {
        starts.push(lf + 1);
        lf = text.indexOf("\n", lf + 1);
      } else if (lf === cr + 1) {
        starts.push(lf + 1);
        lf = text.indexOf("\n", lf + 1);
        cr = text.indexOf("\r", cr + 1);
      } else {
        starts.push(cr + 1);
        cr = text.indexOf("\r", cr + 1);
      }
    }
    this.#starts = starts;
  }

  /** How many lines the text has, at least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** The zero-based line that holds `offset`; an offset outside the text is taken to its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The offset of the first code unit of `line`; a line behind the last one gives the end of the text. */
  startOf(line: number): number {
    if (line < 0) return 0;
    return this.#starts[line] ?? this.#text.length;
  }

  /** The offset behind the last code unit of `line`, its end-of-line characters not counted. */
  endOf(line: number): number {
    if (line < 0) return 0;
    const next = this.#starts[line + 1];
    if (next === undefined) return this.#text.length;
    const beforeLast = this.#text.charCodeAt(next - 2);
    return this.#text.charCodeAt(next - 1) === LF && beforeLast === CR && next - 2 >= this.startOf(line)
      ? next - 2
      : next - 1;
  }

  /** The span of `line` without its end-of-line characters. */
  spanOf(line: number): Span {
    return span(this.startOf(line), this.endOf(line));
  }

  /** The line and character of `offset`; an offset outside the text is taken to its nearest end. */
  positionAt(offset: number): LinePosition {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(inside);
    // An offset between \r and \n belongs to the end of the line, since no editor can show it elsewhere.
    return { line, character: Math.min(inside, this.endOf(line)) - this.startOf(line) };
  }

  /** The offset of `position`; a character behind the end of its line gives the end of that line, as LSP asks. */
  offsetAt(position: LinePosition): number {
    if (position.line >= this.count) return this.#text.length;
    const start = this.startOf(position.line);
    return Math.max(start, Math.min(start + position.character, this.endOf(position.line)));
  }
}

import { parser } from "@lezer/markdown";
import { overlapsAny, type Span, shift, span } from "../text/span.ts";

/** A pair of star or underscore runs that may be emphasis; offsets into the line. */
export interface EmphasisPair {
  /** From the first opening to behind the last closing character. */
  readonly span: Span;
  /** How many characters each run has, 1 or 2. */
  readonly width: number;
  /** Whether CommonMark pairs the runs, so that a preview swallows them. */
  readonly rendered: boolean;
}

/** What inline Markdown says of one line. */
export interface InlineSyntax {
  /** Inline code, comments, link destinations, addresses and tags of HTML; sorted, not overlapping. */
  readonly protected: readonly Span[];
  /** Pairs in the order in which they open, outer ones first. */
  readonly emphases: readonly EmphasisPair[];
}

/**
 * The parser sees one line and no block structure: a pasted report is one Markdown paragraph, and what a parser takes
 * for indented code, a list or a heading there is prose or is decided by the line grammar.
 */
const inlineParser = parser.configure({
  remove: [
    "ATXHeading",
    "Blockquote",
    "BulletList",
    "FencedCode",
    "HTMLBlock",
    "HorizontalRule",
    "IndentedCode",
    "LinkReference",
    "OrderedList",
    "SetextHeading",
  ],
});

/** Elements of HTML that occur in Markdown; any other tag (`<XX>`, `<单位名称>`) is prose. */
const htmlElements = new Set(
  (
    "a abbr b blockquote br center code col dd del details div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i " +
    "img ins kbd li mark ol p pre q s section small span strike strong style sub summary sup table tbody td th thead " +
    "tr tt u ul var video"
  ).split(" "),
);

/** Only these characters can begin anything that inline Markdown protects or pairs. */
const special = /[*_`<[\\]|:\/\//;

/** A bare address. GFM's own rule would run on into the Chinese text behind it, so only ASCII counts. */
const bareAddress = /\b(?:https?|ftp):\/\/[\w\-.~:/?#@!$&'()*+,;=%[\]]+/g;

/** A definition such as `[1]: https://…`; one whose destination is Chinese prose is none. */
const definition = /^ {0,3}\[[^\]]+\]:[ \t]*(<[^>]*>|[\w/.#][^\s\u3400-\u9fff]*)/;

/**
 * `**（一）标题。**正文` is no pair for CommonMark, since the closing run stands between a mark and a Han character, but
 * whoever wrote it meant bold.
 */
const boldBeforeHan = /\*\*(?=[^\s*])((?:[^*\\]|\\.)*\p{P})\*\*/gu;

/**
 * The same at the head of a line that has more bold text behind it: `**（一）标题。**正文**重点**` is paired by CommonMark from
 * the inside out, the wrong way round.
 */
const boldHeading = /^[\s\u3000>#+-]*(\*\*(?=[^\s*])(?:[^*\\]|\\.)*[。：；！？]\*\*)(?=\p{Script=Han})/u;

const none: InlineSyntax = { protected: [], emphases: [] };

/** Runs that never pair cost the parser their square, so a line longer than this is read in pieces. */
const longestPiece = 8000;

/** The pieces of a line and where they begin; none is cut inside what may be an address or embedded data. */
function* piecesOf(line: string): Iterable<readonly [piece: string, offset: number]> {
  let start = 0;
  while (line.length - start > longestPiece) {
    const cut = line.slice(start + longestPiece).search(/[^\w+/=%:;,.~-]/);
    if (cut === -1) break;
    yield [line.slice(start, start + longestPiece + cut), start];
    start += longestPiece + cut;
  }
  yield [line.slice(start), start];
}

/** What inline Markdown says of `line`, a text without end-of-line characters. Never throws. */
export function parseInline(line: string): InlineSyntax {
  if (!special.test(line)) return none;
  const guarded: Span[] = [];
  const emphases: EmphasisPair[] = [];
  for (const [piece, offset] of piecesOf(line)) {
    inlineParser.parse(piece).iterate({
      enter(node) {
        switch (node.name) {
          case "InlineCode":
          case "Comment":
          case "ProcessingInstruction":
          case "Autolink":
            guarded.push(span(offset + node.from, offset + node.to));
            return false;
          case "URL":
          case "LinkTitle":
            guarded.push(span(offset + node.from, offset + node.to));
            return false;
          case "HTMLTag":
            if (isKnownTag(piece.slice(node.from, node.to))) guarded.push(span(offset + node.from, offset + node.to));
            return false;
          case "Emphasis":
            emphases.push({ span: span(offset + node.from, offset + node.to), width: 1, rendered: true });
            return true;
          case "StrongEmphasis":
            emphases.push({ span: span(offset + node.from, offset + node.to), width: 2, rendered: true });
            return true;
          default:
            return true;
        }
      },
    });
  }
  for (const match of line.matchAll(bareAddress)) guarded.push(span(match.index, match.index + match[0].length));
  const defined = definition.exec(line);
  if (defined) guarded.push(span(defined[0].length - defined[1]!.length, defined[0].length));
  const known = merged(emphases.map((pair) => pair.span));
  const heading = boldHeading.exec(line);
  if (heading) {
    const end = heading[0].length;
    const bold = span(end - heading[1]!.length, end);
    if (overlapsAny(known, bold) && !overlapsAny(merged(guarded), span(end - 2, end))) {
      const behind = parseInline(line.slice(end)).emphases;
      const shifted = behind.map((pair) => ({ ...pair, span: shift(pair.span, end) }));
      return { protected: merged(guarded), emphases: [{ span: bold, width: 2, rendered: false }, ...shifted] };
    }
  }
  for (const match of line.matchAll(boldBeforeHan)) {
    const pair = span(match.index, match.index + match[0].length);
    if (!overlapsAny(known, pair)) {
      emphases.push({ span: pair, width: 2, rendered: false });
    }
  }
  return { protected: merged(guarded), emphases: emphases.sort((a, b) => a.span.start - b.span.start) };
}

function isKnownTag(tag: string): boolean {
  const name = /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(tag)?.[1];
  return name !== undefined && htmlElements.has(name.toLowerCase());
}

/** The spans sorted, those that touch or overlap made one. */
export function merged(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const result: Span[] = [];
  for (const next of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && next.start <= last.end) result[result.length - 1] = span(last.start, Math.max(last.end, next.end));
    else result.push(next);
  }
  return result;
}

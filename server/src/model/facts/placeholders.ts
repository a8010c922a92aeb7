import type { EmphasisPair } from "../../syntax/inline.ts";
import { firstEndingAfter, overlapsAny, type Span, shift, slice, span } from "../../text/span.ts";
import { type Block, blockFact } from "../block.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { emphases } from "./emphasis.ts";
import { frontMatter } from "./frontMatter.ts";
import { isMeasureWordAt } from "./measureWords.ts";

/** What a placeholder stands for, as far as its form tells. */
export type PlaceholderForm =
  | "star"
  | "cross"
  | "year"
  | "percent"
  | "someone"
  | "circle"
  | "underscore"
  | "emptyBracket"
  | "bracket"
  | "variable"
  | "tag";

export interface Placeholder {
  /** Exactly the characters that the writer has to replace. */
  readonly span: Span;
  /** What they say. */
  readonly text: string;
  /** The same with the few characters around that tell the writer which one is meant: `支委会*次`. */
  readonly context: string;
  /** Whether a figure is missing, by the measure word behind. */
  readonly figure: boolean;
  readonly form: PlaceholderForm;
  /** The name inside `{{…}}`, which a variable of the front matter may define; "" for other forms. */
  readonly variable: string;
}

type Found = Pick<Placeholder, "span" | "form" | "variable">;
type Detector = (block: Block) => Iterable<Found>;

const hanOrMark = "\\u3400-\\u9fff\\u3007\\u3001\\u3002\\u300a\\u300b\\u201c\\u201d\\uff0c\\uff1b\\uff1a\\uff08\\uff09";
const hanAround = new RegExp(`[${hanOrMark}《]`);

function* all(
  block: Block,
  pattern: RegExp,
  form: PlaceholderForm,
  accept?: (found: Span) => boolean,
): Iterable<Found> {
  for (const match of block.text.matchAll(pattern)) {
    const found = span(match.index, match.index + match[0].length);
    if (!accept || accept(found)) yield { span: found, form, variable: match[1] ?? "" };
  }
}

/** `{{次数}}` and `${次数}`; the latter only with Han inside, since `${x}` alone is code somebody quotes. */
const variables: Detector = function* (block) {
  if (!block.text.includes("{")) return;
  for (const match of block.text.matchAll(/\{\{\s*([^{}]+?)\s*\}\}|\$\{\s*([^{}]*[\u3400-\u9fff][^{}]*?)\s*\}/g)) {
    const found = span(match.index, match.index + match[0].length);
    yield { span: found, form: "variable", variable: match[1] ?? match[2] ?? "" };
  }
};

/** `【请填：次数】`, `（此处……）`, `（略）`: a bracket that says that something is to come. */
const tellingBrackets: Detector = (block) =>
  all(
    block,
    /[（(【[〔]\s*(?:(?:此处|待补|待核|待填|请填|请补|请输入|请插入|省略|填写)[^（(【[〔）)】\]〕]{0,60}|略\s*)[）)】\]〕]/g,
    "bracket",
  );

/** `（ ）`, `【】`; `[ ]` only where it is no task list and no link. */
const emptyBrackets: Detector = function* (block) {
  yield* all(block, /（\s*）|【\s*】|〔\s*〕|(?<=[\u3400-\u9fff])\([ \u3000]*\)/g, "emptyBracket");
  yield* all(
    block,
    /\[[ \u3000]*\](?![([:])/g,
    "emptyBracket",
    (found) => !/^\s*(?:[-*+]|\d+[.)])\s+$/.test(block.text.slice(0, found.start)),
  );
};

/** `<单位名称>`, `<XX>`: what HTML would take for a tag. */
const tags: Detector = (block) =>
  all(block, /<(?:[\u3400-\u9fff]{2,12}|[Xx×]{2,8})>/g, "tag", ({ start }) => !insideTitleMarks(block.text, start));

/** Inside 《》 a `<…>` is a half-width 〈〉, an inner title. */
function insideTitleMarks(text: string, offset: number): boolean {
  // No title is longer; looking back to the beginning would make a long line cost its square.
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.lastIndexOf("《") > before.lastIndexOf("》");
}

/** `20XX年`, `202*年`: the blank is the year, its figures included. */
const years: Detector = (block) =>
  all(block, /(?<![\dA-Za-z])(?:(?:19|20)(?:[Xx]{2}|×{2}|\*{2})|20\d[Xx×*])(?=年|[-—/.])/g, "year");

/** `XX.X%`, `**%`. */
const percents: Detector = (block) =>
  all(block, /(?<![\dA-Za-z.×*])(?:[Xx×]+|\*+)(?:\.(?:[Xx×]+|\*+))?[%％]/g, "percent", ({ start }) =>
    /[\u3400-\u9fff，、（]/.test(block.text[start - 1] ?? "，"),
  );

/** Runs of stars that are no emphasis, no list bullet and no rule, and touch Han or 《. */
const stars: Detector = function* (block) {
  if (!block.text.includes("*")) return;
  const real = edgesOf(emphases(block));
  for (const match of block.text.matchAll(/(?:\\?\*)+/g)) {
    for (const run of splitAtEmphasis(span(match.index, match.index + match[0].length), real)) {
      if (!isStarPlaceholder(block, run)) continue;
      yield { span: run, form: "star", variable: "" };
    }
  }
};

/** The opening and closing runs of emphasis, by place; no two of them overlap. */
function edgesOf(pairs: readonly EmphasisPair[]): readonly Span[] {
  return pairs
    .flatMap(({ span: pair, width }) => [span(pair.start, pair.start + width), span(pair.end - width, pair.end)])
    .sort((a, b) => a.start - b.start);
}

/** Takes the runs of real emphasis out of a run of stars: in `***次**` a star may stand beside bold text. */
function splitAtEmphasis(run: Span, edges: readonly Span[]): readonly Span[] {
  const pieces: Span[] = [];
  let { start } = run;
  for (let index = firstEndingAfter(edges, run.start); index < edges.length; index++) {
    const edge = edges[index]!;
    if (edge.start >= run.end) break;
    if (edge.start > start) pieces.push(span(start, edge.start));
    start = Math.max(start, edge.end);
  }
  if (start < run.end) pieces.push(span(start, run.end));
  return pieces;
}

/** A note below a table (`*注：…`) is no blank. */
const footnote = /^\s*(?:\\?\*){1,3}\s*(?:注|附注|备注|说明|数据来源|资料来源)[:：\d]/;

function isStarPlaceholder(block: Block, { start, end }: Span): boolean {
  const { text } = block;
  if (text.slice(0, start).trim() === "" && footnote.test(text)) return false;
  return touchesHan(text[start - 1]) || touchesHan(text[end]);
}

function touchesHan(character: string | undefined): boolean {
  return character !== undefined && hanAround.test(character);
}

const latinOrFigure = /[A-Za-z0-9]/;

/** Runs of X or ×: with Han or a Chinese mark at one side, and neither a letter nor a figure at the other. */
const crosses: Detector = (block) =>
  all(block, /(?:[Xx]{2,}|×{2,})/g, "cross", ({ start, end }) => {
    // In `**XX**局` what stands beside the blank is not the bold type but the text behind it.
    const before = /[^*_](?=[*_]*$)/.exec(block.text.slice(Math.max(0, start - 4), start))?.[0];
    const behind = /^[*_]{0,3}([^*_])/.exec(block.text.slice(end, end + 4))?.[1];
    if (latinOrFigure.test(before ?? "") || latinOrFigure.test(behind ?? "")) return false;
    if (/[-_@.+]/.test(before ?? "") || /[-_@+]/.test(behind ?? "")) return false;
    return touchesHan(before) || touchesHan(behind) || isAlone(before, behind);
  });

/** `[XX]` and a line that is nothing but XX: no Han beside it, but nothing else either. */
function isAlone(before: string | undefined, behind: string | undefined): boolean {
  const open = before === undefined || /[\s[(|]/.test(before);
  const close = behind === undefined || /[\s\])|]/.test(behind);
  return open && close;
}

/** A single X before a measure word or a unit of administration: `X次`, `X市`; not X光, 1+X, X轴. */
const singleCrosses: Detector = (block) =>
  all(
    block,
    /(?<![A-Za-z0-9+Xx×.*])[X×](?![A-Za-z0-9Xx×+])/g,
    "cross",
    ({ end }) =>
      isMeasureWordAt(block.catalog, block.text, end) || /^[省市县区镇乡村局委]/.test(block.text.slice(end, end + 1)),
  );

/** 某某局 and 某市; not 张某某, 某些, 某一, nor the 某某 of 王某某局长. */
const someone: Detector = (block) =>
  all(
    block,
    /(?:(?<![\u3400-\u9fff])某{2,3}|(?<=[在到对由向与和及为是将被])某{2,3})(?=[局市县区镇乡村街单学院公部科处委党省同])|(?<!某)某{2,3}(?=[局市县区镇单学乡院])(?!.长)|(?<![\u3400-\u9fff])某(?=[市县区局镇])/g,
    "someone",
  );

/** 〇〇 and ○○, but not the 〇〇 of 二〇〇三. */
const circles: Detector = (block) =>
  all(block, /(?<![〇○零一二三四五六七八九十])[〇○]{2,}(?![〇○零一二三四五六七八九十])/g, "circle");

/** `____`; not `__init__`, not a rule of underscores alone, not bold. */
const underscores: Detector = (block) => {
  if (!block.text.includes("_")) return [];
  const pairs = emphases(block).filter(({ span: pair }) => block.text[pair.start] === "_");
  const starts = new Set(pairs.map(({ span: pair }) => pair.start));
  const ends = new Set(pairs.map(({ span: pair }) => pair.end));
  return all(block, /(?:_|\\_){2,}/g, "underscore", (found) => {
    if (/^[\s_]*$/.test(block.text)) return false;
    if (/[A-Za-z0-9]/.test(block.text[found.start - 1] ?? "") && /[A-Za-z0-9]/.test(block.text[found.end] ?? ""))
      return false;
    if (/^[A-Za-z]\w*_/.test(block.text.slice(found.end))) return false;
    // The runs of `__粗体__` are no blanks; a blank inside bold text is one.
    return !starts.has(found.start) && !ends.has(found.end);
  });
};

/** The more telling form first: where two forms hit the same characters the first one counts. */
const detectors: readonly Detector[] = [
  variables,
  tellingBrackets,
  emptyBrackets,
  tags,
  years,
  percents,
  stars,
  crosses,
  singleCrosses,
  someone,
  circles,
  underscores,
];

/** Nothing of the forms can occur in a line without one of these. */
const hints = /[*Xx×某〇○_{<（【[〔(]/;

/** Words around a placeholder, as many as a list of findings has room for. */
const wordsBefore = /[\u3400-\u9fffA-Za-z0-9]{1,4}$/;
const wordsBehind = /^[\u3400-\u9fffA-Za-z0-9]/;

function describe(block: Block, { span: place, form, variable }: Found): Placeholder {
  const text = slice(block.text, place);
  const before = wordsBefore.exec(block.text.slice(Math.max(0, place.start - 4), place.start))?.[0] ?? "";
  const behind = wordsBehind.exec(block.text.slice(place.end, place.end + 1))?.[0] ?? "";
  const context = before + text + behind;
  return { span: place, form, variable, text, context, figure: isMeasureWordAt(block.catalog, block.text, place.end) };
}

/** The placeholders of a block, in order, none inside what is protected; variables are not looked up yet. */
export const blockPlaceholders: (block: Block) => readonly Placeholder[] = blockFact((block) => {
  if (block.blank || !hints.test(block.text)) return [];
  let found: readonly Placeholder[] = [];
  for (const detect of detectors) {
    const fresh: Placeholder[] = [];
    const taken = found.map(({ span }) => span);
    for (const placeholder of detect(block)) {
      if (overlapsAny(block.protected, placeholder.span) || overlapsAny(taken, placeholder.span)) continue;
      fresh.push(describe(block, placeholder));
    }
    if (fresh.length > 0) found = [...found, ...fresh].sort((a, b) => a.span.start - b.span.start);
  }
  return found;
});

/** A placeholder in its place: `span` in offsets of the document, `inBlock` the one object that its line keeps. */
export interface PlacedPlaceholder {
  readonly span: Span;
  readonly inBlock: Placeholder;
}

/** Everything the writer still has to fill in, by place. */
export const placeholders = defineFact("placeholders", (doc: ReportDocument): readonly PlacedPlaceholder[] => {
  const { variables: defined } = doc.derive(frontMatter);
  const found: PlacedPlaceholder[] = [];
  doc.blocks.forEach((block, line) => {
    const inBlock = blockPlaceholders(block);
    if (inBlock.length === 0) return;
    const offset = doc.lines.startOf(line);
    for (const placeholder of inBlock) {
      if (placeholder.form === "variable" && defined.has(placeholder.variable)) continue;
      found.push({ span: shift(placeholder.span, offset), inBlock: placeholder });
    }
  });
  return found;
});

import { isHanAt } from "../../chinese/characters.ts";
import { type Block, blockFact } from "../../model/block.ts";
import { overlapsAny, type Span, shift, slice, span } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "residue/invisible",
  summary: { zh: "看不见的字符", en: "invisible characters" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "safe",
  authority: { level: "实务", source: "Unicode 的格式字符、专用区与单独代理项" },
  messages: {
    invisible: {
      zh: "这里有看不见的字符（{names}），多半是从网页或 Word 粘贴带来的，会妨碍查找、排版和计字数。可以安全清除。（实务）",
      en: "Invisible characters ({names}), most likely pasted from a web page or Word; they upset search, layout and counts. They can be removed safely. (Practice)",
    },
  },
  fixes: {
    clean: {
      kind: "safe",
      title: { zh: "清除看不见的字符（{names}）", en: "Remove the invisible characters ({names})" },
      edits: (_doc, finding) => [{ span: finding.span, newText: String(finding.data.replacement) }],
    },
  },
  *check({ doc, report }) {
    for (let line = 0; line < doc.blocks.length; line++) {
      const block = doc.blocks[line]!;
      for (const { span: place, replacement } of runsOf(block)) {
        const inDocument = shift(place, doc.lines.startOf(line));
        // A byte order mark at the very beginning belongs to the file, not to the text.
        if (inDocument.start === 0 && inDocument.end === 1 && doc.text[0] === "\uFEFF") continue;
        yield report(inDocument, "invisible", { names: namesOf(slice(block.text, place)), replacement }, ["clean"]);
      }
    }
  },
});

interface Run {
  readonly span: Span;
  readonly replacement: string;
}

/** Zero-width and format characters, the no-break space, private use, and surrogates that have lost their other half. */
const invisible =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is looked for on its own, joined or not.
  /(?:[\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ue000-\uf8ff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])+/g;
/** Joiners belong to emoji. */
const emojiAround = /\p{Extended_Pictographic}/u;

const runsOf: (block: Block) => readonly Run[] = blockFact((block) => {
  const found: Run[] = [];
  for (const match of block.text.matchAll(invisible)) {
    const place = span(match.index, match.index + match[0].length);
    if (overlapsAny(block.protected, place)) continue;
    if (match[0] === "\u200d" && emojiAround.test(block.text.slice(place.end, place.end + 2))) continue;
    found.push({ span: place, replacement: replacementAt(block.text, place) });
  }
  return found;
});

/** Nothing beside Han, beside a blank and at the edges of a line; a plain space between two words. */
function replacementAt(text: string, { start, end }: Span): string {
  const edge = text.slice(0, start).trim() === "" || text.slice(end).trim() === "";
  const marks = /[\s\u3000-\u303f\uff00-\uffef“”‘’]/;
  const joined =
    isHanAt(text, start - 1) || isHanAt(text, end) || marks.test(text[start - 1]!) || marks.test(text[end]!);
  return edge || joined ? "" : " ";
}

const names: Readonly<Record<string, string>> = {
  "\u00a0": "NBSP",
  "\u00ad": "SHY",
  "\u200b": "ZWSP",
  "\u200c": "ZWNJ",
  "\u200d": "ZWJ",
  "\u2060": "WJ",
  "\ufeff": "BOM",
};

function namesOf(run: string): string {
  const distinct = new Set(Array.from({ length: run.length }, (_, index) => run[index]!));
  return [...distinct]
    .map((unit) => names[unit] ?? `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join("、");
}

import { type Span, span } from "../text/span.ts";

/** Closing quotes and brackets stay with the sentence that they close. */
const closing = "”’》〉）】〕」』\"')";

/** A bracket that stays open for so long never closes; looking further would make a long line cost its square. */
const longestBracket = 500;

/**
 * The offset behind the first sentence end of `text` at or after `from`, closing quotes included, or -1. A sentence
 * ends with one of `ends`. Inside （） and 《》 no sentence ends.
 */
export function sentenceEnd(text: string, from: number, ends = "。！？"): number {
  return findEnd(text, from, ends, true) ?? findEnd(text, from, ends, false) ?? -1;
}

/** With `nested`, brackets are honoured; a bracket that never closes must not swallow every end behind it. */
function findEnd(text: string, from: number, ends: string, nested: boolean): number | undefined {
  let depth = 0;
  let opened = from;
  for (let index = from; index < text.length; index++) {
    const character = text[index]!;
    if (depth > 0 && index - opened > longestBracket) return undefined;
    if (nested && (character === "（" || character === "《")) {
      if (depth === 0) opened = index;
      depth++;
    } else if (nested && (character === "）" || character === "》")) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ends.includes(character)) {
      let end = index + 1;
      while (end < text.length && (closing.includes(text[end]!) || ends.includes(text[end]!))) end++;
      return end;
    }
  }
  return undefined;
}

/** The sentences of `text` between `from` and `to`: spans without white space around them, in order, none empty. */
export function sentences(text: string, from = 0, to = text.length): readonly Span[] {
  const found: Span[] = [];
  const inside = text.slice(0, to);
  let start = from;
  while (start < to) {
    const end = sentenceEnd(inside, start, "。！？；");
    const stop = end === -1 ? to : end;
    const content = inside.slice(start, stop);
    const lead = content.length - content.trimStart().length;
    if (lead < content.length) found.push(span(start + lead, start + content.trimEnd().length));
    start = stop;
  }
  return found;
}

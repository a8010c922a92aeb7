import { seeded } from "./random.ts";

/** One keystroke: `deleted` characters behind `offset` (UTF-16) give way to `inserted`. */
export interface Keystroke {
  readonly offset: number;
  readonly deleted: number;
  readonly inserted: string;
}

/** What an input method commits at once: characters, words, a punctuation mark, and now and then a line or a blank. */
const TYPED = ["的", "工", "作", "服务", "群众", "认真", "落实", "，", "。", "2", "XX", "\n\n", "（三）", "一是"];

/**
 * `count` keystrokes into `text`, the same for the same seed: at each of several places, spread over the whole
 * document, some are typed and then taken back one by one, so that the text stays as long as it was.
 */
export function keystrokes(text: string, count: number, seed: number): readonly Keystroke[] {
  const random = seeded(seed);
  const edits: Keystroke[] = [];
  while (edits.length < count) {
    const typed = Array.from({ length: random.whole(3, 7) }, () => random.pick(TYPED));
    edits.push(...burst(random.whole(0, text.length), typed));
  }
  return edits.slice(0, count);
}

function burst(offset: number, typed: readonly string[]): readonly Keystroke[] {
  const inserted: Keystroke[] = [];
  let end = offset;
  for (const each of typed) {
    inserted.push({ offset: end, deleted: 0, inserted: each });
    end += each.length;
  }
  const removed = inserted.map(({ offset: start, inserted: word }) => ({
    offset: start,
    deleted: word.length,
    inserted: "",
  }));
  return [...inserted, ...removed.reverse()];
}

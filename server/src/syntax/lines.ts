/**
 * Which lines stand inside front matter, a code fence or a comment that runs over several lines. Every other line is
 * prose for Baogao, whatever block a Markdown parser would put it into.
 */

/** A fence may stand behind the marks of quotes and list items. */
const fenceOpening = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
const fenceClosing = /^(?:[ \t]|>)*(`{3,}|~{3,})[ \t]*$/;

/** The mark that opens a code fence in `line`, or null. */
export function openingFence(line: string): string | null {
  // Nearly every line ends the question here, at the price of two native searches.
  if (!line.includes("```") && !line.includes("~~~")) return null;
  return fenceOpening.exec(line)?.[1] ?? null;
}

/** Whether `line` closes a fence that `opening` opened: the same character, at least as many of them. */
export function closesFence(line: string, opening: string): boolean {
  const mark = fenceClosing.exec(line)?.[1];
  return mark !== undefined && mark[0] === opening[0] && mark.length >= opening.length;
}

/**
 * The offset in `line` at which a comment opens that does not close in the same line, or -1. Inline code that holds
 * `<!--` does not count.
 */
export function unclosedComment(line: string): number {
  let from = 0;
  for (;;) {
    const open = line.indexOf("<!--", from);
    if (open === -1) return -1;
    const close = line.indexOf("-->", open + 4);
    if (close === -1) return insideInlineCode(line, open) ? -1 : open;
    from = close + 3;
  }
}

function insideInlineCode(line: string, offset: number): boolean {
  const before = line.slice(0, offset).match(/`+/g)?.length ?? 0;
  return before % 2 === 1 && line.indexOf("`", offset) !== -1;
}

/**
 * Front matter: a first line of `---`, up to the next line of `---` or `...`. `opened` is true as well for one that
 * looks like front matter (a key in its second line) and never closes.
 */
export function findFrontMatter(lineCount: number, line: (index: number) => string): FrontMatterLines {
  if (!/^\uFEFF?---[ \t]*$/.test(line(0))) return { opened: false, closingLine: -1 };
  for (let index = 1; index < lineCount; index++) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line(index))) return { opened: true, closingLine: index };
  }
  return { opened: lineCount > 1 && /^[\w\u3400-\u9fff]+[ \t]*:(?:[ \t]|$)/.test(line(1)), closingLine: -1 };
}

export interface FrontMatterLines {
  readonly opened: boolean;
  /** The line of the closing mark, or -1 when there is no complete front matter. */
  readonly closingLine: number;
}

/** Classes of characters, as the bodies of regular expression classes and as tests. */

/** Han characters of the blocks that Chinese reports are written in, 〇 included. */
export const han = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u3007";

const hanTest = new RegExp(`[${han}]`);

/** Whether the code unit at `index` of `text` is a Han character; false outside the text. */
export function isHanAt(text: string, index: number): boolean {
  return index >= 0 && index < text.length && hanTest.test(text[index]!);
}

/**
 * White space that opens a line of a pasted report: blanks, tabs, full-width and no-break blanks, and the entities that
 * web pages leave behind.
 */
export const leadingBlank = /^(?:[ \t\u3000\u00a0\u2002\u2003\u200b\ufeff]|&(?:emsp|ensp|nbsp|#12288|#160);)*/;

/**
 * The names in a list of files: one a line, or each ended by NUL as `git ls-files -z` writes them. Empty lines do not
 * count.
 */
export function namesIn(list: string): string[] {
  return list.split(list.includes("\0") ? "\0" : /\r?\n/).filter((name) => name.trim() !== "");
}

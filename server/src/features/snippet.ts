/** A blank of a skeleton: `【请填：次数】`. */
const blank = /【请填：[^】]*】/g;

/** Text as an LSP snippet says it literally. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A skeleton as an LSP snippet: each blank a tab stop that holds it, the cursor at the end. */
export function toSnippet(skeleton: string): string {
  let result = "";
  let behind = 0;
  let stop = 0;
  for (const match of skeleton.matchAll(blank)) {
    stop++;
    result += `${escapeSnippet(skeleton.slice(behind, match.index))}\${${stop}:${escapeSnippet(match[0])}}`;
    behind = match.index + match[0].length;
  }
  return `${result}${escapeSnippet(skeleton.slice(behind))}$0`;
}

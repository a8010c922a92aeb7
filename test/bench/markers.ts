const BEGIN = "<!-- bench:begin -->";
const END = "<!-- bench:end -->";

/**
 * `page` with `content` between its markers instead of what stood there.
 *
 * @throws Error when the page does not have both markers in order
 */
export function putBetweenMarkers(page: string, content: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END, begin);
  if (begin === -1 || end === -1) throw new Error(`no ${BEGIN} … ${END} to write the results between`);
  return `${page.slice(0, begin + BEGIN.length)}\n${content}\n${page.slice(end)}`;
}

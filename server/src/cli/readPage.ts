/**
 * The Markdown page of a rule (`group/name`). The bundler turns the pattern into all pages below `rules/`, as text.
 *
 * @throws Error when the rule has no page
 */
export async function readPage(rule: string): Promise<string> {
  const page: { readonly default: string } = await import(`../rules/${rule}.md`);
  return page.default;
}

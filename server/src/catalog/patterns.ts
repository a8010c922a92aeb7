const compiled = { u: new Map<string, RegExp>(), iu: new Map<string, RegExp>() };

/**
 * Compiles a pattern of the catalogue once. Patterns have no `g` or `y` flag, so the result may be shared.
 * @param source a regular expression of the catalogue
 * @param flags `u`, or `iu` for the patterns that ignore case
 * @throws SyntaxError for a source that is no regular expression; the built-in data are checked when generated
 */
export function compilePattern(source: string, flags: "u" | "iu" = "u"): RegExp {
  let pattern = compiled[flags].get(source);
  if (!pattern) {
    pattern = new RegExp(source, flags);
    compiled[flags].set(source, pattern);
  }
  return pattern;
}

/** Whether any of the patterns is found in the text. */
export function anyMatches(sources: readonly string[], text: string, flags: "u" | "iu" = "u"): boolean {
  return sources.some((source) => compilePattern(source, flags).test(text));
}

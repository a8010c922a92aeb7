import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Common from "vscode-tmgrammar-test/dist/common/index.js";
import type * as Snapshot from "vscode-tmgrammar-test/dist/snapshot/index.js";

// The package is CommonJS and its entries are programs; what they are made of is reached by path.
const require = createRequire(import.meta.url);
const { createRegistryFromGrammars } = require("vscode-tmgrammar-test/dist/common/index.js") as typeof Common;
const { getVSCodeTokens, renderSnap } = require("vscode-tmgrammar-test/dist/snapshot/index.js") as typeof Snapshot;

const MARKDOWN = "text.html.markdown";
const root = new URL("../../", import.meta.url);

/** The grammars that VS Code brings itself, as far as the texts need them. */
const BUILTIN: Readonly<Record<string, string>> = {
  [MARKDOWN]: require.resolve("tm-grammars/grammars/markdown.json"),
  "text.html.derivative": require.resolve("tm-grammars/grammars/html-derivative.json"),
  "text.html.basic": require.resolve("tm-grammars/grammars/html.json"),
  "source.yaml": require.resolve("tm-grammars/grammars/yaml.json"),
};

function createMarkdownRegistry() {
  const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    contributes: { grammars: Common.IGrammarConfig[] };
  };
  const ours = manifest.contributes.grammars.map((grammar) => ({
    grammar,
    content: readFileSync(new URL(grammar.path, root), "utf8"),
  }));
  const theirs = Object.entries(BUILTIN).map(([scopeName, path]) => ({
    grammar: { scopeName, path },
    content: readFileSync(path, "utf8"),
  }));
  return createRegistryFromGrammars([...theirs, ...ours]);
}

const registry = createMarkdownRegistry();

/** A line of the source and its tokens; indices are UTF-16 offsets in the line. */
type TokenLine = Snapshot.AnnotatedLine;

/**
 * Tokenises Markdown as VS Code does, with the grammars that package.json contributes injected. The languages of
 * fenced code that are not loaded count as plain text.
 */
export function tokenize(source: string): Promise<TokenLine[]> {
  return getVSCodeTokens(registry, MARKDOWN, source);
}

/** The lines with their scopes below them, as `vscode-tmgrammar-snap` writes them. */
export function render(lines: TokenLine[]): string {
  return renderSnap(lines);
}

/** What a grammar of ours marked in a text, in order: the characters and the scope that ends in `.baogao`. */
export async function marked(source: string): Promise<[text: string, scope: string][]> {
  const lines = await tokenize(source);
  return lines.flatMap(({ src, tokens }) =>
    tokens.flatMap(({ startIndex, endIndex, scopes }): [string, string][] => {
      const scope = scopes.find((name) => name.endsWith(".baogao"));
      return scope === undefined ? [] : [[src.slice(startIndex, endIndex), scope]];
    }),
  );
}

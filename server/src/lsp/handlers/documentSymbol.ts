import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import type { ReportSymbol } from "../../service/service.ts";
import { type PositionAt, positionsOf, toRange } from "../ranges.ts";
import { documentRequest } from "../requests.ts";
import type { Opened, Session } from "../session.ts";

const KINDS: Readonly<Record<ReportSymbol["kind"], SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.Module,
  series: SymbolKind.Field,
};

function hierarchical(positionAt: PositionAt, symbols: readonly ReportSymbol[]): DocumentSymbol[] {
  return symbols.map((symbol) => ({
    name: symbol.name,
    ...(symbol.detail === "" ? {} : { detail: symbol.detail }),
    kind: KINDS[symbol.kind],
    range: toRange(positionAt, symbol.range),
    selectionRange: toRange(positionAt, symbol.selectionRange),
    children: hierarchical(positionAt, symbol.children),
  }));
}

function flat(uri: string, positionAt: PositionAt, symbols: readonly ReportSymbol[], parent = ""): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: KINDS[symbol.kind],
      location: { uri, range: toRange(positionAt, symbol.range) },
      ...(parent === "" ? {} : { containerName: parent }),
    },
    ...flat(uri, positionAt, symbol.children, symbol.name),
  ]);
}

function* sectionsOf(symbols: readonly ReportSymbol[]): Generator<ReportSymbol> {
  for (const symbol of symbols) {
    if (symbol.kind === "section") yield symbol;
    yield* sectionsOf(symbol.children);
  }
}

/** Whether the heading stands on a line that Markdown itself takes for a heading (CommonMark: up to three spaces). */
function isAtx(text: string, { selectionRange }: ReportSymbol): boolean {
  const start = selectionRange.start;
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return /^ {0,3}#{1,6}/.test(text.slice(lineStart, lineStart + 10));
}

/** Whether VS Code's own outline already lists all that ours would: every section, or the title where there is none. */
function isListedByMarkdown(text: string, symbols: readonly ReportSymbol[]): boolean {
  const sections = [...sectionsOf(symbols)];
  const headings = sections.length > 0 ? sections : symbols.filter((symbol) => symbol.kind === "title");
  return headings.length > 0 && headings.every((symbol) => isAtx(text, symbol));
}

function isSilent(session: Session, { settings, source }: Opened, symbols: readonly ReportSymbol[]): boolean {
  // The setting is about two outlines beside each other, which only VS Code has.
  if (!session.client.isVscode) return false;
  if (settings.outline === "auto") return isListedByMarkdown(source.text, symbols);
  return settings.outline === "off";
}

/** `textDocument/documentSymbol`: the outline of a report. */
export function handleDocumentSymbol(session: Session): void {
  session.connection.onDocumentSymbol(
    documentRequest(session, "textDocument/documentSymbol", [] as DocumentSymbol[] | SymbolInformation[], (opened) => {
      const symbols = session.service.symbols(opened.source);
      if (isSilent(session, opened, symbols)) return [];
      const positionAt = positionsOf(opened.document);
      return session.client.hierarchicalSymbols
        ? hierarchical(positionAt, symbols)
        : flat(opened.document.uri, positionAt, symbols);
    }),
  );
}

import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/textEdit.ts";

/** The language of messages. `auto` follows the host's language. */
export type Locale = "zh" | "en";

/** A node of the outline, as `textDocument/documentSymbol` shows it. */
export interface ReportSymbol {
  /** The heading with its mark, without a trailing 。 and without body text. */
  readonly name: string;
  /** The slots a section fills, for the editor to show beside the name; empty for series items. */
  readonly detail: string;
  readonly kind: "title" | "section" | "series";
  readonly range: Span;
  readonly selectionRange: Span;
  readonly children: readonly ReportSymbol[];
}

/** One completion: a section skeleton or the like. */
export interface ReportCompletion {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  readonly filterText: string;
  readonly sortText: string;
  /** What the item replaces. */
  readonly replace: Span;
  /** The text, with LSP snippet tab stops (`${1:…}`). */
  readonly snippet: string;
  /** The same text for a client without snippets. */
  readonly plain: string;
  readonly additionalEdits: readonly TextEdit[];
}

/** What the status bar shows. */
export interface ReportStatus {
  readonly isReport: boolean;
  readonly kindName: string;
  /** Characters without white space and without what is protected. */
  readonly characters: number;
  readonly placeholders: number;
  /** Names of required sections that are absent. */
  readonly missingSections: readonly string[];
  /** Findings beyond the limit that reach no editor. */
  readonly hiddenFindings: number;
}

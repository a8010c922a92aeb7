import type { FoldingRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../text/span.ts";
import { documentRequest } from "../requests.ts";
import type { Session } from "../session.ts";

/** The lines of a span; an end at the very start of a line does not reach into that line. */
function toFoldingRange(document: TextDocument, { start, end }: Span): FoldingRange {
  const startLine = document.positionAt(start).line;
  const last = document.positionAt(end);
  const endLine = last.character === 0 && last.line > startLine ? last.line - 1 : last.line;
  return { startLine, endLine };
}

/** `textDocument/foldingRange`: sections and front matter. */
export function handleFoldingRange(session: Session): void {
  session.connection.onFoldingRanges(
    documentRequest(session, "textDocument/foldingRange", [] as FoldingRange[], ({ document, source }) =>
      session.service
        .folding(source)
        .map(({ span }) => toFoldingRange(document, span))
        .filter(({ startLine, endLine }) => endLine > startLine)
        .slice(0, session.client.foldingLimit),
    ),
  );
}

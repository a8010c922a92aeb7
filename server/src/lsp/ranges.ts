import type { TextEdit as ProtocolTextEdit, Range } from "vscode-languageserver";
import { Range as ProtocolRange } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LinePosition } from "../text/lineIndex.ts";
import { type Span, span } from "../text/span.ts";
import type { TextEdit } from "../text/textEdit.ts";

/** What turns UTF-16 offsets of a text into zero-based lines and UTF-16 characters. */
export type PositionAt = (offset: number) => LinePosition;

/** The positions of a document as it is now. */
export function positionsOf(document: TextDocument): PositionAt {
  return (offset) => document.positionAt(offset);
}

/** The range of a span. */
export function toRange(positionAt: PositionAt, { start, end }: Span): Range {
  return ProtocolRange.create(positionAt(start), positionAt(end));
}

/** The span of a range of `document` as it is now; a place behind the end of a line is taken to that end. */
export function toSpan(document: TextDocument, range: Range): Span {
  const start = document.offsetAt(range.start);
  return span(start, Math.max(start, document.offsetAt(range.end)));
}

/** The edit as the protocol writes it. */
export function toTextEdit(positionAt: PositionAt, edit: TextEdit): ProtocolTextEdit {
  return { range: toRange(positionAt, edit.span), newText: edit.newText };
}

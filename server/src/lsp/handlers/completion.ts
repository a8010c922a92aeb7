import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  Position,
} from "vscode-languageserver";
import type { ReportCompletion } from "../../service/service.ts";
import type { ClientFeatures } from "../clientFeatures.ts";
import { type PositionAt, positionsOf, toRange, toTextEdit } from "../ranges.ts";
import { documentRequest, invalidParams } from "../requests.ts";
import type { Session } from "../session.ts";

function toItem(client: ClientFeatures, positionAt: PositionAt, completion: ReportCompletion): CompletionItem {
  return {
    label: completion.label,
    kind: CompletionItemKind.Snippet,
    detail: completion.detail,
    documentation: completion.documentation,
    filterText: completion.filterText,
    sortText: completion.sortText,
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // A skeleton has lines of its own; the editor must not indent them after the line it is typed in.
    ...(client.keepIndentation ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit: {
      range: toRange(positionAt, completion.replace),
      newText: client.snippets ? completion.snippet : completion.plain,
    },
    additionalTextEdits: completion.additionalEdits.map((edit) => toTextEdit(positionAt, edit)),
  };
}

/** `textDocument/completion`: section skeletons. */
export function handleCompletion(session: Session): void {
  session.connection.onCompletion(
    documentRequest(
      session,
      "textDocument/completion",
      [] as CompletionItem[],
      ({ document, source }, { position }) => {
        if (!Position.is(position)) throw invalidParams("position is missing.");
        const positionAt = positionsOf(document);
        return session.service
          .completions(source, document.offsetAt(position))
          .map((completion) => toItem(session.client, positionAt, completion));
      },
    ),
  );
}

import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import type { ClientFeatures } from "./clientFeatures.ts";

/** The source action that makes all safe fixes. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.baogao`;

/**
 * What opens the list of section skeletons. Markdown has no suggestions while typing in VS Code, and Ctrl+Space
 * switches the input method on most Chinese desktops; `/` and `#` are typed without one, `、` and `）` close a mark.
 */
const COMPLETION_TRIGGERS = ["/", "#", "、", "）"];

/** The answer to `initialize`. */
export function initializeResult(client: ClientFeatures, version: string): InitializeResult {
  return {
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      ...(client.pullDiagnostics
        ? {
            diagnosticProvider: { identifier: "baogao", interFileDependencies: false, workspaceDiagnostics: false },
          }
        : {}),
      documentSymbolProvider: { label: "报告" },
      foldingRangeProvider: true,
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND],
        resolveProvider: client.lazyCodeActionEdits,
      },
      completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: "baogao", version },
  };
}

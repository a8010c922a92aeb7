import * as vscode from "vscode";
import {
  PLACEHOLDERS_REQUEST,
  type PlaceholdersParams,
  type PlaceholdersResult,
} from "../../../server/src/lsp/protocol.ts";
import type { CommandContext } from "./context.ts";

/** Picks one of the placeholders of a document (in order, never none) by where the selection stands. */
type PickPlaceholder = (placeholders: readonly vscode.Range[], selection: vscode.Selection) => vscode.Range | undefined;

/** Selects and reveals the placeholder of the active editor that `pick` chooses, so that typing replaces it. */
export async function goToPlaceholder({ client }: CommandContext, pick: PickPlaceholder): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  await client.start();
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document);
  const params: PlaceholdersParams = { textDocument };
  const found = await client.sendRequest<PlaceholdersResult>(PLACEHOLDERS_REQUEST, params);
  const placeholders = found.map(
    ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character),
  );
  const next = pick(placeholders, editor.selection);
  if (next === undefined) {
    vscode.window.setStatusBarMessage(vscode.l10n.t("$(pass) No placeholder is left to fill in"), 3000);
    return;
  }
  editor.selection = new vscode.Selection(next.start, next.end);
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

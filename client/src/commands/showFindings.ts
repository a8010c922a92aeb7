import * as vscode from "vscode";
import type { CommandContext } from "./context.ts";
import { findingItems } from "./findingItems.ts";

/** 查看问题: a list of all findings of the active document, grouped, to jump to; its first entry opens the Problems panel. */
export async function showFindings(_context: CommandContext): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri;
  const findings = uri ? vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "baogao") : [];
  const picked = await vscode.window.showQuickPick(findingItems(findings), {
    placeHolder:
      findings.length > 0
        ? vscode.l10n.t("{0} findings in this document", findings.length)
        : vscode.l10n.t("No finding in this document"),
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  if (picked.range === undefined) {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  } else if (editor !== undefined) {
    const viewColumn = editor.viewColumn ?? vscode.ViewColumn.Active;
    await vscode.window.showTextDocument(editor.document, { viewColumn, selection: picked.range });
  }
}

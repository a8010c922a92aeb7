import * as vscode from "vscode";
import { until } from "./until.ts";

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("The suite wants a folder to be open.");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document);
}

/**
 * Opens an editor with a Markdown document that no file stands for. VS Code uses the name Untitled-1 again, and at times
 * hands out the document that had it before, which is still being closed; then that one goes and another is asked for.
 */
export function openText(content: string): Promise<vscode.TextEditor> {
  return until("a document of its own", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
    const editor = await vscode.window.showTextDocument(document);
    if (document.getText() === content) return editor;
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    return undefined;
  });
}

/** Throws away every open editor, changed or not, and waits until no document without a file is left. */
export async function closeAll(): Promise<void> {
  for (;;) {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) break;
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until("the editor to close", () => vscode.window.activeTextEditor !== editor);
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  const untitled = () => vscode.workspace.textDocuments.filter((document) => document.uri.scheme === "untitled");
  await until("the documents to close", () => untitled().length === 0, {
    last: () =>
      untitled()
        .map((document) => document.uri)
        .join(", "),
  });
}

/** Puts the cursor to an offset (UTF-16) of the document. */
export function putCursor(editor: vscode.TextEditor, offset: number): void {
  const position = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
}

/** Types at the cursor, one character after the other, as a keyboard does. */
export async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand("type", { text: character });
}

/** The rule id of a finding of ours; undefined for the diagnostics of others. */
export function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== "baogao") return undefined;
  return String(typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code);
}

/** Our findings in a document now, those of one rule where one is named. */
export function findings(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => (rule === undefined ? ruleOf(diagnostic) !== undefined : ruleOf(diagnostic) === rule));
}

/** Waits until the findings of a rule in a document satisfy `wanted`, and gives them. */
export function untilFindings(
  uri: vscode.Uri,
  rule: string,
  wanted: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return until(
    `the findings of ${rule}`,
    () => {
      const found = findings(uri, rule);
      return wanted(found) ? found : undefined;
    },
    { last: () => JSON.stringify(findings(uri).map((each) => [ruleOf(each), each.message])) },
  );
}

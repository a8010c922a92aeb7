import * as assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, openText, putCursor, untilFindings } from "../support/editor.ts";
import { screenshot } from "../support/launcher.ts";
import { withoutPlan } from "../support/reports.ts";
import { until } from "../support/until.ts";

/** The quick fixes for a finding, their edits resolved. */
function fixes(uri: vscode.Uri, finding: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  return until("a quick fix", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const ours = actions.filter((action) => action.edit !== undefined && action.edit.size > 0);
    return ours.length > 0 ? ours : undefined;
  });
}

describe("quick fix", () => {
  afterEach(closeAll);

  it("inserts the missing section where it belongs", async () => {
    const { document } = await openText(withoutPlan);
    const [missing] = await untilFindings(document.uri, "structure/missing-section", (found) => found.length === 1);
    const [fix] = await fixes(document.uri, missing!);
    assert.equal(await vscode.workspace.applyEdit(fix!.edit!), true);
    const text = document.getText();
    assert.ok(text.startsWith(withoutPlan.trimEnd()), "what was written stays as it was");
    assert.match(text.slice(withoutPlan.trimEnd().length), /^\s+三、[^\n]*(?:打算|思路|措施|计划|方向)/);
    await untilFindings(document.uri, "structure/missing-section", (found) => found.length === 0);
  });

  it("mends a bracket of two widths", async () => {
    const { document } = await openText(withoutPlan.replace("（二）服务", "(二）服务"));
    const [mixed] = await untilFindings(document.uri, "numbering/bracket", (found) => found.length === 1);
    assert.equal(mixed!.severity, vscode.DiagnosticSeverity.Error);
    const [fix] = await fixes(document.uri, mixed!);
    assert.equal(await vscode.workspace.applyEdit(fix!.edit!), true);
    assert.equal(document.getText(), withoutPlan);
  });

  it("mends all that is safe in one command", async () => {
    const broken = withoutPlan.replace("（二）服务", "(二）服务").replace("二、存在", "##paidbegin##二、存在");
    const { document } = await openText(broken);
    await untilFindings(document.uri, "residue/marker", (found) => found.length === 1);
    await vscode.commands.executeCommand("editor.action.sourceAction", {
      kind: "source.fixAll.baogao",
      apply: "first",
    });
    // The command ends before its edit does; once more would apply the same edit to a text that has changed.
    await until("fix all", () => document.getText() === withoutPlan, { last: () => document.getText() });
  });

  it("stands in the menu of the title", async () => {
    const editor = await openText(withoutPlan);
    const [missing] = await untilFindings(
      editor.document.uri,
      "structure/missing-section",
      (found) => found.length === 1,
    );
    await fixes(editor.document.uri, missing!);
    putCursor(editor, 4);
    await vscode.commands.executeCommand("workbench.action.closePanel");
    await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await vscode.commands.executeCommand("editor.action.quickFix");
    await screenshot("quick-fix", ".action-widget .monaco-list-row");
    // Until the menu is open there is no entry to take.
    await until("the section", async () => {
      await vscode.commands.executeCommand("acceptSelectedCodeAction");
      return /\n三、/.test(editor.document.getText());
    });
  });
});

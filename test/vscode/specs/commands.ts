import * as assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, findings, openText, putCursor, untilFindings } from "../support/editor.ts";
import { screenshot } from "../support/launcher.ts";
import { withoutPlan } from "../support/reports.ts";
import { until } from "../support/until.ts";

describe("commands", () => {
  afterEach(closeAll);

  it("go to the next and the previous placeholder, and around", async () => {
    const text = withoutPlan.replace("十二次", "XX次").replace("三十项", "____项").replace("六十余", "××");
    const editor = await openText(text);
    await untilFindings(editor.document.uri, "placeholder/unfilled", (found) => found.length === 3);
    putCursor(editor, 0);
    const visit = async (command: string): Promise<string> => {
      const before = editor.selection;
      await vscode.commands.executeCommand(command);
      await until("the cursor to move", () => !editor.selection.isEqual(before));
      return editor.document.getText(editor.selection);
    };
    const seen: string[] = [];
    for (let turn = 0; turn < 4; turn++) seen.push(await visit("baogao.nextPlaceholder"));
    assert.deepEqual(seen, ["XX", "____", "××", "XX"]);
    assert.equal(await visit("baogao.previousPlaceholder"), "××");
  });

  it("make a new report with the sections of its kind and blanks to fill in", async () => {
    const before = new Set(vscode.workspace.textDocuments.map((document) => document.uri.toString()));
    let finished = false;
    const command = Promise.resolve(vscode.commands.executeCommand("baogao.newReport")).then(() => {
      finished = true;
    });
    // Takes what each question proposes: the first kind, and whatever stands in the boxes.
    await until("the new report", async () => {
      if (!finished) await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      return finished;
    });
    await command;
    const made = await until("the new document", () =>
      vscode.workspace.textDocuments.find(
        (document) => document.languageId === "markdown" && !before.has(document.uri.toString()),
      ),
    );
    await until("its skeleton", () => /一、.*二、.*三、/s.test(made.getText()), { last: () => made.getText() });
    assert.match(made.getText(), /【请填：[^】]+】/);
    await untilFindings(made.uri, "placeholder/unfilled", (found) => found.length > 0);
    assert.deepEqual(findings(made.uri, "structure/missing-section"), []);
    // VS Code folds its groups when a document gets a second one.
    const unfold = () => vscode.commands.executeCommand("outline.expand");
    await screenshot("new-report", ".outline-tree .monaco-list-row:has-text('请填')", unfold);
  });
});

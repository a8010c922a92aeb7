import * as assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, open, openText, putCursor, type, untilFindings } from "../support/editor.ts";
import { click, screenshot } from "../support/launcher.ts";
import { withoutPlan } from "../support/reports.ts";
import { until } from "../support/until.ts";

describe("diagnostics", () => {
  afterEach(closeAll);

  it("show the missing section, on the title", async () => {
    const { document } = await openText(withoutPlan);
    const [missing] = await untilFindings(document.uri, "structure/missing-section", (found) => found.length === 1);
    assert.equal(missing?.range.start.line, 0);
    assert.equal(missing.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(missing.message, /\p{Script=Han}/u);
  });

  it("come and go while a blank is typed and filled in", async () => {
    const editor = await openText(withoutPlan);
    await untilFindings(editor.document.uri, "structure/missing-section", (found) => found.length === 1);
    const place = withoutPlan.indexOf("十二次");
    putCursor(editor, place);
    await type("XX");
    const found = await untilFindings(editor.document.uri, "placeholder/unfilled", (each) => each.length === 1);
    assert.equal(editor.document.getText(found[0]!.range), "XX");
    await vscode.commands.executeCommand("undo");
    await untilFindings(editor.document.uri, "placeholder/unfilled", (each) => each.length === 0);
  });

  it("go when the missing section is typed", async () => {
    const editor = await openText(withoutPlan);
    await untilFindings(editor.document.uri, "structure/missing-section", (found) => found.length === 1);
    putCursor(editor, withoutPlan.length);
    await type("\n三、下一步工作打算\n");
    await vscode.commands.executeCommand("type", { text: "一是抓实理论学习，二是常到村里走访。" });
    await untilFindings(editor.document.uri, "structure/missing-section", (found) => found.length === 0);
  });

  it("list what is wrong in the example report", async () => {
    const { document } = await open("2025年度述职报告.md");
    const expected = [
      "structure/missing-section",
      "placeholder/unfilled",
      "numbering/gap",
      "numbering/bracket",
      "residue/marker",
    ];
    for (const rule of expected) await untilFindings(document.uri, rule, (found) => found.length > 0);
    await vscode.commands.executeCommand("workbench.action.problems.focus");
    await vscode.commands.executeCommand("outline.focus");
    await until("the outline", async () => {
      const symbols = await vscode.commands.executeCommand<unknown[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      return symbols?.length > 0;
    });
    // The list of files folds up, so that the outline has its place.
    click(".explorer-viewlet .pane-header");
    await screenshot("report", ".markers-panel .monaco-list-row");
  });

  it("stay silent in the finished example", async () => {
    const { document } = await open("工作总结（定稿）.md");
    // Its neighbour is checked by the same server behind it: when that one has findings, this one has had its turn.
    const other = await openText(withoutPlan);
    await untilFindings(other.document.uri, "structure/missing-section", (found) => found.length === 1);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});

import * as assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, findings, open, openText, untilFindings } from "../support/editor.ts";
import { notReport, withoutPlan } from "../support/reports.ts";

/** All names of an outline, of every provider. */
function names(symbols: readonly vscode.DocumentSymbol[] | undefined): string[] {
  return (symbols ?? []).flatMap((symbol) => [symbol.name, ...names(symbol.children)]);
}

async function staysSilent(document: vscode.TextDocument): Promise<void> {
  // A report opened behind it has findings: by then the server has seen this one, too.
  const report = await openText(withoutPlan);
  await untilFindings(report.document.uri, "structure/missing-section", (found) => found.length === 1);
  assert.deepEqual(findings(document.uri), []);
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    "vscode.executeDocumentSymbolProvider",
    document.uri,
  );
  // VS Code's own provider lists the # headings; a numbered line or a series can only come from us.
  assert.deepEqual(
    names(symbols).filter((name) => !name.startsWith("#")),
    [],
  );
}

describe("a document that is no report", () => {
  after(closeAll);

  it("README.md has no finding and no symbol of ours", async () => {
    await staysSilent((await open("README.md")).document);
  });

  it("technical notes have none", async () => {
    await staysSilent((await openText(notReport)).document);
  });
});

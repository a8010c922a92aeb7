import * as vscode from "vscode";
import {
  KINDS_REQUEST,
  type KindsResult,
  NEW_REPORT_REQUEST,
  type NewReportParams,
  type NewReportResult,
} from "../../../server/src/lsp/protocol.ts";
import type { CommandContext } from "./context.ts";
import { askForReport } from "./newReportForm.ts";

/**
 * 新建报告: asks for kind, year, organisation and name and opens the skeleton as an untitled Markdown document, its
 * blanks as tab stops. A key binding may pass `{ kind, year?, org?, author? }` as argument; then nothing is asked.
 */
export async function newReport({ client }: CommandContext, argument?: unknown): Promise<void> {
  await client.start();
  const params = isParams(argument)
    ? argument
    : await askForReport(await client.sendRequest<KindsResult>(KINDS_REQUEST));
  if (params === undefined) return;
  const { snippet } = await client.sendRequest<NewReportResult>(NEW_REPORT_REQUEST, params);
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: "" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet));
}

function isParams(argument: unknown): argument is NewReportParams {
  return typeof argument === "object" && argument !== null && "kind" in argument && typeof argument.kind === "string";
}

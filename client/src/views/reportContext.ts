import * as vscode from "vscode";
import type { ReportStatuses } from "../reportStatuses.ts";

/** Keeps the context key `baogao.isReport`, which the keys and menus ask, true while a report is being edited. */
export function followActiveReport(statuses: ReportStatuses): vscode.Disposable {
  let last: boolean | undefined;
  const update = () => {
    const isReport = statuses.active !== undefined;
    if (isReport === last) return;
    last = isReport;
    void vscode.commands.executeCommand("setContext", "baogao.isReport", isReport);
  };
  update();
  return vscode.Disposable.from(statuses.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}

import * as vscode from "vscode";
import type { ReportStatus } from "../../../server/src/service/service.ts";
import type { ReportStatuses } from "../reportStatuses.ts";

/** Left of the language mode and the line number, which VS Code puts at priorities around 100. */
const PRIORITY = 101;

/** The status bar item that tells the kind of the report in the active editor and what is left to do in it. */
export function createStatusBarItem(statuses: ReportStatuses): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("baogao.report", vscode.StatusBarAlignment.Right, PRIORITY);
  item.name = vscode.l10n.t("Report status");
  item.command = "baogao.showFindings";
  const update = () => {
    const status = statuses.active;
    if (status === undefined) return item.hide();
    item.text = textOf(status);
    item.tooltip = tooltipOf(status);
    item.show();
  };
  update();
  return vscode.Disposable.from(item, statuses.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}

function textOf({ kindName, characters, placeholders, missingSections }: ReportStatus): string {
  const parts = [kindName, vscode.l10n.t("{0} characters", characters.toLocaleString("en"))];
  if (placeholders > 0) parts.push(vscode.l10n.t("{0} to fill in", placeholders));
  if (missingSections.length > 0) parts.push(vscode.l10n.t("{0} missing", missingSections.length));
  const done = placeholders === 0 && missingSections.length === 0;
  return `${done ? "$(pass)" : "$(checklist)"} ${parts.join(" · ")}`;
}

function tooltipOf({ kindName, placeholders, missingSections, hiddenFindings }: ReportStatus): string {
  const lines = [vscode.l10n.t("Kind of report: {0}", kindName)];
  if (placeholders > 0) lines.push(vscode.l10n.t("Placeholders still to fill in: {0}", placeholders));
  if (missingSections.length > 0) {
    lines.push(vscode.l10n.t("Missing sections: {0}", missingSections.join(vscode.l10n.t(", "))));
  }
  if (hiddenFindings > 0) lines.push(vscode.l10n.t("Findings beyond the limit, not shown: {0}", hiddenFindings));
  lines.push(vscode.l10n.t("Click to see all findings"));
  return lines.join("\n");
}

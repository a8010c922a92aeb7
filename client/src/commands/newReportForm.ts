import * as vscode from "vscode";
import type { KindEntry, NewReportParams } from "../../../server/src/lsp/protocol.ts";

/** The earliest year a report of this genre can be about. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;
const STEPS = 4;

/** Asks for the fields of a new report, one after the other. Undefined when the user gave up with Esc. */
export async function askForReport(kinds: readonly KindEntry[]): Promise<NewReportParams | undefined> {
  const kind = await askForKind(kinds);
  if (kind === undefined) return undefined;
  const year = await ask(2, {
    prompt: vscode.l10n.t("The year the report is about; empty to leave it open"),
    value: String(new Date().getFullYear()),
    validateInput: (text) => (isYear(text) ? undefined : vscode.l10n.t("Write a year of four digits, such as 2025")),
  });
  if (year === undefined) return undefined;
  const org = await ask(3, { prompt: vscode.l10n.t("The organisation; empty to leave it open") });
  if (org === undefined) return undefined;
  const author = await ask(4, { prompt: vscode.l10n.t("The name of the person who reports; empty to leave it open") });
  if (author === undefined) return undefined;
  return { kind, ...(year && { year: Number(year) }), ...(org && { org }), ...(author && { author }) };
}

async function askForKind(kinds: readonly KindEntry[]): Promise<string | undefined> {
  const items = kinds.map(({ id, name }) => ({ label: name, description: id, id }));
  const picked = await vscode.window.showQuickPick(items, {
    title: titleOf(1),
    placeHolder: vscode.l10n.t("The kind of report"),
    matchOnDescription: true,
  });
  return picked?.id;
}

async function ask(step: number, options: vscode.InputBoxOptions): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({ ...options, title: titleOf(step), ignoreFocusOut: true });
  return answer?.trim();
}

function titleOf(step: number): string {
  return vscode.l10n.t("New report ({0}/{1})", step, STEPS);
}

function isYear(text: string): boolean {
  const year = text.trim();
  return year === "" || (/^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR);
}

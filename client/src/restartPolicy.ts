import * as vscode from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient/node";

/** A server that ends this often within the window is broken: starting it again would only burn the machine. */
const MOST_RESTARTS = 5;
const WINDOW_MS = 3 * 60 * 1000;
/** Garbled messages in a row that are borne before the connection is given up; the library's own number. */
const MOST_ERRORS = 3;

/**
 * Starts the server again whenever it ends unasked, in silence, since the user has lost nothing. When it ends too
 * often this stops and offers to try again or to look at the log.
 */
export function restartPolicy(): ErrorHandler {
  let ends: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed() {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < WINDOW_MS), now];
      if (ends.length <= MOST_RESTARTS) return { action: CloseAction.Restart, handled: true };
      ends = [];
      void offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = vscode.l10n.t("Restart Server");
  const log = vscode.l10n.t("Show Output");
  const message = vscode.l10n.t("The Baogao server ended several times in a row and was not started again.");
  const picked = await vscode.window.showErrorMessage(message, restart, log);
  if (picked === restart) await vscode.commands.executeCommand("baogao.restartServer");
  if (picked === log) await vscode.commands.executeCommand("baogao.showOutput");
}

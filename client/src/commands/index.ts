import * as vscode from "vscode";
import type { CommandContext } from "./context.ts";
import { newReport } from "./newReport.ts";
import { nextPlaceholder } from "./nextPlaceholder.ts";
import { previousPlaceholder } from "./previousPlaceholder.ts";
import { restartServer } from "./restartServer.ts";
import { showFindings } from "./showFindings.ts";
import { showOutput } from "./showOutput.ts";

type Command = (context: CommandContext, argument?: unknown) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  "baogao.newReport": newReport,
  "baogao.nextPlaceholder": nextPlaceholder,
  "baogao.previousPlaceholder": previousPlaceholder,
  "baogao.restartServer": restartServer,
  "baogao.showFindings": showFindings,
  "baogao.showOutput": showOutput,
};

/** Registers every command. What one throws is logged and shown with a way to the log. */
export function registerCommands(context: CommandContext): vscode.Disposable[] {
  return Object.entries(COMMANDS).map(([id, command]) =>
    vscode.commands.registerCommand(id, async (argument?: unknown) => {
      try {
        await command(context, argument);
      } catch (error) {
        await report(context, error);
      }
    }),
  );
}

async function report({ output }: CommandContext, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  output.error(reason);
  const log = vscode.l10n.t("Show Output");
  const message = vscode.l10n.t("This did not work: {0}", reason);
  if ((await vscode.window.showErrorMessage(message, log)) === log) output.show();
}

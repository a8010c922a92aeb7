import * as vscode from "vscode";
import { createClient } from "./client.ts";
import { registerCommands } from "./commands/index.ts";
import { ReportStatuses } from "./reportStatuses.ts";
import { followActiveReport } from "./views/reportContext.ts";
import { createStatusBarItem } from "./views/statusBar.ts";

/** What `activate` gives to the test suite that runs inside VS Code. */
export interface BaogaoApi {
  /** The process id of the running server; undefined while there is none. */
  serverPid(): number | undefined;
  /** Settles when the server answers; rejects when it could not be started. */
  whenReady(): Promise<void>;
}

/** Starts the language server and registers the commands and views. Called by VS Code, once. */
export function activate(context: vscode.ExtensionContext): BaogaoApi {
  const output = vscode.window.createOutputChannel(vscode.l10n.t("Baogao"), { log: true });
  const client = createClient(context.asAbsolutePath("server/dist/node.js"), output);
  const statuses = new ReportStatuses(client);
  context.subscriptions.push(
    output,
    client,
    statuses,
    followActiveReport(statuses),
    createStatusBarItem(statuses),
    ...registerCommands({ client, output }),
  );
  // A failed start is shown by the client itself, with its reason; the commands start the server again when used.
  client.start().catch((error: unknown) => output.error(String(error)));
  return {
    serverPid: () => client.serverProcess?.pid,
    whenReady: () => client.start(),
  };
}

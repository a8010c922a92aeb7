import type { LogOutputChannel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** What a command may use. */
export interface CommandContext {
  readonly client: LanguageClient;
  readonly output: LogOutputChannel;
}

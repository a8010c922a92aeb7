import * as vscode from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { STATUS_NOTIFICATION, type StatusParams } from "../../server/src/lsp/protocol.ts";
import type { ReportStatus } from "../../server/src/service/service.ts";

/** What the server last said of each open document. */
export class ReportStatuses implements vscode.Disposable {
  readonly #byUri = new Map<string, ReportStatus>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];

  /** Fires when any status came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(client: LanguageClient) {
    this.#disposables = [
      this.#changed,
      client.onNotification(STATUS_NOTIFICATION, ({ uri, status }: StatusParams) => {
        // The server may write a URI with other escapes than the editor does; both go through one parser.
        this.#byUri.set(vscode.Uri.parse(uri).toString(), status);
        this.#changed.fire();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) this.#clear();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#byUri.delete(document.uri.toString())) this.#changed.fire();
      }),
    ];
  }

  /** The status of the document in the active editor, when that is a report. */
  get active(): ReportStatus | undefined {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && this.#byUri.get(document.uri.toString());
    return status?.isReport ? status : undefined;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #clear(): void {
    this.#byUri.clear();
    this.#changed.fire();
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type InitializeParams,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SymbolInformation,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { StatusParams } from "../../server/src/lsp/protocol.ts";

/** A client that can do all that the server knows to use, as VS Code can. */
export const ABLE: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } },
  },
};

/** A client that can do nothing beyond LSP 3.0. */
export const PLAIN: ClientCapabilities = {};

export type Wire = "stdio" | "ipc" | "socket";

export interface StartOptions {
  readonly script: string;
  readonly wire?: Wire;
  readonly capabilities?: ClientCapabilities;
  readonly initialize?: Partial<InitializeParams>;
  /** The section `baogao` with which the client answers `workspace/configuration`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Waits until `find` gives something, looking every few milliseconds. @throws Error at the deadline */
export async function until<T>(what: string, find: () => T | undefined | false, deadline = 8000): Promise<T> {
  const end = Date.now() + deadline;
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A server in a child process, with a client that keeps its own copy of each document, as an editor does. */
export class ServerHandle {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly logs: string[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  settings: Readonly<Record<string, unknown>>;
  initializeResult!: InitializeResult;
  readonly #documents = new Map<string, TextDocument>();
  readonly #exit: Promise<number | null>;

  private constructor(
    child: ChildProcess,
    connection: ProtocolConnection,
    settings: Readonly<Record<string, unknown>>,
  ) {
    this.child = child;
    this.connection = connection;
    this.settings = settings;
    this.#exit = once(child, "exit").then(([code]) => code as number | null);
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    connection.onNotification("baogao/status", (params: StatusParams) => void this.statuses.push(params));
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.logs.push(message));
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest("client/registerCapability", (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations.map(({ method }) => method));
      return null;
    });
    connection.listen();
  }

  /** Starts a server that was not yet greeted. */
  static async spawn({ script, wire = "stdio", settings = {} }: StartOptions): Promise<ServerHandle> {
    if (wire === "ipc") {
      const child = spawn(process.execPath, [script, "--node-ipc"], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
      const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
      return new ServerHandle(child, connection, settings);
    }
    if (wire === "socket") {
      const listener = createServer();
      listener.listen(0, "127.0.0.1");
      await once(listener, "listening");
      const { port } = listener.address() as { port: number };
      const child = spawn(process.execPath, [script, `--socket=${port}`], { stdio: ["ignore", "pipe", "pipe"] });
      const [socket] = (await once(listener, "connection")) as [Socket];
      listener.close();
      return new ServerHandle(child, createProtocolConnection(socket, socket), settings);
    }
    const child = spawn(process.execPath, [script, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    return new ServerHandle(child, createProtocolConnection(child.stdout, child.stdin), settings);
  }

  /** Starts a server and greets it. */
  static async start(options: StartOptions): Promise<ServerHandle> {
    const handle = await ServerHandle.spawn(options);
    handle.initializeResult = await handle.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: options.capabilities ?? ABLE,
      ...options.initialize,
    });
    await handle.connection.sendNotification("initialized", {});
    return handle;
  }

  /** Sends a request; what the server answers. */
  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Opens a document; gives its URI. */
  async open(uri: string, text: string, languageId = "markdown"): Promise<string> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** The text of a document as the client has it. */
  text(uri: string): string {
    return this.#documents.get(uri)!.getText();
  }

  /** Replaces the first occurrence of `old` by `text` with an incremental change, as typing would. */
  async replace(uri: string, old: string, text: string): Promise<void> {
    const document = this.#documents.get(uri)!;
    const start = document.getText().indexOf(old);
    if (start === -1) throw new Error(`${old} does not stand in ${uri}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + old.length) };
    const version = document.version + 1;
    const contentChanges = [{ range, text }];
    TextDocument.update(document, contentChanges, version);
    await this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
  }

  /** The diagnostics of a document, pulled in full. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error("A pull without a result id must be answered in full.");
    return report.items;
  }

  symbols(uri: string): Promise<DocumentSymbol[] | SymbolInformation[]> {
    return this.request("textDocument/documentSymbol", { textDocument: { uri } });
  }

  actions(uri: string, range: Range, diagnostics: Diagnostic[] = [], only?: string[]): Promise<CodeAction[]> {
    return this.request("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics, only } });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.request("codeAction/resolve", action);
  }

  /** The completions at the end of the first `before` in the document. */
  complete(uri: string, before: string): Promise<CompletionItem[]> {
    const document = this.#documents.get(uri)!;
    const position = document.positionAt(document.getText().indexOf(before) + before.length);
    return this.request("textDocument/completion", { textDocument: { uri }, position });
  }

  /** The range of the first `part` in a document. */
  rangeOf(uri: string, part: string): Range {
    const document = this.#documents.get(uri)!;
    const start = document.getText().indexOf(part);
    return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
  }

  /** What a range covers. */
  textAt(uri: string, range: Range): string {
    return this.#documents.get(uri)!.getText(range);
  }

  /** The text of a document after an edit of the server, which must be for the version that the client has. */
  applied(uri: string, edit: WorkspaceEdit | undefined): string {
    const document = this.#documents.get(uri)!;
    const [change] = edit?.documentChanges ?? [];
    if (change === undefined) return TextDocument.applyEdits(document, edit?.changes?.[uri] ?? []);
    if (!("edits" in change) || change.textDocument.version !== document.version) throw new Error("A stale edit.");
    return TextDocument.applyEdits(
      document,
      change.edits.filter((one) => "newText" in one),
    );
  }

  /** The text of a document after a completion was taken; tab stops stay as they are written. */
  completed(uri: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
    if (textEdit === undefined || !("range" in textEdit)) throw new Error("The item has no edit with a range.");
    return TextDocument.applyEdits(this.#documents.get(uri)!, [textEdit, ...additionalTextEdits]);
  }

  /** What was published last for a document. */
  publishedFor(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast((params) => params.uri === uri);
  }

  /** The exit status, once the process ended. */
  exit(): Promise<number | null> {
    return this.#exit;
  }

  /** Shuts down as the protocol says; gives the exit status. */
  async stop(): Promise<number | null> {
    await this.request("shutdown", undefined);
    await this.notify("exit", undefined);
    return this.#exit;
  }

  /** Ends the process, however it is. */
  kill(): void {
    this.connection.dispose();
    this.child.kill("SIGKILL");
  }
}

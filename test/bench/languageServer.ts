import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  type ServerCapabilities,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Keystroke } from "./edits.ts";
import { fromFirstHeader } from "./framing.ts";
import { Publications, type PublicationsPerMessage } from "./publications.ts";

/** How long a server may take to leave by itself; AutoCorrect 2.14 does not leave at all after `exit`. */
const LEAVING = 2000;

interface StartOptions {
  /** Arguments of Node: those of the engine, the script and its own. */
  readonly args: readonly string[];
  /** The folder that is opened as the workspace. */
  readonly folder: string;
  /** How often a server that pushes publishes; not needed where it lets its client pull. */
  readonly publications?: PublicationsPerMessage | undefined;
}

/** A language server in a process of its own with one open document, as an editor's client talks to it. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #publications: Publications;
  readonly #expected: PublicationsPerMessage | undefined;
  #capabilities: ServerCapabilities = {};
  #document = TextDocument.create("", "markdown", 0, "");
  #resultId: string | undefined;
  /** Of the last full report; an unchanged one repeats it. */
  #diagnostics = 0;

  private constructor({ args, folder, publications }: StartOptions) {
    // What it writes to standard error is shown: a server that crashes says there why.
    this.#process = spawn(process.execPath, args, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
    const output = this.#process.stdout!.pipe(fromFirstHeader());
    this.#connection = createProtocolConnection(
      new StreamMessageReader(output),
      new StreamMessageWriter(this.#process.stdin!),
    );
    this.#publications = new Publications();
    this.#expected = publications;
    const connection = this.#connection;
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => this.#publications.add(params));
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    connection.onRequest(RegistrationRequest.type, () => {});
    connection.onRequest(DiagnosticRefreshRequest.type, () => {});
    connection.listen();
  }

  /** Starts the process and greets it. @throws where the process does not answer `initialize` */
  static async start(options: StartOptions): Promise<LanguageServer> {
    const server = new LanguageServer(options);
    const ended = once(server.#process, "exit").then(([code, signal]) => {
      throw new Error(`node ${options.args.join(" ")} ended with ${code ?? signal} before it was ready`);
    });
    const greeted = server.#connection.sendRequest(InitializeRequest.type, initializeParams(options.folder));
    // The process ends in any case at some time; after the greeting that is no news.
    ended.catch(() => {});
    server.#capabilities = (await Promise.race([greeted, ended])).capabilities;
    await server.#connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** Opens the document and waits for its diagnostics. @returns how many there are */
  async open(uri: string, text: string): Promise<number> {
    this.#document = TextDocument.create(uri, "markdown", 1, text);
    const answer = this.#diagnosticsAfter("open");
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "markdown", version: 1, text },
    });
    return answer();
  }

  /**
   * Types, in the way the server's capabilities ask for (the change alone, or the whole text anew), and waits for the
   * diagnostics of the new text.
   *
   * @returns the milliseconds from sending the change to having read its diagnostics, and how many there are
   */
  async type({ offset, deleted, inserted }: Keystroke): Promise<{ milliseconds: number; diagnostics: number }> {
    const { uri, version } = this.#document;
    const range = { start: this.#document.positionAt(offset), end: this.#document.positionAt(offset + deleted) };
    const textDocument = { uri, version: version + 1 };
    this.#document = TextDocument.update(this.#document, [{ range, text: inserted }], textDocument.version);
    const contentChanges = this.#isIncremental ? [{ range, text: inserted }] : [{ text: this.#document.getText() }];

    const start = performance.now();
    const answer = this.#diagnosticsAfter("change");
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
    const diagnostics = await answer();
    return { milliseconds: performance.now() - start, diagnostics };
  }

  /**
   * Counts how often a server that pushes publishes after `action`: until nothing more has come for `quiet` ms.
   * 0 where the client pulls.
   */
  async countPublications(action: "open" | "change", uri: string, text: string, quiet: number): Promise<number> {
    if (this.pulls) return 0;
    const before = this.#publications.count;
    const { type: message, params } =
      action === "open"
        ? {
            type: DidOpenTextDocumentNotification.type,
            params: { textDocument: { uri, languageId: "markdown", version: 1, text } },
          }
        : {
            type: DidChangeTextDocumentNotification.type,
            params: { textDocument: { uri, version: 2 }, contentChanges: [{ text }] },
          };
    await this.#connection.sendNotification(message.method, params);
    for (let seen = -1; seen !== this.#publications.count; ) {
      seen = this.#publications.count;
      await delay(quiet);
    }
    return this.#publications.count - before;
  }

  /** Whether the client asks for diagnostics; else they come by themselves. */
  get pulls(): boolean {
    return this.#capabilities.diagnosticProvider !== undefined;
  }

  /** The process, for its memory. */
  get pid(): number {
    return this.#process.pid!;
  }

  /** Ends the server as the protocol says, and by force if it stays. */
  async stop(): Promise<void> {
    const left = once(this.#process, "exit");
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    this.#connection.end();
    const waiting = new AbortController();
    await Promise.race([left, delay(LEAVING, undefined, { signal: waiting.signal }).catch(() => {})]);
    waiting.abort();
    if (this.#process.exitCode === null) this.#process.kill("SIGKILL");
    await left;
    this.#connection.dispose();
  }

  get #isIncremental(): boolean {
    const { textDocumentSync: sync } = this.#capabilities;
    return (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Incremental;
  }

  /** What to await after the message was sent; set up before, so that nothing is missed. */
  #diagnosticsAfter(action: "open" | "change"): () => Promise<number> {
    if (this.pulls) return () => this.#pull();
    if (this.#expected === undefined) throw new Error("it is not known how often this server publishes");
    const last = this.#publications.next(this.#expected[action]);
    return async () => (await last).diagnostics.length;
  }

  async #pull(): Promise<number> {
    const report: DocumentDiagnosticReport = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: this.#document.uri },
      ...(this.#resultId === undefined ? {} : { previousResultId: this.#resultId }),
    });
    if (report.resultId !== undefined) this.#resultId = report.resultId;
    if (report.kind === "full") this.#diagnostics = report.items.length;
    return this.#diagnostics;
  }
}

/** What VS Code can do, as far as it bears on diagnostics. */
function initializeParams(folder: string): InitializeParams {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    clientInfo: { name: "baogao-bench" },
    locale: "zh-cn",
    rootUri: uri,
    workspaceFolders: [{ uri, name: "bench" }],
    capabilities: {
      workspace: {
        workspaceFolders: true,
        configuration: true,
        diagnostics: { refreshSupport: true },
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: {
        synchronization: {},
        diagnostic: { relatedDocumentSupport: false },
        publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
      },
    },
  };
}

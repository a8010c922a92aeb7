import type { TextDocument } from "vscode-languageserver-textdocument";
import { CancelledError } from "../service/service.ts";
import { checkConfig, checkConfigDocument, checkReport } from "./checks.ts";
import { isConfigUri } from "./configFiles.ts";
import type { Report } from "./reports.ts";
import type { Session } from "./session.ts";

/** The pause after a key before a client that can't pull gets its diagnostics, in milliseconds. */
const PUSH_DELAY_MS = 150;

/**
 * Pushes diagnostics where nobody pulls them: all open documents of a client without pull diagnostics, and
 * configurations that are not open. What is open at a client that pulls is never pushed.
 */
export class Publisher {
  readonly #session: Session;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** The URIs at which the client shows something of ours that only a push can take away. */
  readonly #shown = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Checks an open document soon and pushes what was found, unless the client pulls it. */
  later(document: TextDocument, delay = PUSH_DELAY_MS): void {
    if (this.#session.client.pullDiagnostics) return;
    this.#cancel(document.uri);
    this.#timers.set(
      document.uri,
      setTimeout(() => {
        this.#timers.delete(document.uri);
        void this.#push(document);
      }, delay),
    );
  }

  /** Checks the configuration of a folder that is not open and pushes what was found. */
  async config(folder: string): Promise<void> {
    const { configs, documents, connection } = this.#session;
    try {
      const config = await configs.of(folder);
      if (config === null || documents.get(config.uri) !== undefined) return;
      await this.#show(config.uri, await checkConfig(this.#session, config));
    } catch (error) {
      connection.console.error(`${folder}: ${String(error)}`);
    }
  }

  /** Takes back what was pushed for a URI, which was closed, deleted or is pulled from now on. */
  async clear(uri: string): Promise<void> {
    this.#cancel(uri);
    if (this.#shown.delete(uri)) await this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Drops everything that was to be pushed, at the end of the session. */
  stop(): void {
    for (const uri of [...this.#timers.keys()]) this.#cancel(uri);
  }

  #cancel(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  async #push(document: TextDocument): Promise<void> {
    const { documents, connection } = this.#session;
    const { version } = document;
    const cancellation = documents.cancellation(document, null);
    try {
      await documents.settled(document, cancellation);
      if (cancellation.isCancellationRequested) return;
      const report = isConfigUri(document.uri)
        ? await checkConfigDocument(this.#session, document)
        : await this.#check(document);
      if (!cancellation.isCancellationRequested) await this.#show(document.uri, report, version);
    } catch (error) {
      // A newer version has a timer of its own.
      if (!(error instanceof CancelledError)) connection.console.error(`${document.uri}: ${String(error)}`);
    }
  }

  async #check(document: TextDocument): Promise<Report> {
    const opened = await this.#session.open(document);
    if (opened === null) return { id: "off", items: [] };
    return checkReport(this.#session, opened, this.#session.documents.cancellation(document, null));
  }

  async #show(uri: string, { items }: Report, version?: number): Promise<void> {
    if (items.length === 0 && !this.#shown.has(uri)) return;
    if (items.length === 0) this.#shown.delete(uri);
    else this.#shown.add(uri);
    await this.#session.connection.sendDiagnostics({
      uri,
      ...(version === undefined ? {} : { version }),
      diagnostics: [...items],
    });
  }
}

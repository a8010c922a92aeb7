import { type CancellationToken, type Connection, Range, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Cancellation } from "../service/service.ts";
import type { Host } from "./host.ts";

/** Above this many bytes of UTF-8 a document is looked at after a pause, not at each key (the project's own limit). */
const LARGE_BYTES = 2 * 1024 * 1024;

/** The pause after the last key in a large document, in milliseconds. */
const QUIET_MS = 1500;

/** How often a waiting request looks whether it is still wanted, in milliseconds. */
const LOOK_MS = 100;

function isLarge(text: string): boolean {
  // A UTF-16 unit takes one to three bytes of UTF-8, so that most texts need not be counted.
  if (text.length * 3 <= LARGE_BYTES) return false;
  if (text.length > LARGE_BYTES) return true;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Both halves of a surrogate pair together take four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes > LARGE_BYTES;
}

/**
 * The open documents, kept in step by incremental sync. A change that is no change (no range, fractions, no text) is
 * refused with a log line: the document stays as it was rather than becoming something nobody wrote.
 */
export class Documents extends TextDocuments<TextDocument> {
  readonly #host: Host;
  readonly #changedAt = new WeakMap<TextDocument, number>();

  constructor(host: Host, connection: Connection) {
    super({
      create(uri, languageId, version, text) {
        if (typeof text !== "string") throw new Error("didOpen without a text");
        return TextDocument.create(uri, languageId, version, text);
      },
      update(document, changes, version) {
        for (const change of changes) {
          if ("range" in change && !Range.is(change.range)) throw new Error("didChange with a range that is none");
          if (typeof change.text !== "string") throw new Error("didChange without a text");
        }
        return TextDocument.update(document, changes, version);
      },
    });
    this.#host = host;
    const opened = new WeakSet<TextDocument>();
    this.onDidOpen(({ document }) => opened.add(document));
    this.onDidChangeContent(({ document }) => {
      // The event comes for the opening too, which is no typing.
      if (opened.delete(document)) return;
      this.#changedAt.set(document, host.now());
    });
    this.listen(connection);
  }

  /** Whether `document` was changed since it was opened. */
  wasTyped(document: TextDocument): boolean {
    return this.#changedAt.has(document);
  }

  /** What makes a computation on `document` as it is now worthless: a newer version, its closing, the client's word. */
  cancellation(document: TextDocument, token: CancellationToken | null): Cancellation {
    const { uri, version } = document;
    const isCurrent = (): boolean => document.version === version && this.get(uri) === document;
    return {
      get isCancellationRequested() {
        return token?.isCancellationRequested === true || !isCurrent();
      },
    };
  }

  /** Waits until nobody has typed in a large document for a while; does not wait for others, or once cancelled. */
  async settled(document: TextDocument, cancellation: Cancellation): Promise<void> {
    const changedAt = this.#changedAt.get(document);
    if (changedAt === undefined || !isLarge(document.getText())) return;
    let left = changedAt + QUIET_MS - this.#host.now();
    while (left > 0 && !cancellation.isCancellationRequested) {
      const pause = Math.min(left, LOOK_MS);
      await new Promise((resolve) => setTimeout(resolve, pause));
      left = changedAt + QUIET_MS - this.#host.now();
    }
  }
}

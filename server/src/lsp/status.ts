import { CancelledError, type ReportStatus } from "../service/service.ts";
import { STATUS_NOTIFICATION, type StatusParams } from "./protocol.ts";
import type { Session } from "./session.ts";

/** How long after a check its status is counted, so that the answer to the check goes first; in milliseconds. */
const DELAY_MS = 50;

/** The status of a document about which this server has nothing to say. */
const NO_REPORT: ReportStatus = {
  isReport: false,
  kindName: "",
  characters: 0,
  placeholders: 0,
  missingSections: [],
  hiddenFindings: 0,
};

/** Sends `baogao/status` after checks, to clients that asked for it; only the last check of a burst counts. */
export class StatusSender {
  readonly #session: Session;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Sends the status of `version` of a document soon, unless a newer one comes. */
  later(uri: string, version: number): void {
    if (!this.#session.client.wantsStatus) return;
    this.forget(uri);
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.#send(uri, version);
      }, DELAY_MS),
    );
  }

  /** Drops what was to be sent of a document. */
  forget(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }

  async #send(uri: string, version: number): Promise<void> {
    const { documents, connection, service } = this.#session;
    try {
      const document = documents.get(uri);
      if (document?.version !== version) return;
      const opened = await this.#session.open(document);
      if (document.version !== version) return;
      const status = opened === null ? NO_REPORT : await service.status(opened.source);
      const params: StatusParams = { uri, version, status };
      await connection.sendNotification(STATUS_NOTIFICATION, params);
    } catch (error) {
      if (!(error instanceof CancelledError)) connection.console.error(`${STATUS_NOTIFICATION}: ${String(error)}`);
    }
  }
}

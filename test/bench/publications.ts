import type { PublishDiagnosticsParams } from "vscode-languageserver/node";

/**
 * How many times a server publishes diagnostics after one message. AutoCorrect clears first and publishes then, without
 * a version, so that only the count tells the answer from the clearing.
 */
export interface PublicationsPerMessage {
  readonly open: number;
  readonly change: number;
}

/** Counts the publications of a server and hands out the one that is waited for. */
export class Publications {
  #count = 0;
  #wanted = 0;
  #resolve: ((params: PublishDiagnosticsParams) => void) | null = null;

  get count(): number {
    return this.#count;
  }

  add(params: PublishDiagnosticsParams): void {
    this.#count++;
    if (this.#resolve === null || this.#count < this.#wanted) return;
    this.#resolve(params);
    this.#resolve = null;
  }

  /** The `ordinal`-th publication from now on. @throws Error when another is still waited for */
  next(ordinal: number): Promise<PublishDiagnosticsParams> {
    if (this.#resolve !== null) throw new Error("the publication before has not come yet");
    this.#wanted = this.#count + ordinal;
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }
}

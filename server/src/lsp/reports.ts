import type { Diagnostic } from "vscode-languageserver";
import type { CheckResult } from "../service/service.ts";
import { sameDiagnostics, toDiagnostics } from "./diagnostics.ts";

/** The diagnostics of one version of a document; `id` stays the same while a newer check says the same. */
export interface Report {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** The last report of each document, so that a check which changed nothing sends nothing. */
export class Reports {
  readonly #last = new Map<string, Report & { readonly result: CheckResult }>();
  #count = 0;

  /** The report of a check; `related` says whether the client shows related information. */
  of(uri: string, result: CheckResult, related: boolean): Report {
    const last = this.#last.get(uri);
    if (last?.result === result) return last;
    const items = toDiagnostics(result, related ? uri : null);
    const report =
      last !== undefined && sameDiagnostics(last.items, items)
        ? { ...last, result }
        : { id: String(++this.#count), items, result };
    this.#last.set(uri, report);
    return report;
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

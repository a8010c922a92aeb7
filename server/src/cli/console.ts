import type { Bilingual } from "../catalog/types.ts";
import type { Locale } from "../service/service.ts";
import type { CliHost } from "./host.ts";

/** Says things on standard error, beside the results, and remembers whether one of them was a failure. */
export class Console {
  readonly #host: CliHost;
  readonly #locale: Locale;
  readonly #quiet: boolean;
  /** Called before each line, so that a progress line can step aside. */
  beforeLine: () => void = () => {};
  /** Whether something failed: the exit status is then 2. */
  failed = false;

  constructor(host: CliHost, locale: Locale, quiet = false) {
    this.#host = host;
    this.#locale = locale;
    this.#quiet = quiet;
  }

  /** Something that went wrong and makes the run a failure, while the rest goes on. */
  problem(text: Bilingual): void {
    this.failed = true;
    this.#line(text);
  }

  /** Something good to know. */
  note(text: Bilingual): void {
    if (!this.#quiet) this.#line(text);
  }

  #line(text: Bilingual): void {
    this.beforeLine();
    this.#host.stderr.write(`${text[this.#locale]}\n`);
  }
}

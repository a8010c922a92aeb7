import type { Locale } from "../service/service.ts";
import type { CliHost } from "./host.ts";
import { bilingual, messages } from "./messages.ts";

/** Milliseconds before the line shows at all, and between two states of it. */
const PATIENCE = 300;
const PACE = 100;

/** A line on the terminal that says how far we are; nothing anywhere else. */
export interface Progress {
  /** Notes that `done` of all files are checked. */
  update(done: number): void;
  /** Takes the line away, before something else is printed or at the end. */
  erase(): void;
}

/** Shows progress over `total` files on standard error, where that is a terminal and the work takes a while. */
export function createProgress(host: CliHost, locale: Locale, total: number, now: () => number): Progress {
  const { stderr } = host;
  if (!stderr.isTTY || total < 2) return { update: () => {}, erase: () => {} };
  let next = now() + PATIENCE;
  let shown = false;
  return {
    update(done) {
      const time = now();
      if (time < next) return;
      next = time + PACE;
      shown = true;
      stderr.write(`\r\u001b[2K${bilingual(messages.checking, { done, total })[locale]}`);
    },
    erase() {
      if (shown) stderr.write("\r\u001b[2K");
      shown = false;
    },
  };
}

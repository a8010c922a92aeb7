import type { Bilingual } from "../catalog/types.ts";

/** What the process says when it ends; the contract of the command line. */
export const ExitCode = {
  /** Nothing at or above warning. */
  ok: 0,
  /** Findings at or above warning. */
  findings: 1,
  /** Wrong use, an unreadable file, a broken config, or a fault of Baogao itself. */
  failure: 2,
  /** The reader of our output went away: 128 + SIGPIPE, as shells have it. */
  brokenPipe: 141,
  /** Ctrl+C: 128 + SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Something the user did or has that ends the command; shown without a stack trace, exit status 2. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly text: Bilingual;

  constructor(text: Bilingual) {
    super(text.en);
    this.text = text;
  }
}

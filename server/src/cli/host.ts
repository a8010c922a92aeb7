import type { Readable, Writable } from "node:stream";
import type { Catalog } from "../catalog/types.ts";
import type { Rule } from "../rules/engine/rule.ts";
import type { ReportService, ServiceEnv } from "../service/service.ts";

/** A stream to write on, with what a terminal adds. */
export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Present on terminals; knows NO_COLOR, FORCE_COLOR and TERM. */
  hasColors?(): boolean;
};

/** The process as the command line sees it, injected so that tests can run it without one. */
export interface CliHost {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that relative paths start from; absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The parts of Baogao that the commands are made of. */
export interface CliParts {
  readonly version: string;
  readonly rules: readonly Rule[];
  readonly catalog: Catalog;
  createService(env: ServiceEnv): ReportService;
  /** The Markdown page of a rule. Rejects when the rule has none. */
  readPage(rule: string): Promise<string>;
}

/** What every command gets. */
export interface CliContext {
  readonly host: CliHost;
  readonly parts: CliParts;
}

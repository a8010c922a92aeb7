import type { Locale, ReportCompletion, ReportStatus, ReportSymbol } from "../features/types.ts";
import type { Profile, Severity } from "../rules/engine/rule.ts";
import type { RuleSetting } from "../rules/engine/ruleSet.ts";
import type { LinePosition } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/textEdit.ts";

export type { Locale, ReportCompletion, ReportStatus, ReportSymbol } from "../features/types.ts";
/** So many findings of a file reach an editor, the worst first (rules.md); the status says how many remain. */
export const findingLimit = 1000;

export type { RuleSetting } from "../rules/engine/ruleSet.ts";

/** What the user of an editor or a command line can set; a `baogao.yaml` comes before it, front matter before both. */
export interface Settings {
  readonly locale: Locale;
  readonly profile: Profile;
  /** The kind (id or Chinese name) of every report, where the title is not to decide. */
  readonly kind?: string;
  /** What was asked for by name (`--profile`, `--kind`); it comes before front matter and config. */
  readonly asked?: { readonly profile?: Profile; readonly kind?: string };
  /** Treat every document as a report (`check --report`). */
  readonly forceReport?: boolean;
  /** Rule or group → severity, `off`, or a pair of severity and options; as in `baogao.yaml`. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** A configuration file as it was found; `path` is what globs and messages are relative to (its folder, with `/`). */
export interface ConfigSource {
  readonly path: string;
  readonly text: string;
}

/** What the service needs of the outside; nothing else reaches it. */
export interface ServiceEnv {
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Lets the event loop serve what is waiting. */
  turn(): Promise<void>;
  /** One line for the log; a crash of a rule comes here with its id. */
  log(level: "error" | "warn" | "info", message: string): void;
}

/** Where a document stands and what applies to it, as the host knows it. */
export interface DocumentSource {
  /** The identity of the document: a URI in an editor, a path on the command line. */
  readonly id: string;
  /** The path with `/` that globs of the config are matched with, relative to the config's folder; empty if unknown. */
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
  readonly config: ConfigSource | null;
}

/** A finding with its words and its loudness; still in offsets. */
export interface ResolvedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fix: "none" | "safe" | "offer";
  readonly related: readonly { readonly span: Span; readonly message: string }[];
}

/** What a check gives. `position` turns offsets of the checked text into lines and characters. */
export interface CheckResult {
  readonly isReport: boolean;
  /** The ids of the kinds, best first; empty when the document is no report. */
  readonly kinds: readonly string[];
  /** By severity (worst first), then by place; at most `limit`. */
  readonly findings: readonly ResolvedFinding[];
  /** How many findings there are in all. */
  readonly total: number;
  position(offset: number): LinePosition;
}

/** Set when a newer version of the document or a `$/cancelRequest` makes a computation worthless. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Thrown by a computation that was cancelled: it returns nothing and keeps nothing. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}

/** A quick fix or a source action. Its edits are made by `edits()`, when it is picked. */
export interface ReportAction {
  readonly title: string;
  readonly kind: "quickfix" | "source.fixAll.baogao";
  /** The findings it repairs. */
  readonly findings: readonly ResolvedFinding[];
  readonly preferred: boolean;
  edits(): readonly TextEdit[];
}

/**
 * The façade: everything a host asks. Each call takes the document as the host has it now; the service keeps the
 * snapshots and what was derived from them by `id`, so that a call on an unchanged text costs nothing and a call
 * after a keystroke costs what the keystroke touched.
 */
export interface ReportService {
  /** All findings, worst first, at most `limit`. @throws CancelledError */
  check(source: DocumentSource, options?: { limit?: number; cancellation?: Cancellation }): Promise<CheckResult>;
  /** The outline; empty when the document is no report. */
  symbols(source: DocumentSource): readonly ReportSymbol[];
  /** Spans of whole lines that fold: sections, front matter. */
  folding(source: DocumentSource): readonly { readonly span: Span; readonly kind: "section" | "frontMatter" }[];
  /** Quick fixes for findings that touch `range`, and fix-all when asked for. */
  actions(source: DocumentSource, range: Span, only?: readonly string[]): Promise<readonly ReportAction[]>;
  /** The text after all safe fixes, run to a fixed point, as edits of the given text. */
  fixAll(source: DocumentSource): Promise<readonly TextEdit[]>;
  /** What can be completed at `offset`. */
  completions(source: DocumentSource, offset: number): readonly ReportCompletion[];
  /** Where the placeholders are, in order. */
  placeholders(source: DocumentSource): readonly Span[];
  status(source: DocumentSource): Promise<ReportStatus>;
  /** The findings of a `baogao.yaml` itself (config/invalid). */
  checkConfig(config: ConfigSource, settings: Settings): CheckResult;
  /** Forgets the snapshots of a closed document. */
  forget(id: string): void;
  /** A new report of a kind: the text with snippet tab stops, and without. */
  newReport(kind: string, fields: NewReportFields): { readonly snippet: string; readonly plain: string };
  /** The kinds one can choose from. */
  kinds(settings: Settings): readonly { readonly id: string; readonly name: string }[];
}

/** What `new` fills into the skeleton of a report. */
export interface NewReportFields {
  readonly year?: number;
  readonly org?: string;
  readonly author?: string;
}

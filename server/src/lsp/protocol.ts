/**
 * What the server speaks beyond LSP. The client imports this file; it must not import anything that runs.
 */
import type { NewReportFields, ReportStatus } from "../service/service.ts";
import type { LinePosition } from "../text/lineIndex.ts";

/** What a client may put into `initializationOptions`. Settings may stand there too, for clients without configuration. */
export interface BaogaoInitializationOptions {
  /** `vscode` where VS Code's own Markdown outline stands beside ours; see the setting `baogao.outline`. */
  readonly host?: string;
  /** Whether the client wants the notification `baogao/status`. */
  readonly status?: boolean;
  /** The settings of the section `baogao`, for a client that does not answer `workspace/configuration`. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Server → client, after each check: what the status bar shows of one version of a document. */
export const STATUS_NOTIFICATION = "baogao/status";

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly status: ReportStatus;
}

/** Client → server: where the unfilled placeholders of a document are, in order. */
export const PLACEHOLDERS_REQUEST = "baogao/placeholders";

export interface PlaceholdersParams {
  readonly textDocument: { readonly uri: string };
}

/** A range as in LSP: zero-based lines, UTF-16 code units, its end excluded. */
export interface PlaceholderRange {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

export type PlaceholdersResult = readonly PlaceholderRange[];

/** Client → server: the kinds of report that `baogao/newReport` can make. */
export const KINDS_REQUEST = "baogao/kinds";

export interface KindEntry {
  readonly id: string;
  readonly name: string;
}

export type KindsResult = readonly KindEntry[];

/** Client → server: the skeleton of a new report. */
export const NEW_REPORT_REQUEST = "baogao/newReport";

export interface NewReportParams extends NewReportFields {
  /** The id of a kind, one of `baogao/kinds`. */
  readonly kind: string;
}

export interface NewReportResult {
  /** The text with the tab stops of an LSP snippet. */
  readonly snippet: string;
  /** The same text without tab stops. */
  readonly plain: string;
}

import type { Severity } from "../../rules/engine/rule.ts";
import type { CheckResult, ResolvedFinding } from "../../service/service.ts";

/** What was found in one file. */
export interface FileReport {
  readonly shown: string;
  readonly result: CheckResult;
  /** The findings of `result` in the order of the text. */
  readonly findings: readonly ResolvedFinding[];
}

/** How many files there were and how many findings of each severity. */
export interface Tally {
  files: number;
  reports: number;
  readonly bySeverity: Record<Severity, number>;
}

/** Turns what was found into text, a file at a time, so that nothing need be kept. Each method gives what to print. */
export interface Reporter {
  begin(): string;
  file(report: FileReport): string;
  end(tally: Tally): string;
}

/** The findings in the order in which one reads them. */
export function inTextOrder(findings: readonly ResolvedFinding[]): readonly ResolvedFinding[] {
  return findings.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

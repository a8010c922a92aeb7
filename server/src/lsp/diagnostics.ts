import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Severity } from "../rules/engine/rule.ts";
import type { CheckResult, ResolvedFinding } from "../service/service.ts";
import { toRange } from "./ranges.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The page of a rule, which says why it is there and shows examples. */
export function hrefOf(rule: string): string {
  return `https://github.com/baogao/baogao/blob/main/server/src/rules/${rule}.md`;
}

function toDiagnostic(result: CheckResult, finding: ResolvedFinding, relatedUri: string | null): Diagnostic {
  const positionAt = (offset: number) => result.position(offset);
  const diagnostic: Diagnostic = {
    range: toRange(positionAt, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: hrefOf(finding.rule) },
    source: "baogao",
    message: finding.message,
    // Clients other than ours may want to know what a fix does before they ask for it.
    ...(finding.fix === "none" ? {} : { data: { fix: finding.fix } }),
  };
  if (relatedUri !== null && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: relatedUri, range: toRange(positionAt, span) },
      message,
    }));
  }
  return diagnostic;
}

/**
 * The findings as diagnostics of the protocol.
 *
 * @param relatedUri the URI of the checked document for a client that shows related information, else `null`
 */
export function toDiagnostics(result: CheckResult, relatedUri: string | null): readonly Diagnostic[] {
  return result.findings.map((finding) => toDiagnostic(result, finding, relatedUri));
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character &&
    // Related places are rare; where there are some, a new report is cheap beside a wrong one.
    a.relatedInformation === undefined &&
    b.relatedInformation === undefined
  );
}

/** Whether the client would show the same for both. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a === b || (a.length === b.length && a.every((diagnostic, index) => sameDiagnostic(diagnostic, b[index]!)));
}

import type { CheckResult, ResolvedFinding } from "../../service/service.ts";
import type { Reporter } from "./reporter.ts";

/**
 * One JSON object, a file a line: version, files, summary. Lines and characters are zero-based and count UTF-16 code
 * units, as in LSP. `kind` is null for what is no report.
 */
export function jsonReporter(): Reporter {
  let first = true;
  return {
    begin: () => '{"version":1,"files":[',
    file({ shown, result, findings }) {
      const entry = {
        path: shown,
        kind: result.kinds[0] ?? null,
        findings: findings.map((finding) => jsonFinding(finding, result)),
      };
      const separator = first ? "\n" : ",\n";
      first = false;
      return separator + JSON.stringify(entry);
    },
    end({ files, bySeverity }) {
      const summary = {
        files,
        errors: bySeverity.error,
        warnings: bySeverity.warning,
        infos: bySeverity.info,
        hints: bySeverity.hint,
      };
      return `\n],"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

function jsonFinding({ rule, severity, message, span, fix }: ResolvedFinding, result: CheckResult): object {
  const range = { start: result.position(span.start), end: result.position(span.end) };
  return { rule, severity, message, range, fix };
}

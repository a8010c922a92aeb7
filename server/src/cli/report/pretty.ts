import type { Bilingual } from "../../catalog/types.ts";
import type { Severity } from "../../rules/engine/rule.ts";
import type { Locale } from "../../service/service.ts";
import { bilingual, messages } from "../messages.ts";
import { type Colors, printable } from "../terminal.ts";
import type { Reporter } from "./reporter.ts";

/** The words of Chinese VS Code for the four severities. */
const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "信息", en: "info" },
  hint: { zh: "提示", en: "hint" },
};

/** The Chinese names are equally wide; the English ones are padded to the longest. */
const SEVERITY_LENGTH = "warning".length;

/** For people: findings under their file, lines and columns counted from 1, then a line that sums up unless `quiet`. */
export function prettyReporter(locale: Locale, colors: Colors, quiet: boolean): Reporter {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
    hint: colors.dim,
  };
  const word = (severity: Severity): string => {
    const name = severityNames[severity][locale];
    return paint[severity](locale === "en" ? name.padEnd(SEVERITY_LENGTH) : name);
  };
  return {
    begin: () => "",
    file({ shown, result, findings }) {
      if (findings.length === 0) return "";
      const places = findings.map(({ span }) => {
        const { line, character } = result.position(span.start);
        return `${line + 1}:${character + 1}`;
      });
      const width = places.reduce((widest, place) => Math.max(widest, place.length), 0);
      const lines = findings.map(({ severity, message, rule }, index) => {
        const place = colors.dim(places[index]!.padStart(width));
        return `  ${place}  ${word(severity)}  ${printable(message)}  ${colors.dim(rule)}\n`;
      });
      return `${colors.underline(printable(shown))}\n${lines.join("")}\n`;
    },
    end({ files, reports, bySeverity }) {
      if (quiet || files === 0) return "";
      const { error: errors, warning: warnings, info: infos, hint: hints } = bySeverity;
      const clean = errors + warnings + infos + hints === 0;
      const text = bilingual(clean ? messages.summaryClean : messages.summary, {
        files,
        reports,
        errors,
        warnings,
        infos,
        hints,
      })[locale];
      const color =
        errors > 0 ? colors.red : warnings > 0 ? colors.yellow : clean ? colors.green : (plain: string) => plain;
      return `${color(text)}\n`;
    },
  };
}

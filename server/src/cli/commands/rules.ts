import type { Command } from "commander";
import { ExitCode } from "../exit.ts";
import type { CliContext } from "../host.ts";
import { write } from "../io.ts";
import { table } from "../terminal.ts";
import { type CommonOptions, withCommonOptions, withFormat } from "./options.ts";

interface RulesOptions extends CommonOptions {
  readonly format: "text" | "json";
}

const HEADINGS = {
  zh: ["规则", "级别", "修复", "依据", "说明"],
  en: ["rule", "severity", "fix", "rests on", "finds"],
} as const;

/** Adds `rules`. */
export function addRules(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  const command = program.command("rules").description("列出全部规则 list the rules");
  withFormat(withCommonOptions(command), ["text", "json"]).action(async (options: RulesOptions) => {
    await write(context.host.stdout, list(context, options));
    end(ExitCode.ok);
  });
}

function list({ parts }: CliContext, { format, locale }: RulesOptions): string {
  if (format === "json") {
    const rules = parts.rules.map(
      ({ id, severity, finalSeverity = severity, on = true, kinds, fix, authority, summary }) => ({
        id,
        severity,
        finalSeverity,
        on,
        kinds,
        fix,
        authority,
        summary: summary[locale],
      }),
    );
    return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
  }
  // Severities and fixes stay as a config writes them.
  const rows = parts.rules.map(({ id, severity, on = true, fix, authority, summary }) => [
    id,
    on ? severity : `off (${severity})`,
    fix,
    authority?.level ?? "—",
    summary[locale],
  ]);
  return `${table([HEADINGS[locale], ...rows]).join("\n")}\n`;
}

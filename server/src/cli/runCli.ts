import { CommanderError } from "commander";
import { ExitCode, UserError } from "./exit.ts";
import type { CliContext } from "./host.ts";
import { bilingual, messages } from "./messages.ts";
import { createProgram } from "./program.ts";
import { reasonOf } from "./reason.ts";

/**
 * Runs the command line on `args` (without node and the script) and gives the exit status. Never rejects: wrong use
 * and faults of our own end as a line on standard error, without a stack trace unless BAOGAO_DEBUG is set.
 */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const { stderr, env } = context.host;
  let status: ExitCode = ExitCode.ok;
  let locale: "zh" | "en" = "zh";
  const program = createProgram(context, (code) => {
    status = code;
  });
  program.hook("preAction", (_program, command) => {
    locale = command.opts<{ locale: "zh" | "en" }>().locale;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.failure;
    if (error instanceof UserError) stderr.write(`${error.text[locale]}\n`);
    else stderr.write(`${bilingual(messages.internal, { path: "baogao", reason: reasonOf(error) })[locale]}\n`);
    if (env.BAOGAO_DEBUG && error instanceof Error) stderr.write(`${error.stack}\n`);
    return ExitCode.failure;
  }
}

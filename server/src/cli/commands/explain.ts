import type { Command } from "commander";
import { ExitCode, UserError } from "../exit.ts";
import type { CliContext } from "../host.ts";
import { write } from "../io.ts";
import { messages } from "../messages.ts";
import { unknownName } from "../unknownName.ts";
import { withCommonOptions } from "./options.ts";

/** Adds `explain RULE`. */
export function addExplain(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  const command = program
    .command("explain")
    .description("说明一条规则：为什么、怎么改、例子 explain a rule: why, what to do, examples")
    .argument("<rule>", "规则的编号，如 numbering/gap  the id of a rule");
  withCommonOptions(command).action(async (name: string) => {
    const { rules, readPage } = context.parts;
    const ids = rules.map(({ id }) => id);
    if (!ids.includes(name)) {
      throw new UserError(unknownName(messages.unknownRule, name, ids, messages.listRules));
    }
    await write(context.host.stdout, `${(await readPage(name)).trimEnd()}\n`);
    end(ExitCode.ok);
  });
}

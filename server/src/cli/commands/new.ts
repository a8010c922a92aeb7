import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { Console } from "../console.ts";
import { ExitCode, UserError } from "../exit.ts";
import type { CliContext } from "../host.ts";
import { write } from "../io.ts";
import { bilingual, messages } from "../messages.ts";
import { reasonOf } from "../reason.ts";
import { serviceFor } from "../service.ts";
import { kindNamed } from "./kindNamed.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "./options.ts";
import { settingsFor } from "./settingsFor.ts";

interface NewOptions extends CommonOptions {
  readonly year?: number;
  readonly org?: string;
  readonly author?: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Adds `new KIND`. */
export function addNew(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  const command = program
    .command("new")
    .description("新建一份报告的骨架 print the skeleton of a new report")
    .argument("<kind>", "报告类型的编号或名称（见 baogao kinds） id or name of a kind (see baogao kinds)");
  // The years are those that front matter may name.
  withCommonOptions(command)
    .option("--year <year>", "报告年度 the year it reports on", wholeNumber(1949, 2100))
    .option("--org <name>", "单位 organisation")
    .option("--author <name>", "报告人 author")
    .option("-o, --output <file>", "写入文件，而不是标准输出 write a file instead of standard output")
    .option("--force", "文件已存在时覆盖 overwrite the file if it exists")
    .action(async (kind: string, options: NewOptions) => end(await create(context, kind, options)));
}

async function create(context: CliContext, name: string, options: NewOptions): Promise<ExitCode> {
  const { host } = context;
  const { year, org, author, output, force = false } = options;
  const console = new Console(host, options.locale);
  const service = serviceFor(context, console);
  const kind = kindNamed(service, settingsFor(service, options), name);
  const { plain } = service.newReport(kind, {
    ...(year === undefined ? {} : { year }),
    ...(org === undefined ? {} : { org }),
    ...(author === undefined ? {} : { author }),
  });
  if (output === undefined) {
    await write(host.stdout, plain);
    return ExitCode.ok;
  }
  try {
    await writeFile(path.resolve(host.cwd, output), plain, { flag: force ? "w" : "wx" });
  } catch (error) {
    throw new UserError(
      (error as NodeJS.ErrnoException).code === "EEXIST"
        ? bilingual(messages.exists, { path: output })
        : bilingual(messages.unwritable, { path: output, reason: reasonOf(error) }),
    );
  }
  console.note(bilingual(messages.written, { path: output }));
  return ExitCode.ok;
}

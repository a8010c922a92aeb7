import path from "node:path";
import { type Command, Option } from "commander";
import { Console } from "../console.ts";
import { type ExitCode, UserError } from "../exit.ts";
import { namesIn } from "../files/list.ts";
import { readText, textOf } from "../files/read.ts";
import { type Target, type TargetOptions, targetsOf, targetsOfList } from "../files/targets.ts";
import type { CliContext } from "../host.ts";
import { readAll } from "../io.ts";
import { messages } from "../messages.ts";
import { jsonReporter } from "../report/json.ts";
import { prettyReporter } from "../report/pretty.ts";
import type { Reporter } from "../report/reporter.ts";
import { serviceFor } from "../service.ts";
import { colorsFor } from "../terminal.ts";
import { checkTargets } from "./checkTargets.ts";
import { configsFor } from "./configsFor.ts";
import { type TextOptions, wholeNumber, withFormat, withTextOptions } from "./options.ts";
import { settingsFor } from "./settingsFor.ts";

interface CheckOptions extends TextOptions {
  readonly format: "pretty" | "json";
  readonly maxWarnings: number;
  readonly filesFrom?: string;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** Adds `check [PATH…]`. */
export function addCheck(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  const command = program
    .command("check")
    .description("检查报告 check reports")
    .argument(
      "[path...]",
      "文件、文件夹、通配符，或“-”表示标准输入；默认当前文件夹  files, folders, globs, or - for standard input; default: this folder",
    );
  withFormat(withTextOptions(command), ["pretty", "json"])
    .addOption(
      new Option(
        "--profile <profile>",
        "draft 起草，final 定稿（占位符等升为错误） draft, or final before handing in",
      ).choices(["draft", "final"]),
    )
    .option(
      "--max-warnings <n>",
      "警告不多于 n 条时退出状态仍为 0  exit with 0 up to n warnings",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      0,
    )
    .option(
      "--files-from <file>",
      "从文件（“-”为标准输入）读取文件名，一行一个 read the names of files from a file or -",
    )
    .option("--no-color", "不用颜色 no colours")
    .option("--quiet", "不显示进度、附注和总结 no progress, notes and summary")
    .action(async (paths: string[], options: CheckOptions) => end(await check(context, paths, options)));
}

async function check(context: CliContext, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const { host } = context;
  const { locale, stdinFilepath, quiet = false } = options;
  const console = new Console(host, locale, quiet);
  const service = serviceFor(context, console);
  const settings = settingsFor(service, options);
  const configs = await configsFor(host.cwd, options.config, console);
  const targets = await findTargets(context, paths, options, {
    cwd: host.cwd,
    configs,
    onProblem: (problem) => console.problem(problem),
  });
  if (targets.length === 0 && !console.failed) console.note(messages.nothingToCheck);
  return checkTargets(targets, {
    host,
    service,
    console,
    configs,
    settings,
    stdinFilepath,
    reporter: reporterFor(context, options),
    showProgress: !quiet,
    maxWarnings: options.maxWarnings,
  });
}

async function findTargets(
  { host }: CliContext,
  paths: readonly string[],
  { filesFrom, stdinFilepath }: CheckOptions,
  options: TargetOptions,
): Promise<Target[]> {
  const implied = paths.length > 0 || filesFrom !== undefined ? [] : [stdinFilepath === undefined ? "." : "-"];
  const names = [...paths, ...implied];
  const fromStdin = names.includes("-");
  if (fromStdin && filesFrom === "-") throw new UserError(messages.stdinTwice);
  if (!fromStdin && stdinFilepath !== undefined) throw new UserError(messages.stdinPathAlone);
  const targets = await targetsOf(names, options);
  if (filesFrom === undefined) return targets;
  const list =
    filesFrom === "-"
      ? textOf(await readAll(host.stdin), "-")
      : await readText(path.resolve(options.cwd, filesFrom), filesFrom);
  if ("problem" in list) throw new UserError(list.problem);
  const known = new Set(targets.map(({ file }) => file));
  const listed = await targetsOfList(namesIn(list.text), options);
  return [...targets, ...listed.filter(({ file }) => !known.has(file))];
}

function reporterFor({ host }: CliContext, { format, locale, color, quiet }: CheckOptions): Reporter {
  return format === "json" ? jsonReporter() : prettyReporter(locale, colorsFor(host, color), quiet ?? false);
}

import { type Command, InvalidArgumentError, Option } from "commander";
import type { Profile } from "../../rules/engine/rule.ts";
import type { Locale } from "../../service/service.ts";

/** The options that every command has. */
export interface CommonOptions {
  readonly locale: Locale;
}

/** The options that say how texts are to be taken. */
export interface TextOptions extends CommonOptions {
  readonly config?: string;
  readonly kind?: string;
  readonly profile?: Profile;
  readonly report?: boolean;
  readonly stdinFilepath?: string;
}

/** Adds `--locale`. */
export function withCommonOptions(command: Command): Command {
  return command.addOption(
    new Option("--locale <locale>", "消息的语言 language of messages").choices(["zh", "en"]).default("zh"),
  );
}

/** Adds the options that say how texts are to be taken. */
export function withTextOptions(command: Command): Command {
  return withCommonOptions(command)
    .option("--config <file>", "使用这个配置，而不去找 baogao.yaml  use this config instead of looking for baogao.yaml")
    .option("--kind <kind>", "报告类型（见 baogao kinds） kind of the reports (see baogao kinds)")
    .option("--report", "所有文件都按报告处理 treat every file as a report")
    .option("--stdin-filepath <path>", "标准输入“-”当作哪个文件 the path that standard input stands for");
}

/** Adds `--format` with the values that a command knows. */
export function withFormat(command: Command, formats: readonly string[]): Command {
  return command.addOption(
    new Option("--format <format>", "输出格式 output format").choices(formats).default(formats[0]),
  );
}

/** Reads a whole number from `least` to `most`. @throws InvalidArgumentError */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(
        most === Number.MAX_SAFE_INTEGER
          ? `要一个不小于 ${least} 的整数 a whole number from ${least} on is wanted.`
          : `要 ${least} 到 ${most} 之间的整数 a whole number from ${least} to ${most} is wanted.`,
      );
    }
    return number;
  };
}

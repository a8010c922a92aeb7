import { Command } from "commander";
import stringWidth from "string-width";
import { addCheck } from "./commands/check.ts";
import { addExplain } from "./commands/explain.ts";
import { addKinds } from "./commands/kinds.ts";
import { addNew } from "./commands/new.ts";
import { addOutline } from "./commands/outline.ts";
import { addRules } from "./commands/rules.ts";
import type { ExitCode } from "./exit.ts";
import type { CliContext } from "./host.ts";
import { translateUsageError } from "./usage.ts";

/** The headings of commander's help, in both languages. */
const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法 Usage:",
  "Arguments:": "参数 Arguments:",
  "Options:": "选项 Options:",
  "Commands:": "命令 Commands:",
};

const AFTERWORD = `
退出状态 Exit status:
  0  没有警告及以上的问题  nothing at or above warning
  1  有问题  findings
  2  用法错误、文件读不了或配置有误  wrong use, unreadable file or broken config

例 Examples:
  baogao check 述职报告.md
  git diff --name-only --diff-filter=d -z | baogao check --files-from -
  baogao new party-building --year 2025 -o 述职报告.md`;

/** The whole command line. `end` is told the exit status of the command that ran. It throws instead of exiting. */
export function createProgram(context: CliContext, end: (code: ExitCode) => void): Command {
  const { host, parts } = context;
  const program = new Command("baogao");
  program
    .description("检查、浏览和新建中文工作报告（Markdown） check, read and start Chinese work reports in Markdown")
    .version(parts.version, "-V, --version", "显示版本 show the version")
    .helpOption("-h, --help", "显示帮助 show help")
    .helpCommand("help [command]", "显示一个命令的帮助 show help for a command")
    .configureHelp({
      displayWidth: (text) => stringWidth(text),
      styleTitle: (title) => TITLES[title] ?? title,
    })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
      outputError: (text, writeText) => writeText(translateUsageError(text)),
    })
    .showHelpAfterError("用 baogao --help 查看用法 See baogao --help")
    .addHelpText("after", AFTERWORD)
    .exitOverride();
  for (const add of [addCheck, addOutline, addRules, addExplain, addKinds, addNew]) add(program, context, end);
  return program;
}

import path from "node:path";
import type { Command } from "commander";
import type { ReportSymbol } from "../../service/service.ts";
import { LineIndex } from "../../text/lineIndex.ts";
import type { Span } from "../../text/span.ts";
import { Console } from "../console.ts";
import { ExitCode, UserError } from "../exit.ts";
import { readInput } from "../files/input.ts";
import { isFolder } from "../files/isFolder.ts";
import type { CliContext } from "../host.ts";
import { write } from "../io.ts";
import { bilingual, messages } from "../messages.ts";
import { serviceFor } from "../service.ts";
import { colorsFor, printable } from "../terminal.ts";
import { configsFor } from "./configsFor.ts";
import { type TextOptions, withFormat, withTextOptions } from "./options.ts";
import { settingsFor } from "./settingsFor.ts";

interface OutlineOptions extends TextOptions {
  readonly format: "text" | "json";
  readonly color: boolean;
}

/** Adds `outline PATH`. */
export function addOutline(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  const command = program
    .command("outline")
    .description("列出一份报告的提纲 print the outline of a report")
    .argument("<path>", "文件，或“-”表示标准输入 a file, or - for standard input");
  withFormat(withTextOptions(command), ["text", "json"])
    .option("--no-color", "不用颜色 no colours")
    .action(async (name: string, options: OutlineOptions) => end(await outline(context, name, options)));
}

async function outline(context: CliContext, name: string, options: OutlineOptions): Promise<ExitCode> {
  const { host } = context;
  const console = new Console(host, options.locale);
  const service = serviceFor(context, console);
  const settings = settingsFor(service, options);
  const configs = await configsFor(host.cwd, options.config, console);
  const file = name === "-" ? undefined : path.resolve(host.cwd, name);
  if (file !== undefined && (await isFolder(file)))
    throw new UserError(bilingual(messages.folderNotFile, { path: name }));
  const shown = file === undefined ? "<stdin>" : name;
  const { stdinFilepath } = options;
  const input = await readInput(
    { file, shown },
    { cwd: host.cwd, stdin: host.stdin, stdinFilepath, settings, configs },
  );
  if ("problem" in input) throw new UserError(input.problem);
  if (input.note !== undefined) console.note(input.note);
  const symbols = service.symbols(input.source);
  const lines = new LineIndex(input.source.text);
  if (options.format === "json") {
    const tree = { version: 1, path: input.shown, symbols: symbols.map((symbol) => jsonSymbol(symbol, lines)) };
    await write(host.stdout, `${JSON.stringify(tree, null, 2)}\n`);
  } else {
    if (symbols.length === 0) console.note(bilingual(messages.notAReport, { path: input.shown }));
    const { dim } = colorsFor(host, options.color);
    await write(host.stdout, symbols.map((symbol) => textSymbol(symbol, lines, dim, 0)).join(""));
  }
  return console.failed ? ExitCode.failure : ExitCode.ok;
}

/** A symbol and its children, two spaces deeper at each level, with the line of each counted from 1. */
function textSymbol(symbol: ReportSymbol, lines: LineIndex, dim: (text: string) => string, depth: number): string {
  const line = lines.lineAt(symbol.selectionRange.start) + 1;
  const own = `${"  ".repeat(depth)}${printable(symbol.name)}  ${dim(String(line))}\n`;
  return own + symbol.children.map((child) => textSymbol(child, lines, dim, depth + 1)).join("");
}

function jsonSymbol(symbol: ReportSymbol, lines: LineIndex): object {
  const range = ({ start, end }: Span) => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.kind,
    range: range(symbol.range),
    selectionRange: range(symbol.selectionRange),
    children: symbol.children.map((child) => jsonSymbol(child, lines)),
  };
}

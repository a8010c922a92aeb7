import type { Command } from "commander";
import { kindById } from "../../catalog/index.ts";
import { Console } from "../console.ts";
import { ExitCode } from "../exit.ts";
import type { CliContext } from "../host.ts";
import { write } from "../io.ts";
import { serviceFor } from "../service.ts";
import { table } from "../terminal.ts";
import { type CommonOptions, withCommonOptions, withFormat } from "./options.ts";
import { settingsFor } from "./settingsFor.ts";

interface KindsOptions extends CommonOptions {
  readonly format: "text" | "json";
}

const HEADINGS = {
  zh: ["类型", "名称", "必备部分"],
  en: ["kind", "name", "required sections"],
} as const;

/** Adds `kinds`. */
export function addKinds(program: Command, context: CliContext, end: (code: ExitCode) => void): void {
  const command = program
    .command("kinds")
    .description("列出报告类型及其必备部分 list the kinds of reports and what they must have");
  withFormat(withCommonOptions(command), ["text", "json"]).action(async (options: KindsOptions) => {
    await write(context.host.stdout, list(context, options));
    end(ExitCode.ok);
  });
}

function list(context: CliContext, options: KindsOptions): string {
  const { host, parts } = context;
  const { locale, format } = options;
  const service = serviceFor(context, new Console(host, locale));
  const kinds = service.kinds(settingsFor(service, options)).map(({ id, name }) => {
    const slots = kindById(parts.catalog, id)?.slots ?? [];
    const required = slots.filter(({ presence }) => presence === "required");
    return { id, name, required: required.map((slot) => slot.name[locale]) };
  });
  if (format === "json") return `${JSON.stringify({ version: 1, kinds }, null, 2)}\n`;
  const separator = locale === "zh" ? "、" : ", ";
  const rows = kinds.map(({ id, name, required }) => [id, name, required.join(separator) || "—"]);
  return `${table([HEADINGS[locale], ...rows]).join("\n")}\n`;
}

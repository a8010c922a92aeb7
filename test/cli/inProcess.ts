import { PassThrough, Readable, Writable } from "node:stream";
import { builtinCatalog } from "../../server/src/catalog/index.ts";
import type { CliHost, CliParts, Output } from "../../server/src/cli/host.ts";
import { runCli } from "../../server/src/cli/runCli.ts";
import { defineRule, type Rule } from "../../server/src/rules/engine/rule.ts";
import type {
  CheckResult,
  DocumentSource,
  ReportService,
  ResolvedFinding,
  ServiceEnv,
} from "../../server/src/service/service.ts";
import { LineIndex } from "../../server/src/text/lineIndex.ts";
import type { CliOutcome } from "./outcome.ts";

/** What a test may set of the process and the parts around the command line. */
export interface InProcessOptions {
  readonly cwd: string;
  readonly input?: string | Buffer;
  readonly env?: Record<string, string>;
  readonly terminal?: boolean;
  readonly sources?: DocumentSource[];
}

/**
 * Runs the command line in this process over a service that knows one thing: each `W` of a text is a warning, each
 * `E` an error, each `H` a hint, and `CRASH` and `LOGCRASH` are faults of the service and of a rule. So a test decides
 * what the service says, and sees what the command line makes of it.
 */
export async function runInProcess(args: readonly string[], options: InProcessOptions): Promise<CliOutcome> {
  const stdout = capture(options.terminal ?? false);
  const stderr = capture(options.terminal ?? false);
  const host: CliHost = {
    stdin: options.input === undefined ? new PassThrough().end() : Readable.from([Buffer.from(options.input)]),
    stdout: stdout.output,
    stderr: stderr.output,
    cwd: options.cwd,
    env: options.env ?? {},
  };
  const parts: CliParts = {
    version: "1.2.3",
    rules: testRules,
    catalog: builtinCatalog,
    createService: (env) => letterService(env, options.sources ?? []),
    readPage: async (rule) => `# ${rule}\n`,
  };
  const status = await runCli(args, { host, parts });
  return { status, signal: null, stdout: stdout.text(), stderr: stderr.text() };
}

const base = { kinds: "all", messages: {}, scope: "engine" } as const;

const testRules: readonly Rule[] = [
  defineRule({
    ...base,
    id: "letters/warning",
    summary: { zh: "警告字母", en: "the letter of warnings" },
    severity: "warning",
    finalSeverity: "error",
    fix: "safe",
    authority: { level: "实务", source: "测试" },
  }),
  defineRule({
    ...base,
    id: "letters/off",
    summary: { zh: "平时不查", en: "off by default" },
    severity: "hint",
    on: false,
    fix: "none",
    authority: null,
  }),
];

function capture(terminal: boolean): { output: Output; text: () => string } {
  const chunks: string[] = [];
  const writable = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  const output = Object.assign(writable, terminal ? { isTTY: true, columns: 80, hasColors: () => true } : {});
  return { output, text: () => chunks.join("") };
}

function letterService(env: ServiceEnv, sources: DocumentSource[]): ReportService {
  const severities = { W: "warning", E: "error", H: "hint" } as const;
  const check = (text: string, isReport: boolean): CheckResult => {
    const lines = new LineIndex(text);
    const findings = [...text.matchAll(/[WEH]/g)].map((match): ResolvedFinding => {
      const severity = severities[match[0] as "W" | "E" | "H"];
      const span = { start: match.index, end: match.index + 1 };
      return { rule: `letters/${severity}`, severity, message: `字母 ${match[0]}`, span, fix: "none", related: [] };
    });
    // The real service gives the worst first, so the command line must not rely on the order of the text.
    const order = ["error", "warning", "info", "hint"];
    findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    const kinds = isReport ? ["general"] : [];
    return { isReport, kinds, findings, total: findings.length, position: (offset) => lines.positionAt(offset) };
  };
  const unused = (): never => {
    throw new Error("The command line is not expected to ask for this.");
  };
  return {
    async check(source) {
      sources.push(source);
      await env.turn();
      if (source.text.includes("LOGCRASH")) env.log("error", "rule letters/warning crashed");
      else if (source.text.includes("CRASH")) throw new Error("boom");
      return check(source.text, source.settings.forceReport === true || source.text.startsWith("报告"));
    },
    checkConfig: (config) => check(config.text, false),
    symbols: unused,
    folding: unused,
    actions: unused,
    fixAll: unused,
    completions: unused,
    placeholders: unused,
    status: unused,
    forget: () => {},
    newReport: (kind, fields) => ({ snippet: "", plain: `${kind} ${JSON.stringify(fields)}\n` }),
    kinds: () => builtinCatalog.kinds.map(({ id, name }) => ({ id, name: name.zh })),
  };
}

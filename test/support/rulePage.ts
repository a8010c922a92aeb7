import { builtinCatalog } from "../../server/src/catalog/index.ts";
import { kindByName } from "../../server/src/catalog/kinds.ts";
import type { Bilingual } from "../../server/src/catalog/types.ts";
import type { Rule, Severity } from "../../server/src/rules/engine/rule.ts";
import { rules } from "../../server/src/rules/registry.generated.ts";
import type { DocumentSource, Settings } from "../../server/src/service/service.ts";
import { type MarkdownPage, readPage } from "./markdownPage.ts";
import { sourceOf, type TestService, testService } from "./report.ts";

/** One executed fence of a rule's page. */
export interface RuleExample {
  readonly verdict: "valid" | "invalid";
  /** `md` is a report, `yaml` a baogao.yaml. */
  readonly language: "md" | "yaml";
  /** The text with its ranges marked. */
  readonly source: string;
  /** What the info string asks for beside the verdict. */
  readonly settings: Partial<Settings>;
  /** Whether other rules may speak too, at a place where the point is this one. */
  readonly others: boolean;
  /** The messages that must appear, or null where the page does not say. */
  readonly messages: readonly string[] | null;
  readonly severity: string | null;
  /** What the text becomes; `fix` is the name of the fix, or null for the only one. */
  readonly fixed: readonly { readonly fix: string | null; readonly text: string }[];
}

/** A rule's page, taken apart. */
export interface RulePage {
  readonly id: string;
  readonly page: MarkdownPage;
  /** What is said outside the fences. */
  readonly prose: string;
  readonly examples: readonly RuleExample[];
  /** The baogao.yaml that the page shows for switching the rule off. */
  readonly offConfig: string;
}

const words = new Set(["others", "escapes", "unforced"]);
const keys = new Set(["profile", "kind", "message", "severity"]);

/**
 * Reads the page of a rule. Its conventions: a fence says `md` or `yaml` and then `valid` or `invalid`; `fixed` (with the
 * name of the fix where there are several) belongs to the invalid one above it. Further words: `others` (other rules
 * may speak), `unforced` (title and shape decide whether it is a report), `escapes` (`\u200B` stands for that
 * character), `profile=`, `kind=`, `message=a,b`, `severity=`. Throws for a word it does not know, since a misspelt
 * one would ask for nothing.
 */
export function readRulePage(id: string): RulePage {
  const page = readPage(`server/src/rules/${id}.md`);
  const examples: (Omit<RuleExample, "fixed"> & { fixed: { fix: string | null; text: string }[] })[] = [];
  let offConfig = "";
  for (const { info, text } of page.fences) {
    const [language, verdict, ...rest] = info.split(/\s+/);
    if (info === "yaml") offConfig = text;
    if (verdict === undefined) continue;
    if (language !== "md" && language !== "yaml") throw new Error(`${id}: ${info}`);
    const source = `${rest.includes("escapes") ? unescaped(text) : text}\n`;
    if (verdict === "fixed") {
      const example = examples.at(-1);
      if (example?.verdict !== "invalid") throw new Error(`${id}: ${info} stands below no invalid example`);
      const [fix = null] = rest.filter((word) => word !== "escapes");
      example.fixed.push({ fix, text: source });
      continue;
    }
    if (verdict !== "valid" && verdict !== "invalid") throw new Error(`${id}: ${info}`);
    examples.push({ language, verdict, source, fixed: [], ...wishes(id, rest) });
  }
  const prose = page.text.replace(/^(`{3,}).*\n[\s\S]*?^\1$/gm, "");
  return { id, page, prose, examples, offConfig };
}

function wishes(id: string, rest: readonly string[]) {
  const values: Partial<Record<string, string>> = {};
  for (const word of rest) {
    const [key = "", value] = word.split("=");
    if (value === undefined ? !words.has(key) : !keys.has(key)) throw new Error(`${id}: nobody knows ${word}`);
    values[key] = value ?? "";
  }
  const { kind, profile } = values;
  if (profile !== undefined && profile !== "draft" && profile !== "final") throw new Error(`${id}: ${profile}`);
  if (kind !== undefined && !kindByName(builtinCatalog, kind)) throw new Error(`${id}: no kind ${kind}`);
  const settings: Partial<Settings> = {
    ...(kind === undefined ? {} : { kind }),
    ...(profile === undefined ? {} : { profile }),
    ...(values.unforced === undefined ? {} : { forceReport: false }),
  };
  return {
    settings,
    others: values.others !== undefined,
    messages: values.message?.split(",") ?? null,
    severity: values.severity ?? null,
  };
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9A-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * A service whose findings say the name of their message, and whose quick fixes the name of the fix, instead of words:
 * so a test learns which of them it has before it.
 */
export function namingService(): TestService {
  return testService({ catalog: builtinCatalog, rules: rules.map(named) });
}

function named(rule: Rule): Rule {
  const saying = (name: string): Bilingual => ({ zh: name, en: name });
  const messages = Object.entries(rule.messages).map(([name, message]) => [name, { ...message, ...saying(name) }]);
  const fixes = Object.entries(rule.fixes ?? {}).map(([name, fix]) => [name, { ...fix, title: saying(name) }]);
  return { ...rule, messages: Object.fromEntries(messages), fixes: Object.fromEntries(fixes) };
}

/** An example as a host would hand it over. */
export function exampleSource(text: string, { settings }: RuleExample, rest: Partial<Settings> = {}): DocumentSource {
  return sourceOf(text, { ...settings, ...rest });
}

const severities: Readonly<Record<Severity, string>> = {
  error: "错误 error",
  warning: "警告 warning",
  info: "提示 info",
  hint: "建议 hint",
};
const fixKinds: Readonly<Record<Rule["fix"], string>> = { none: "没有 none", safe: "自动 safe", offer: "可选 offer" };

/** The list below the summary of a page: how loud the rule is, whether it can repair, what it rests on. */
export function factsOf(rule: Rule): string {
  const final = rule.finalSeverity ? `；定稿 final：${severities[rule.finalSeverity]}` : "";
  const authority = rule.authority ? `${rule.authority.level}，${rule.authority.source}` : "本工具自身 the tool itself";
  return [
    `- 级别 severity：${severities[rule.severity]}${final}${rule.on === false ? "（默认关闭 off by default）" : ""}`,
    `- 修复 fix：${fixKinds[rule.fix]}`,
    `- 依据 authority：${authority}`,
  ].join("\n");
}

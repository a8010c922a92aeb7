import type { Bilingual } from "../../catalog/types.ts";
import type { Block } from "../../model/block.ts";
import type { ReportDocument } from "../../model/reportDocument.ts";
import type { Span } from "../../text/span.ts";
import type { TextEdit } from "../../text/textEdit.ts";

/** How loud a finding is. The words are LSP's. */
export type Severity = "error" | "warning" | "info" | "hint";

/** `draft` while writing; `final` before handing in, when what is unfilled or missing becomes an error. */
export type Profile = "draft" | "final";

/**
 * What a rule rests on and how binding it is. Only 国标规定 and 条例 allow a message to say 规定.
 */
export interface Authority {
  readonly level: "国标规定" | "国标一般" | "条例" | "实务" | "单位";
  readonly source: string;
}

/** `safe` fixes take part in fix-all; `offer` ones are quick fixes that the user picks one by one. */
export type FixKind = "safe" | "offer";

/** What fills the `{name}` blanks of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/** One thing that a rule can say. */
export interface Message extends Bilingual {
  /** The severity of this message, where it differs from the rule's. */
  readonly severity?: Severity;
}

/**
 * What a rule found: no wording, no severity, nothing of LSP. `span` is in UTF-16 offsets of the document, or of the
 * block while a block-scope rule is being checked.
 */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly data: MessageData;
  readonly span: Span;
  /** The names of the rule's fixes that suit this finding, best first. */
  readonly fixes: readonly string[];
}

/** One way to repair a finding; its edits are made only when somebody asks for them. */
export interface Fix {
  readonly kind: FixKind;
  /** The title of the quick fix; it shows the outcome. Blanks are filled from the finding's data. */
  readonly title: Bilingual;
  /** The edits that repair `finding` in `doc`, in offsets of the document. May be empty when nothing can be done. */
  edits(doc: ReportDocument, finding: Finding): readonly TextEdit[];
}

/** The values of a rule's options; each rule reads its own, defaults filled in. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** What every check gets. */
export interface CheckContext {
  readonly profile: Profile;
  readonly options: RuleOptions;
  /** Makes a finding; the rule yields it. */
  report(span: Span, message: string, data?: MessageData, fixes?: readonly string[]): Finding;
}

/** What a rule of document scope sees. */
export interface DocumentContext extends CheckContext {
  readonly doc: ReportDocument;
}

/** What a rule of block scope sees: one block and nothing around it, so that its findings can be kept for that text. */
export interface BlockContext extends CheckContext {
  readonly block: Block;
}

interface RuleBase {
  /** `group/name`, the folder and the file. */
  readonly id: string;
  readonly summary: Bilingual;
  readonly severity: Severity;
  /** The severity in the profile `final`, where it differs. */
  readonly finalSeverity?: Severity;
  /** Whether the rule speaks unless a config turns it on. */
  readonly on?: boolean;
  /** The kinds (ids) in which the rule makes sense. */
  readonly kinds: "all" | readonly string[];
  /** The best fix the rule can offer; says what `fixes` holds. */
  readonly fix: "none" | FixKind;
  /** `null` for rules about the configuration, which rest on nothing outside. */
  readonly authority: Authority | null;
  readonly messages: Readonly<Record<string, Message>>;
  readonly fixes?: Readonly<Record<string, Fix>>;
  /** JSON Schema (draft-07) of each option, with its `default`. */
  readonly options?: Readonly<Record<string, OptionSchema>>;
}

/** The JSON Schema of one option. */
export interface OptionSchema {
  readonly type: "boolean" | "integer" | "number" | "string" | "array";
  readonly description: string;
  readonly default: unknown;
  readonly [keyword: string]: unknown;
}

/** A rule that looks at one block (a source line) at a time. */
export interface BlockRule extends RuleBase {
  readonly scope: "block";
  check(context: BlockContext): Iterable<Finding>;
}

/** A rule that looks at the facts of the whole document. */
export interface DocumentRule extends RuleBase {
  readonly scope: "document";
  check(context: DocumentContext): Iterable<Finding>;
}

/** A rule whose findings the engine itself makes, since they are about the checking: a config, a suppression. */
export interface EngineRule extends RuleBase {
  readonly scope: "engine";
}

export type Rule = BlockRule | DocumentRule | EngineRule;

/**
 * Declares a rule. One file under `rules/<group>/` exports one as its default, and a page of the same name says why
 * and shows examples that the tests run.
 */
export function defineRule<R extends Rule>(rule: R): R {
  return Object.freeze(rule);
}

/** Makes a finding of `rule`; what `report` of a check context does. */
export function makeFinding(
  rule: string,
  span: Span,
  message: string,
  data: MessageData = {},
  fixes: readonly string[] = [],
): Finding {
  return { rule, message, data, span, fixes };
}

/** Fills the `{name}` blanks of `template` from `data`; a blank without a value stays as it is. */
export function fillIn(template: string, data: MessageData): string {
  return template.replace(/\{(\w+)\}/g, (blank, name: string) => String(data[name] ?? blank));
}

import type { OptionSchema, Profile, Rule, RuleOptions, Severity } from "./rule.ts";

/** What a configuration says of a rule or a group. */
export type RuleLevel = Severity | "off";
export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>];

/** A rule with its options, as one document gets it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly options: RuleOptions;
  /** What the configuration asks for, or null to leave it to rule, message and profile. */
  readonly level: Severity | null;
}

/** The rules that speak for a document. Equal sets are one object, so that the engine can keep findings by it. */
export interface RuleSet {
  readonly profile: Profile;
  readonly active: readonly ActiveRule[];
}

/**
 * Picks the rules that are on. A setting for a rule's id comes before one for its group.
 *
 * @param kinds the ids of the document's kinds
 */
export function selectRules(
  rules: readonly Rule[],
  settings: Readonly<Record<string, RuleSetting>>,
  profile: Profile,
  kinds: readonly string[],
): RuleSet {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    if (rule.kinds !== "all" && !rule.kinds.some((kind) => kinds.includes(kind))) continue;
    const setting = settings[rule.id] ?? settings[rule.id.slice(0, rule.id.indexOf("/"))];
    const [level, given] = typeof setting === "string" || setting === undefined ? [setting, {}] : setting;
    if (level === "off" || (level === undefined && rule.on === false)) continue;
    active.push({ rule, options: { ...defaultsOf(rule.options), ...given }, level: level ?? null });
  }
  return { profile, active };
}

function defaultsOf(options: Readonly<Record<string, OptionSchema>> = {}): RuleOptions {
  return Object.fromEntries(Object.entries(options).map(([name, schema]) => [name, schema.default]));
}

/** How loud a finding of `active` with the message `name` is. */
export function severityOf({ rule, level }: ActiveRule, name: string, profile: Profile): Severity {
  if (level !== null) return level;
  const message = rule.messages[name];
  if (message?.severity) return message.severity;
  return profile === "final" ? (rule.finalSeverity ?? rule.severity) : rule.severity;
}

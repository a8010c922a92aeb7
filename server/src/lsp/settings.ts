import type { RuleLevel, RuleSetting } from "../rules/engine/ruleSet.ts";
import type { Locale, Settings } from "../service/service.ts";

/** When our outline speaks; see "Outline" in the documentation of the settings. */
export type OutlineMode = "auto" | "always" | "off";

/** The section `baogao` of an editor's settings, checked. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly outline: OutlineMode;
  readonly service: Settings;
}

const LEVELS: ReadonlySet<unknown> = new Set<RuleLevel>(["error", "warning", "info", "hint", "off"]);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRuleSetting(value: unknown): value is RuleSetting {
  if (!Array.isArray(value)) return LEVELS.has(value);
  return LEVELS.has(value[0]) && (value.length === 1 || (value.length === 2 && isRecord(value[1])));
}

function readLocale(value: unknown, interfaceLocale: Locale): Locale {
  if (value === "auto") return interfaceLocale;
  return value === "en" ? "en" : "zh";
}

/**
 * The values of the section `baogao` in what a client sent, which may be the section itself, an object that holds it
 * as `baogao`, or one that holds either as `settings` (the shapes that editors use for initialization options and for
 * `workspace/didChangeConfiguration`). An empty object when it is none of these.
 */
export function sectionOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return {};
  if (isRecord(value.baogao)) return value.baogao;
  if (isRecord(value.settings)) return sectionOf(value.settings);
  return value;
}

/**
 * Reads the section `baogao`. A value of the wrong type counts as not set: an editor shows its own warning for it, and
 * the server has to go on.
 */
export function readSettings(section: Readonly<Record<string, unknown>>, interfaceLocale: Locale): EditorSettings {
  const { kind, outline, rules } = section;
  const known = isRecord(rules) ? Object.entries(rules).filter(([, setting]) => isRuleSetting(setting)) : [];
  return {
    enable: section.enable !== false,
    outline: outline === "always" || outline === "off" ? outline : "auto",
    service: {
      locale: readLocale(section.locale, interfaceLocale),
      profile: section.profile === "final" ? "final" : "draft",
      ...(typeof kind === "string" && kind !== "" ? { kind } : {}),
      rules: Object.fromEntries(known) as Record<string, RuleSetting>,
    },
  };
}

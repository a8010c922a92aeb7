import picomatch from "picomatch";
import { validateConfig } from "../catalog/generated/validators.js";
import { kindByName } from "../catalog/index.ts";
import type { Catalog } from "../catalog/types.ts";
import { readYaml, type YamlProblem } from "../config/readYaml.ts";
import type { Profile } from "../rules/engine/rule.ts";
import type { RuleSetting } from "../rules/engine/ruleSet.ts";
import { type Span, span } from "../text/span.ts";
import type { DocumentSource } from "./service.ts";

/** A `baogao.yaml` as it was read; what is broken is left out and listed. */
export interface Config {
  readonly include: ((path: string) => boolean) | null;
  readonly exclude: ((path: string) => boolean) | null;
  readonly kind: string | null;
  readonly profile: Profile | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly problems: readonly YamlProblem[];
  keySpan(key: string): Span | null;
}

/** What applies to one document, everything considered but its front matter. */
export interface Effective {
  readonly profile: Profile;
  /** Whether the profile was asked for by name, so that front matter does not change it. */
  readonly profileAsked: boolean;
  readonly kind: string | null;
  /** Whether the kind was asked for by name. */
  readonly kindAsked: boolean;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Whether a setting or a glob says that the document is a report. */
  readonly forced: boolean;
  /** Whether the config leaves the document out. */
  readonly excluded: boolean;
}

/** Reads a `baogao.yaml`. Never throws: what can't be read becomes a problem at its place. */
export function readConfig(text: string): Config {
  const { value, problems, keySpan } = readYaml(text.replace(/^\uFEFF/, " "), 0, validateConfig);
  return {
    include: matcher(value.include),
    exclude: matcher(value.exclude),
    kind: typeof value.kind === "string" ? value.kind : null,
    profile: value.profile === "draft" || value.profile === "final" ? value.profile : null,
    rules: (value.rules ?? {}) as Readonly<Record<string, RuleSetting>>,
    problems,
    keySpan: (key) => keySpan(key) ?? span(0, 0),
  };
}

function matcher(globs: unknown): ((path: string) => boolean) | null {
  const list = typeof globs === "string" ? [globs] : globs;
  return Array.isArray(list) && list.length > 0 ? picomatch(list.map(String), { dot: true }) : null;
}

/** What holds for a document: what was asked for by name, then the config, then the editor's settings. */
export function effectiveSettings(source: DocumentSource, config: Config | null, catalog: Catalog): Effective {
  const { settings, path } = source;
  const asked = settings.asked ?? {};
  const named = asked.kind ?? config?.kind ?? settings.kind ?? null;
  return {
    profile: asked.profile ?? config?.profile ?? settings.profile,
    profileAsked: asked.profile !== undefined,
    kindAsked: asked.kind !== undefined,
    kind: named === null ? null : (kindByName(catalog, named)?.id ?? null),
    rules: config ? { ...settings.rules, ...config.rules } : settings.rules,
    forced: settings.forceReport === true || (path !== "" && config?.include?.(path) === true),
    excluded: path !== "" && config?.exclude?.(path) === true,
  };
}

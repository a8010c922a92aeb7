import { builtinCatalog } from "../catalog/index.ts";
import type { Catalog } from "../catalog/types.ts";
import { completions } from "../features/completion.ts";
import { fixAll, fixesOf, fixKindOf } from "../features/fixes.ts";
import { folding } from "../features/folding.ts";
import { newReport } from "../features/newReport.ts";
import { toSnippet } from "../features/snippet.ts";
import { status } from "../features/status.ts";
import { symbols } from "../features/symbols.ts";
import { frontMatter } from "../model/facts/frontMatter.ts";
import { placeholders } from "../model/facts/placeholders.ts";
import { report } from "../model/facts/report.ts";
import { type DocumentContext, ReportDocument } from "../model/reportDocument.ts";
import { Engine } from "../rules/engine/engine.ts";
import {
  type Finding,
  fillIn,
  type MessageData,
  type Profile,
  type Rule,
  type Severity,
} from "../rules/engine/rule.ts";
import { type RuleSet, type RuleSetting, selectRules, severityOf } from "../rules/engine/ruleSet.ts";
import { rules as builtinRules } from "../rules/registry.generated.ts";
import { LineIndex } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import type { TextEdit } from "../text/textEdit.ts";
import { configFindings } from "./configFindings.ts";
import { minimalEdit } from "./minimalEdit.ts";
import {
  type Cancellation,
  CancelledError,
  type CheckResult,
  type ConfigSource,
  type DocumentSource,
  findingLimit,
  type Locale,
  type ReportAction,
  type ReportService,
  type ResolvedFinding,
  type ServiceEnv,
  type Settings,
} from "./service.ts";
import { type Config, effectiveSettings, readConfig } from "./settings.ts";

/** A document as it is checked: the snapshot, the rules that hold for it, and its findings once they are known. */
interface Snapshot {
  readonly source: DocumentSource;
  readonly doc: ReportDocument;
  readonly ruleSet: RuleSet;
  findings: readonly Finding[] | null;
}

/** So long the engine works before others get a turn. */
const sliceMilliseconds = 8;
const noLimit = Number.POSITIVE_INFINITY;
const loudness: readonly Severity[] = ["error", "warning", "info", "hint"];

/** What a host may put in the place of what ships with Baogao; tests do. */
export interface ServiceData {
  readonly catalog: Catalog;
  readonly rules: readonly Rule[];
}

/**
 * Makes the service.
 *
 * @param env the clock, the event loop and the log of the host
 * @param data kinds and rules; those that ship with Baogao unless a test brings others
 */
export function createReportService(
  env: ServiceEnv,
  { catalog, rules }: ServiceData = { catalog: builtinCatalog, rules: builtinRules },
): ReportService {
  const snapshots = new Map<string, Snapshot>();
  const configs = new Map<string, Config>();
  const ruleSets = new Map<string, RuleSet>();
  const engine = new Engine((rule, error) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    env.log("error", `规则 ${rule} 出错，它的结果已略去 · rule ${rule} failed, its findings are dropped: ${reason}`);
  });

  const configOf = (source: ConfigSource | null): Config | null => {
    if (source === null) return null;
    let config = configs.get(source.text);
    if (!config) {
      // One config file in several versions: only the newest few are of use.
      if (configs.size > 20) configs.clear();
      config = readConfig(source.text);
      configs.set(source.text, config);
    }
    return config;
  };

  const ruleSetFor = (settings: Readonly<Record<string, RuleSetting>>, profile: Profile, kinds: readonly string[]) => {
    const key = JSON.stringify([settings, profile, kinds]);
    let ruleSet = ruleSets.get(key);
    if (!ruleSet) {
      ruleSet = selectRules(rules, settings, profile, kinds);
      ruleSets.set(key, ruleSet);
    }
    return ruleSet;
  };

  const snapshotOf = (source: DocumentSource): Snapshot => {
    const known = snapshots.get(source.id);
    if (known && isSame(known.source, source)) return known;
    const effective = effectiveSettings(source, configOf(source.config), catalog);
    const context: DocumentContext = {
      catalog,
      kind: effective.kind,
      kindAsked: effective.kindAsked,
      forced: effective.forced,
      excluded: effective.excluded,
    };
    const doc = known ? known.doc.next(source.text, context) : ReportDocument.create(source.text, context);
    const inFrontMatter = effective.profileAsked ? null : doc.derive(frontMatter).profile;
    const profile = inFrontMatter ?? effective.profile;
    const kinds = doc.derive(report).kinds.map(({ id }) => id);
    const snapshot: Snapshot = { source, doc, ruleSet: ruleSetFor(effective.rules, profile, kinds), findings: null };
    snapshots.set(source.id, snapshot);
    return snapshot;
  };

  const findingsOf = async (snapshot: Snapshot, cancellation?: Cancellation): Promise<readonly Finding[]> => {
    if (snapshot.findings) return snapshot.findings;
    const findings = await drain(engine.check(snapshot.doc, snapshot.ruleSet), () => {
      if (cancellation?.isCancellationRequested) throw new CancelledError();
    });
    snapshot.findings = findings;
    return findings;
  };

  /** Runs a check in slices, so that a keystroke never waits for the one before it. */
  const drain = async <T>(steps: Generator<undefined, T>, pause: () => void): Promise<T> => {
    let sliceEnd = env.now() + sliceMilliseconds;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (env.now() < sliceEnd) continue;
      await env.turn();
      pause();
      sliceEnd = env.now() + sliceMilliseconds;
    }
  };

  /** What all safe fixes together change in the text of a snapshot. */
  const fixAllEdits = async ({ doc, ruleSet }: Snapshot): Promise<readonly TextEdit[]> => {
    const text = await fixAll(doc, ruleSet, (next) => drain(engine.check(next, ruleSet), () => {}));
    return minimalEdit(doc.text, text);
  };

  /** The words of findings that keep their data, block findings above all: filled in once, not at each key. */
  const worded = new WeakMap<MessageData, { readonly locale: Locale; readonly text: string }>();

  const wordsOf = ({ message, data }: Finding, rule: Rule, locale: Locale): string => {
    const known = worded.get(data);
    if (known?.locale === locale) return known.text;
    const text = fillIn(rule.messages[message]?.[locale] ?? message, data);
    worded.set(data, { locale, text });
    return text;
  };

  const resolve = (ruleSet: RuleSet, finding: Finding, locale: Locale): ResolvedFinding => {
    const active = ruleSet.active.find(({ rule }) => rule.id === finding.rule)!;
    return {
      rule: finding.rule,
      severity: severityOf(active, finding.message, ruleSet.profile),
      message: wordsOf(finding, active.rule, locale),
      span: finding.span,
      fix: fixKindOf(ruleSet, finding),
      related: [],
    };
  };

  const check: ReportService["check"] = async (source, { limit = noLimit, cancellation } = {}) => {
    const snapshot = snapshotOf(source);
    const { doc, ruleSet } = snapshot;
    const findings = await findingsOf(snapshot, cancellation);
    const { isReport, kinds } = doc.derive(report);
    return {
      isReport,
      kinds: kinds.map(({ id }) => id),
      findings: loudest(ruleSet, findings, limit).map((each) => resolve(ruleSet, each, source.settings.locale)),
      total: findings.length,
      position: (offset) => doc.lines.positionAt(offset),
    };
  };

  return {
    check,

    symbols: (source) => symbols(snapshotOf(source).doc),

    folding: (source) => folding(snapshotOf(source).doc),

    async actions(source, range, only) {
      const snapshot = snapshotOf(source);
      const { doc, ruleSet } = snapshot;
      const findings = await findingsOf(snapshot);
      const { locale } = source.settings;
      const actions: ReportAction[] = [];
      if (wants(only, "quickfix")) {
        for (const finding of findings) {
          if (!touches(finding.span, range)) continue;
          const fixes = fixesOf(ruleSet, finding);
          for (const fix of fixes) {
            actions.push({
              title: fillIn(fix.title[locale], finding.data),
              kind: "quickfix",
              findings: [resolve(ruleSet, finding, locale)],
              preferred: fix.kind === "safe" || fixes.length === 1,
              edits: () => fix.edits(doc, finding),
            });
          }
        }
      }
      if (only !== undefined && wants(only, "source.fixAll.baogao")) {
        const fixable = findings.filter((finding) => fixKindOf(ruleSet, finding) === "safe");
        if (fixable.length > 0) {
          const edits = await fixAllEdits(snapshot);
          actions.push({
            title: locale === "zh" ? "修复全部可以安全修复的问题" : "Fix everything that can be fixed safely",
            kind: "source.fixAll.baogao",
            findings: fixable.map((finding) => resolve(ruleSet, finding, locale)),
            preferred: false,
            edits: () => edits,
          });
        }
      }
      return actions;
    },

    fixAll: (source) => fixAllEdits(snapshotOf(source)),

    completions: (source, offset) => completions(snapshotOf(source).doc, offset),

    placeholders(source) {
      const { doc } = snapshotOf(source);
      return doc.derive(report).isReport ? doc.derive(placeholders).map(({ span }) => span) : [];
    },

    async status(source) {
      const snapshot = snapshotOf(source);
      const { length } = await findingsOf(snapshot);
      return status(snapshot.doc, source.settings.locale, Math.max(0, length - findingLimit));
    },

    checkConfig(source: ConfigSource, settings: Settings): CheckResult {
      const findings = configFindings(configOf(source)!, { catalog, rules }, settings.locale);
      const lines = new LineIndex(source.text);
      return {
        isReport: false,
        kinds: [],
        findings,
        total: findings.length,
        position: (offset) => lines.positionAt(offset),
      };
    },

    forget(id) {
      snapshots.delete(id);
    },

    newReport(kind, fields) {
      const found = catalog.kinds.find(({ id }) => id === kind);
      if (!found) throw new RangeError(`no kind ${kind}`);
      const plain = newReport(found, fields);
      return { plain, snippet: toSnippet(plain) };
    },

    kinds: ({ locale }) => catalog.kinds.map(({ id, name }) => ({ id, name: name[locale] })),
  };
}

function isSame(a: DocumentSource, b: DocumentSource): boolean {
  return (
    a.text === b.text &&
    a.path === b.path &&
    a.config?.text === b.config?.text &&
    (a.settings === b.settings || JSON.stringify(a.settings) === JSON.stringify(b.settings))
  );
}

/** The `limit` loudest findings, by severity and then by place. */
function loudest(ruleSet: RuleSet, findings: readonly Finding[], limit: number): readonly Finding[] {
  const byRule = new Map(ruleSet.active.map((active) => [active.rule.id, active]));
  const buckets = new Map<Severity, Finding[]>(loudness.map((severity) => [severity, []]));
  for (const finding of findings) {
    const active = byRule.get(finding.rule);
    if (active) buckets.get(severityOf(active, finding.message, ruleSet.profile))!.push(finding);
  }
  const result: Finding[] = [];
  for (const severity of loudness) {
    for (const finding of buckets.get(severity)!) {
      if (result.length >= limit) return result;
      result.push(finding);
    }
  }
  return result;
}

function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === "");
}

/** Whether the two spans touch; a cursor at either end of a finding is on it. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

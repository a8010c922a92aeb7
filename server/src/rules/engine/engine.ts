import type { Block } from "../../model/block.ts";
import { report } from "../../model/facts/report.ts";
import type { ReportDocument } from "../../model/reportDocument.ts";
import { overlaps, type Span, shift } from "../../text/span.ts";
import { type BlockRule, type DocumentRule, type Finding, makeFinding } from "./rule.ts";
import type { ActiveRule, RuleSet } from "./ruleSet.ts";
import { silences, suppressions } from "./suppression.ts";

/** Told of a rule that threw; its findings are dropped, those of all others stay. */
export type CrashListener = (rule: string, error: unknown) => void;

/** One place, one finding: in each family the first rule that hits the same characters counts (rules.md). */
const families: readonly (readonly string[])[] = [
  ["numbering", "punctuation"],
  ["placeholder/replaced-word", "placeholder/unfilled", "phrase"],
  ["residue/invisible", "punctuation/space"],
];

const unusedSuppression = "suppression/unused";

/**
 * Checks documents. Findings of block rules are kept with the block they are about, for each rule set, so a line that
 * stayed costs one look-up however many rules there are.
 */
export class Engine {
  readonly #memos = new WeakMap<RuleSet, WeakMap<Block, readonly Finding[]>>();
  readonly #onCrash: CrashListener;

  constructor(onCrash: CrashListener) {
    this.#onCrash = onCrash;
  }

  /**
   * All findings of `ruleSet` in `doc`, by place; nothing for a document that is no report. A generator, so that the
   * caller can stop or let others run between two steps; it yields nothing until it returns the findings.
   */
  *check(doc: ReportDocument, ruleSet: RuleSet): Generator<undefined, readonly Finding[]> {
    if (!doc.derive(report).isReport) return [];
    const found: Finding[] = [];
    yield* this.#checkBlocks(doc, ruleSet, found);
    for (const active of ruleSet.active) {
      if (active.rule.scope !== "document") continue;
      yield* this.#checkDocument(doc, active, active.rule, ruleSet, found);
      yield;
    }
    const heard = applySuppressions(doc, found, ruleSet);
    heard.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return withoutShadowed(heard);
  }

  *#checkBlocks(doc: ReportDocument, ruleSet: RuleSet, found: Finding[]): Generator<undefined, void> {
    const rules = ruleSet.active.flatMap(({ rule, options }) => (rule.scope === "block" ? [{ rule, options }] : []));
    if (rules.length === 0) return;
    let memo = this.#memos.get(ruleSet);
    if (!memo) {
      memo = new WeakMap();
      this.#memos.set(ruleSet, memo);
    }
    // A rule that crashes on one line most likely does on all of them; one line of log is enough.
    const crashed = new Set<string>();
    for (let line = 0; line < doc.blocks.length; line++) {
      const block = doc.blocks[line]!;
      let findings = memo.get(block);
      if (!findings) {
        findings = rules.flatMap(({ rule, options }) => this.#checkBlock(block, rule, options, ruleSet, crashed));
        memo.set(block, findings);
        yield;
      }
      if (findings.length === 0) continue;
      const offset = doc.lines.startOf(line);
      for (const finding of findings) found.push({ ...finding, span: shift(finding.span, offset) });
    }
  }

  #checkBlock(
    block: Block,
    rule: BlockRule,
    options: ActiveRule["options"],
    ruleSet: RuleSet,
    crashed: Set<string>,
  ): readonly Finding[] {
    try {
      const context = { block, options, profile: ruleSet.profile, report: reporterOf(rule.id) };
      return [...rule.check(context)];
    } catch (error) {
      if (!crashed.has(rule.id)) this.#onCrash(rule.id, error);
      crashed.add(rule.id);
      return [];
    }
  }

  *#checkDocument(
    doc: ReportDocument,
    { options }: ActiveRule,
    rule: DocumentRule,
    { profile }: RuleSet,
    found: Finding[],
  ): Generator<undefined, void> {
    const own: Finding[] = [];
    try {
      for (const finding of rule.check({ doc, options, profile, report: reporterOf(rule.id) })) {
        own.push(finding);
        yield;
      }
    } catch (error) {
      this.#onCrash(rule.id, error);
      return;
    }
    for (const finding of own) found.push(finding);
  }
}

function reporterOf(rule: string) {
  return (span: Span, message: string, data?: Finding["data"], fixes?: readonly string[]): Finding =>
    makeFinding(rule, span, message, data, fixes);
}

/** Takes out what a comment silences, and adds a finding for each comment that silences nothing. */
function applySuppressions(doc: ReportDocument, found: readonly Finding[], ruleSet: RuleSet): Finding[] {
  const comments = doc.derive(suppressions);
  if (comments.length === 0) return [...found];
  const used = new Set<number>();
  // Most comments are about one line; only the others have to be asked for every finding.
  const byLine = new Map<number, number[]>();
  const wide: number[] = [];
  comments.forEach(({ firstLine, lastLine }, index) => {
    if (firstLine !== lastLine) wide.push(index);
    else if (byLine.get(firstLine)?.push(index) === undefined) byLine.set(firstLine, [index]);
  });
  const heard = found.filter(({ rule, span }) => {
    const line = doc.lines.lineAt(span.start);
    let silenced = false;
    for (const index of [...wide, ...(byLine.get(line) ?? [])]) {
      if (!silences(comments[index]!, rule, line)) continue;
      silenced = true;
      used.add(index);
    }
    return !silenced;
  });
  if (!ruleSet.active.some(({ rule }) => rule.id === unusedSuppression)) return heard;
  comments.forEach((comment, index) => {
    if (used.has(index)) return;
    const rules = comment.rules.join(" ");
    heard.push(makeFinding(unusedSuppression, comment.span, rules === "" ? "unusedAll" : "unused", { rules }));
  });
  return heard;
}

/** For each rule its family and its rank there; asked once for each rule, not for each finding. */
function familyOf(rule: string): { readonly family: number; readonly rank: number } | null {
  for (const [family, names] of families.entries()) {
    const rank = names.findIndex((name) => rule === name || rule.startsWith(`${name}/`));
    if (rank !== -1) return { family, rank };
  }
  return null;
}

function withoutShadowed(found: readonly Finding[]): readonly Finding[] {
  const places = new Map<string, ReturnType<typeof familyOf>>();
  const members: { readonly finding: Finding; readonly rank: number }[][] = families.map(() => []);
  for (const finding of found) {
    let place = places.get(finding.rule);
    if (place === undefined) {
      place = familyOf(finding.rule);
      places.set(finding.rule, place);
    }
    if (place) members[place.family]!.push({ finding, rank: place.rank });
  }
  const dropped = new Set<Finding>();
  for (const family of members) {
    if (family.every(({ rank }) => rank === family[0]!.rank)) continue;
    // Sorted by place, so only neighbours can touch the same characters.
    family.forEach(({ finding, rank }, index) => {
      for (let next = index + 1; next < family.length; next++) {
        const other = family[next]!;
        if (other.finding.span.start >= finding.span.end) break;
        if (rank === other.rank || !overlaps(finding.span, other.finding.span)) continue;
        dropped.add(rank < other.rank ? other.finding : finding);
      }
    });
  }
  return dropped.size === 0 ? found : found.filter((finding) => !dropped.has(finding));
}

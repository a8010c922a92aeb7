import type { ReportDocument } from "../model/reportDocument.ts";
import type { Finding, Fix } from "../rules/engine/rule.ts";
import type { RuleSet } from "../rules/engine/ruleSet.ts";
import { applyEdits, conflict, type TextEdit } from "../text/textEdit.ts";

/** The fixes that suit a finding, best first. */
export function fixesOf(ruleSet: RuleSet, finding: Finding): readonly Fix[] {
  const rule = ruleSet.active.find((active) => active.rule.id === finding.rule)?.rule;
  return finding.fixes.flatMap((name) => rule?.fixes?.[name] ?? []);
}

/** The best that can be done about a finding. */
export function fixKindOf(ruleSet: RuleSet, finding: Finding): "none" | "safe" | "offer" {
  const fixes = fixesOf(ruleSet, finding);
  return fixes.some(({ kind }) => kind === "safe") ? "safe" : fixes.length > 0 ? "offer" : "none";
}

/** The edits of all safe fixes that don't overlap one another; what is left over waits for the next round. */
export function safeEdits(doc: ReportDocument, ruleSet: RuleSet, findings: readonly Finding[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let behind = -1;
  for (const finding of findings) {
    const fix = fixesOf(ruleSet, finding).find(({ kind }) => kind === "safe");
    const own = fix?.edits(doc, finding) ?? [];
    if (own.length === 0) continue;
    const start = Math.min(...own.map(({ span }) => span.start));
    // Findings come by place, so an edit that begins behind all earlier ones touches none of them.
    if (start <= behind || conflict(own)) continue;
    edits.push(...own);
    behind = Math.max(...own.map(({ span }) => span.end));
  }
  return edits;
}

/** A safe fix may uncover another finding; so many rounds are enough for every rule there is. */
const rounds = 10;

/**
 * The text after all safe fixes, run until none is left.
 *
 * @param findingsOf checks a document; throws what it likes, which ends the fixing
 */
export async function fixAll(
  doc: ReportDocument,
  ruleSet: RuleSet,
  findingsOf: (doc: ReportDocument) => Promise<readonly Finding[]>,
): Promise<string> {
  let current = doc;
  for (let round = 0; round < rounds; round++) {
    const edits = safeEdits(current, ruleSet, await findingsOf(current));
    if (edits.length === 0) break;
    current = current.next(applyEdits(current.text, edits));
  }
  return current.text;
}

import * as vscode from "vscode";

/** An entry of the list of findings; the one that opens the Problems panel, and separators, have no range. */
interface FindingItem extends vscode.QuickPickItem {
  readonly range?: vscode.Range;
}

/** The groups a reader looks for first; every other group of rules follows under "Other". */
const GROUPS: readonly { readonly group: string; readonly label: () => string }[] = [
  { group: "structure", label: () => vscode.l10n.t("Structure") },
  { group: "placeholder", label: () => vscode.l10n.t("Placeholders") },
  { group: "residue", label: () => vscode.l10n.t("Residue") },
  { group: "numbering", label: () => vscode.l10n.t("Numbering") },
];

const ICONS: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [vscode.DiagnosticSeverity.Error]: "$(error)",
  [vscode.DiagnosticSeverity.Warning]: "$(warning)",
  [vscode.DiagnosticSeverity.Information]: "$(info)",
  [vscode.DiagnosticSeverity.Hint]: "$(lightbulb)",
};

/** The entries of the quick pick for the findings of one document: grouped by kind of rule, in the order of the text. */
export function findingItems(findings: readonly vscode.Diagnostic[]): FindingItem[] {
  const inOrder = findings.toSorted((a, b) => a.range.start.compareTo(b.range.start));
  return [
    { label: vscode.l10n.t("$(list-tree) Open the Problems panel"), alwaysShow: true },
    ...[...GROUPS, OTHER].flatMap((group) => {
      const members = inOrder.filter((finding) => groupOf(finding) === group);
      if (members.length === 0) return [];
      const label = `${group.label()} (${members.length})`;
      return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...members.map(itemOf)];
    }),
  ];
}

const OTHER: (typeof GROUPS)[number] = { group: "", label: () => vscode.l10n.t("Other") };

function groupOf(finding: vscode.Diagnostic): (typeof GROUPS)[number] {
  const name = ruleOf(finding).split("/")[0];
  return GROUPS.find(({ group }) => group === name) ?? OTHER;
}

function itemOf(finding: vscode.Diagnostic): FindingItem {
  return {
    label: `${ICONS[finding.severity]} ${finding.message}`,
    description: vscode.l10n.t("line {0} · {1}", finding.range.start.line + 1, ruleOf(finding)),
    range: finding.range,
  };
}

/** The rule's id stands in `code`, which VS Code makes an object when the rule has a page. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

import { schemaMessage } from "../rules/config/shared/schemaMessage.ts";
import { fillIn, type MessageData } from "../rules/engine/rule.ts";
import type { Span } from "../text/span.ts";
import type { ServiceData } from "./createReportService.ts";
import type { Locale, ResolvedFinding } from "./service.ts";
import type { Config } from "./settings.ts";

const ruleId = "config/invalid";

/** What is wrong in a `baogao.yaml`, in the words of the rule config/invalid. */
export function configFindings(
  config: Config,
  { catalog, rules }: ServiceData,
  locale: Locale,
): readonly ResolvedFinding[] {
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) return [];
  const finding = (span: Span, message: string, data: MessageData): ResolvedFinding => ({
    rule: ruleId,
    severity: rule.severity,
    message: fillIn(rule.messages[message]?.[locale] ?? message, data),
    span,
    fix: "none",
    related: [],
  });
  return config.problems.map((problem) => {
    const { message, data } = schemaMessage(catalog, problem);
    return finding(problem.span, message, data);
  });
}

import type { CommandContext } from "./context.ts";
import { goToPlaceholder } from "./goToPlaceholder.ts";

/** 上一个占位符: selects the previous unfilled placeholder; before the first one comes the last. */
export function previousPlaceholder(context: CommandContext): Promise<void> {
  return goToPlaceholder(
    context,
    (placeholders, { start }) =>
      placeholders.findLast((range) => range.end.isBeforeOrEqual(start)) ?? placeholders.at(-1),
  );
}

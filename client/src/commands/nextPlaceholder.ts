import type { CommandContext } from "./context.ts";
import { goToPlaceholder } from "./goToPlaceholder.ts";

/** 下一个占位符: selects the next unfilled placeholder; after the last one comes the first. */
export function nextPlaceholder(context: CommandContext): Promise<void> {
  return goToPlaceholder(context, (placeholders, { end, isEmpty, start }) => {
    // With the placeholder under the cursor selected, "next" is the one behind it; with a bare cursor it is that one.
    const from = isEmpty ? start : end;
    return placeholders.find((range) => range.start.isAfterOrEqual(from)) ?? placeholders[0];
  });
}

import type { CommandContext } from "./context.ts";

/** 打开输出: shows the log of client and server. */
export async function showOutput({ output }: CommandContext): Promise<void> {
  output.show();
}

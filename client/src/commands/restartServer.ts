import type { CommandContext } from "./context.ts";

/** 重启服务: ends the server, if it runs, and starts it again. */
export async function restartServer({ client }: CommandContext): Promise<void> {
  await client.restart();
}

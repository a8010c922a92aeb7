import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.ts";

/** Prints a line for the person at the terminal; the launchers keep VS Code's own console apart from it. */
export function say(line: string): void {
  for (const part of line.split("\n")) console.log(`@@say ${part}`);
}

/** Asks the launcher to click on something before the next picture. */
export function click(selector: string): void {
  console.log(`@@click ${selector}`);
}

/**
 * Asks the launcher for a picture of the whole window, taken when the window shows what `selector` (Playwright's) names, and
 * waits until it is there. Without a launcher that takes pictures (the desktop has none) it does nothing.
 *
 * @param meanwhile done again and again until then, where the window needs help to show it
 */
export async function screenshot(
  name: string,
  selector: string,
  meanwhile: () => PromiseLike<unknown> | undefined = () => undefined,
): Promise<void> {
  const folder = process.env.BAOGAO_SCREENSHOTS;
  if (folder === undefined) return;
  const path = join(folder, `${name}.png`);
  rmSync(path, { force: true });
  console.log(`@@screenshot ${name} ${selector}`);
  await until(
    `${selector}, to take the screenshot ${name}`,
    async () => {
      await meanwhile();
      return existsSync(path);
    },
    { timeout: 20_000 },
  );
}

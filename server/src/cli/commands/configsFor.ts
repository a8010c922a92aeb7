import type { Console } from "../console.ts";
import { type ConfigFinder, createConfigFinder } from "../files/config.ts";
import { namedConfig } from "../files/namedConfig.ts";
import { shownPath } from "../files/paths.ts";
import { bilingual, messages } from "../messages.ts";
import { reasonOf } from "../reason.ts";

/**
 * Where configs come from in this run: the file that `--config` names, else the nearest one upward. One that is found
 * and cannot be read is a problem of the run. @throws UserError when the named one cannot be read
 */
export async function configsFor(cwd: string, named: string | undefined, console: Console): Promise<ConfigFinder> {
  const onUnreadable = (file: string, error: unknown): void =>
    console.problem(bilingual(messages.unreadable, { path: shownPath(cwd, file), reason: reasonOf(error) }));
  return createConfigFinder(cwd, onUnreadable, named === undefined ? undefined : await namedConfig(cwd, named));
}

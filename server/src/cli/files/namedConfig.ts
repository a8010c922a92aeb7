import path from "node:path";
import { UserError } from "../exit.ts";
import { bilingual, messages } from "../messages.ts";
import { reasonOf } from "../reason.ts";
import { type LoadedConfig, loadConfig } from "./config.ts";

/** Loads the config that `--config` names. @throws UserError when it is not there or cannot be read */
export async function namedConfig(cwd: string, name: string): Promise<LoadedConfig> {
  try {
    return await loadConfig(cwd, path.resolve(cwd, name));
  } catch (error) {
    throw new UserError(
      (error as NodeJS.ErrnoException).code === "ENOENT"
        ? bilingual(messages.missingFile, { path: name })
        : bilingual(messages.unreadable, { path: name, reason: reasonOf(error) }),
    );
  }
}

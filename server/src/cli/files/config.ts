import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ConfigSource } from "../../service/service.ts";
import { readConfig } from "../../service/settings.ts";
import { decodeText } from "./decode.ts";
import { insideOf, withSlashes } from "./paths.ts";

/** The names a config may have; the first that a folder holds counts. */
const CONFIG_NAMES = ["baogao.yaml", "baogao.yml"];

/** A config file with what walking folders needs of it. */
export interface LoadedConfig {
  /** Absolute. */
  readonly file: string;
  readonly source: ConfigSource;
  /** The path that the globs of this config are matched with; empty for a file they cannot reach. */
  globPath(file: string): string;
  /** Whether `include` names the file. */
  includes(file: string): boolean;
  /** Whether `exclude` names the file. */
  excludes(file: string): boolean;
}

/** Finds the config that applies to a file; each folder is looked at once. */
export interface ConfigFinder {
  /** The config for files in `folder` (absolute): the one named on the command line, else the nearest one upward. */
  for(folder: string): Promise<LoadedConfig | null>;
}

/**
 * `onUnreadable` is told of a config that is there but cannot be read; its files are then checked without one.
 */
export function createConfigFinder(
  cwd: string,
  onUnreadable: (file: string, error: unknown) => void,
  named?: LoadedConfig,
): ConfigFinder {
  const byFolder = new Map<string, Promise<LoadedConfig | null>>();
  const search = async (folder: string): Promise<LoadedConfig | null> => {
    for (const name of CONFIG_NAMES) {
      const file = path.join(folder, name);
      try {
        return await loadConfig(cwd, file);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === "ENOENT" || code === "ENOTDIR") continue;
        onUnreadable(file, error);
        return null;
      }
    }
    const parent = path.dirname(folder);
    return parent === folder ? null : find(parent);
  };
  const find = (folder: string): Promise<LoadedConfig | null> => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = search(folder);
    byFolder.set(folder, found);
    return found;
  };
  return { for: (folder) => (named === undefined ? find(folder) : Promise.resolve(named)) };
}

/** Reads one config file (absolute). @throws what the file system says, or an Error when it is no text */
export async function loadConfig(cwd: string, file: string): Promise<LoadedConfig> {
  const decoded = decodeText(await readFile(file));
  if (!("text" in decoded)) throw new Error("不是文本文件 not a text file");
  const folder = path.dirname(file);
  // What is broken in the config is the service's to say; the globs that can be read count.
  const { include, exclude } = readConfig(decoded.text);
  // A config named from elsewhere speaks of the folder the user stands in, since its own holds none of the files.
  const globPath = (target: string): string => insideOf(folder, target) ?? insideOf(cwd, target) ?? "";
  const matches = (matcher: ((path: string) => boolean) | null) => (target: string) => {
    const relative = globPath(target);
    return relative !== "" && matcher?.(relative) === true;
  };
  return {
    file,
    source: { path: withSlashes(file), text: decoded.text },
    globPath,
    includes: matches(include),
    excludes: matches(exclude),
  };
}

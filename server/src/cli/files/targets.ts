import { type Dirent, readdir, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Bilingual } from "../../catalog/types.ts";
import { bilingual, messages } from "../messages.ts";
import { reasonOf } from "../reason.ts";
import type { ConfigFinder } from "./config.ts";
import { withSlashes } from "./paths.ts";

/** A file to check. */
export interface Target {
  /** Absolute; undefined for standard input. */
  readonly file: string | undefined;
  /** What output calls it: as the user named it, or named the folder it lies in; with `/`. */
  readonly shown: string;
}

export interface TargetOptions {
  readonly cwd: string;
  readonly configs: ConfigFinder;
  onProblem(problem: Bilingual): void;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const IGNORED = ["**/node_modules/**"];

/** Where a walk starts, and which of the files it meets are wanted beside those the config includes. */
interface Walk {
  readonly folder: string;
  readonly prefix: string;
  readonly patterns: readonly string[];
  readonly ignore: readonly string[];
  wanted(file: string): boolean;
}

/**
 * The files that the arguments mean, each once, in the order of the arguments and by name within a folder or glob.
 * An argument is a file, a folder (its Markdown files and what the config includes; no hidden folders, no
 * node_modules, nothing the config excludes), or a glob; `!glob` takes away from all globs.
 */
export async function targetsOf(paths: readonly string[], options: TargetOptions): Promise<Target[]> {
  const targets = new Map<string, Target>();
  const names = paths.map((name) => (path.sep === "\\" ? withSlashes(name) : name));
  const negated = names.filter((name) => name.startsWith("!")).map((name) => name.slice(1));
  for (const name of names) {
    for (const target of await targetsOfOne(name, negated, options)) {
      const key = target.file ?? "-";
      if (!targets.has(key)) targets.set(key, target);
    }
  }
  return [...targets.values()];
}

/** The files of a list, each as it stands: no globs, and folders as for arguments. */
export async function targetsOfList(names: readonly string[], options: TargetOptions): Promise<Target[]> {
  const targets: Target[] = [];
  for (const name of names) {
    const file = path.resolve(options.cwd, name);
    try {
      if ((await stat(file)).isDirectory()) targets.push(...(await walkFolder(name, file, options)));
      else targets.push({ file, shown: withSlashes(path.normalize(name)) });
    } catch (error) {
      options.onProblem(statProblem(name, error));
    }
  }
  return targets;
}

async function targetsOfOne(name: string, negated: readonly string[], options: TargetOptions): Promise<Target[]> {
  if (name === "-") return [{ file: undefined, shown: "<stdin>" }];
  const file = path.resolve(options.cwd, name);
  let stats: Stats;
  try {
    stats = await stat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || !isDynamicPattern(name)) {
      options.onProblem(statProblem(name, error));
      return [];
    }
    if (name.startsWith("!")) return [];
    const found = await walkGlob(name, negated, options);
    if (found.length === 0) options.onProblem(bilingual(messages.noMatch, { path: name }));
    return found;
  }
  return stats.isDirectory() ? walkFolder(name, file, options) : [{ file, shown: withSlashes(path.normalize(name)) }];
}

function statProblem(name: string, error: unknown): Bilingual {
  return (error as NodeJS.ErrnoException).code === "ENOENT"
    ? bilingual(messages.missingFile, { path: name })
    : bilingual(messages.unreadable, { path: name, reason: reasonOf(error) });
}

function walkFolder(name: string, folder: string, options: TargetOptions): Promise<Target[]> {
  const wanted = (file: string) => MARKDOWN.test(file);
  return walk({ folder, prefix: name, patterns: ["**/*"], ignore: IGNORED, wanted }, options);
}

function walkGlob(name: string, negated: readonly string[], options: TargetOptions): Promise<Target[]> {
  const pattern = name.toLowerCase();
  // `资料/**` is not meant to reach every file there is, `资料/*.txt` is meant to reach texts.
  const wanted = (file: string) => {
    const extension = path.extname(file).slice(1).toLowerCase();
    return MARKDOWN.test(file) || (extension !== "" && pattern.includes(extension));
  };
  return walk({ folder: options.cwd, prefix: "", patterns: [name], ignore: [...IGNORED, ...negated], wanted }, options);
}

async function walk({ folder, prefix, patterns, ignore, wanted }: Walk, options: TargetOptions): Promise<Target[]> {
  const refused = new Map<string, NodeJS.ErrnoException>();
  const found = await glob(patterns, {
    cwd: folder,
    ignore,
    expandDirectories: false,
    // Links may lead out of the folder or around in a circle; one that is named itself is followed.
    followSymbolicLinks: false,
    fs: { readdir: noting(refused) },
  });
  for (const [place, error] of refused) {
    const shown = withSlashes(path.join(prefix, path.relative(folder, place)));
    options.onProblem(bilingual(messages.unreadable, { path: shown, reason: reasonOf(error) }));
  }
  const targets: Target[] = [];
  for (const relative of found.sort()) {
    const file = path.resolve(folder, relative);
    const config = await options.configs.for(path.dirname(file));
    if (config?.excludes(file) || !(wanted(file) || config?.includes(file))) continue;
    targets.push({ file, shown: withSlashes(path.join(prefix, relative)) });
  }
  return targets;
}

/** `readdir` that keeps what it could not read, since the walk itself passes over that in silence. */
function noting(refused: Map<string, NodeJS.ErrnoException>): typeof readdir {
  const noted = (
    place: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ): void => {
    readdir(place, options, (error, entries) => {
      if (error !== null) refused.set(path.resolve(place), error);
      done(error, entries);
    });
  };
  return noted as typeof readdir;
}

import path from "node:path";
import type { Readable } from "node:stream";
import type { Bilingual } from "../../catalog/types.ts";
import type { DocumentSource, Settings } from "../../service/service.ts";
import { readAll } from "../io.ts";
import type { ConfigFinder, LoadedConfig } from "./config.ts";
import { insideOf, withSlashes } from "./paths.ts";
import { readText, textOf } from "./read.ts";
import type { Target } from "./targets.ts";

/** A target that was read: the document and its config, or why there is none. */
export type Input =
  | {
      readonly shown: string;
      readonly source: DocumentSource;
      readonly config: LoadedConfig | null;
      readonly note: Bilingual | undefined;
    }
  | { readonly problem: Bilingual };

/** What reading a target takes. */
export interface InputOptions {
  readonly cwd: string;
  readonly stdin: Readable;
  /** The path that standard input stands for, as the user wrote it. */
  readonly stdinFilepath: string | undefined;
  readonly settings: Settings;
  readonly configs: ConfigFinder;
}

/** Reads a target and finds its config. Never rejects for what the file system says. */
export async function readInput(target: Target, options: InputOptions): Promise<Input> {
  const { cwd, stdin, stdinFilepath, settings, configs } = options;
  const fromStdin = target.file === undefined;
  const name = stdinFilepath ?? target.shown;
  const shown = fromStdin && stdinFilepath !== undefined ? withSlashes(path.normalize(stdinFilepath)) : target.shown;
  const file = target.file ?? path.resolve(cwd, name);
  const read = fromStdin ? textOf(await readAll(stdin), shown) : await readText(file, shown);
  if ("problem" in read) return read;
  const config = await configs.for(path.dirname(file));
  // Standard input without a name lies nowhere, so that no glob may match it.
  const nameless = fromStdin && stdinFilepath === undefined;
  const globPath = config === null ? (insideOf(cwd, file) ?? path.basename(file)) : config.globPath(file);
  return {
    shown,
    source: {
      id: nameless ? target.shown : file,
      path: nameless ? "" : globPath,
      text: read.text,
      settings,
      config: config?.source ?? null,
    },
    config,
    note: read.note,
  };
}

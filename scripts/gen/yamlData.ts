import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { Bilingual, Presence, Slot } from "../../server/src/catalog/types.ts";

/** A kind as its file says it: what the catalogue takes, and the examples that the tests run. */
export interface KindFile {
  readonly id: string;
  readonly order: number;
  readonly name: Bilingual;
  readonly aliases?: readonly string[];
  readonly title: {
    readonly patterns: readonly string[];
    readonly template: string;
    readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
  };
  readonly yieldsTo?: readonly string[];
  readonly planYear: "same" | "next";
  readonly prefixes: readonly string[];
  readonly openings?: readonly string[];
  readonly closings?: readonly string[];
  readonly slots: readonly {
    readonly slot: Slot;
    readonly presence: Presence;
    readonly name: Bilingual;
    readonly heading: string;
    readonly synonyms?: readonly string[];
    readonly prefixes: readonly string[];
    readonly skeleton: string;
  }[];
  readonly headings: Readonly<Record<string, readonly Slot[]>>;
}

/** The shared classifier as its file says it, examples included. */
export interface ClassifierFile {
  readonly entries: readonly {
    readonly slots: readonly Slot[];
    readonly pattern: string;
    readonly yes: readonly string[];
    readonly no: readonly string[];
  }[];
}

/** The words of titles as their file says them, examples included. */
export interface TitlesFile {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly excluded: readonly string[];
  readonly organisationSuffixes: readonly string[];
  readonly organisationTypes: readonly string[];
  readonly roles: readonly string[];
  readonly examples: Readonly<Record<"strong" | "weak" | "excluded" | "none", readonly string[]>>;
}

interface MeasureWordsFile {
  readonly words: readonly string[];
  readonly compounds: readonly string[];
  readonly examples: Readonly<Record<"flag" | "allow", readonly string[]>>;
}

/** All files of `server/data`, checked. */
export interface DataFiles {
  readonly kinds: readonly KindFile[];
  readonly classifier: ClassifierFile;
  readonly titles: TitlesFile;
  readonly measureWords: MeasureWordsFile;
}

/** Data files that can't be used; each message begins `file:line:column`. */
export class DataError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "DataError";
    this.problems = problems;
  }
}

/**
 * Reads and checks every file of `server/data`.
 * @param root the folder of the project
 * @returns the data, kinds in the order in which {@link compareKinds} puts them
 * @throws DataError naming file, line and wanted value of everything that is wrong
 */
export function readData(root: string): DataFiles {
  const folder = join(root, "server/data");
  const problems: string[] = [];
  const read = <T>(path: string, schema: string): T => {
    const file = readYaml(root, join(folder, path), join(folder, "schema", `${schema}.schema.json`));
    problems.push(...file.problems);
    return file.value as T;
  };
  const names = readdirSync(join(folder, "kinds")).filter((name) => name.endsWith(".yaml"));
  const kinds = names.map((name) => read<KindFile>(`kinds/${name}`, "kind"));
  const data: DataFiles = {
    kinds,
    classifier: read("classifier.yaml", "classifier"),
    titles: read("titles.yaml", "titles"),
    measureWords: read("measure-words.yaml", "measure-words"),
  };
  if (problems.length === 0) problems.push(...crossCheck(names, kinds));
  if (problems.length > 0) throw new DataError(problems);
  return { ...data, kinds: kinds.toSorted(compareKinds) };
}

/** Kinds in the order of the list that people read; by id where two have the same place. */
function compareKinds(a: KindFile, b: KindFile): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

/** What a schema can't say: ids are file names, and every name means one kind. */
function crossCheck(names: readonly string[], kinds: readonly KindFile[]): string[] {
  const problems: string[] = [];
  const ids = new Set(kinds.map((kind) => kind.id));
  const owners = new Map<string, string>();
  for (const [index, kind] of kinds.entries()) {
    const where = `server/data/kinds/${names[index]}:1:1`;
    if (`${kind.id}.yaml` !== basename(names[index] ?? "")) problems.push(`${where}: id must be the file's name`);
    for (const other of kind.yieldsTo ?? []) {
      if (other !== "*" && !ids.has(other)) problems.push(`${where}: yieldsTo names no kind: ${other}`);
    }
    for (const name of [kind.id, kind.name.zh, kind.name.en, ...(kind.aliases ?? [])]) {
      const owner = owners.get(name.toLowerCase());
      if (owner && owner !== kind.id) problems.push(`${where}: the name ${name} already means ${owner}`);
      owners.set(name.toLowerCase(), kind.id);
    }
  }
  return problems;
}

const validators = new Map<string, ReturnType<Ajv["compile"]>>();

function validatorOf(schemaPath: string): ReturnType<Ajv["compile"]> {
  let validator = validators.get(schemaPath);
  if (!validator) {
    const ajv = new Ajv({ allErrors: true, formats: { regex: isRegex } });
    validator = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));
    validators.set(schemaPath, validator);
  }
  return validator;
}

function isRegex(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

function readYaml(root: string, path: string, schemaPath: string): { value: unknown; problems: string[] } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${relative(root, path)}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    return { value: undefined, problems: document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`) };
  }
  const value: unknown = document.toJS();
  const validator = validatorOf(schemaPath);
  if (validator(value)) return { value, problems: [] };
  const problems = (validator.errors ?? []).map((error) => `${at(offsetOf(document, error))}: ${wanted(error)}`);
  return { value, problems };
}

/** Where the value stands that an error is about; the nearest one above it when the value itself is missing. */
function offsetOf(document: Document, error: ErrorObject): number {
  const path: (string | number)[] = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const extra = error.params.additionalProperty;
  if (typeof extra === "string") path.push(extra);
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function wanted(error: ErrorObject): string {
  const where = error.instancePath === "" ? "the file" : error.instancePath.slice(1).replaceAll("/", ".");
  const values = error.params.allowedValues;
  const extra = error.params.additionalProperty;
  if (Array.isArray(values)) return `${where} must be one of ${values.join(", ")}`;
  if (typeof extra === "string") return `${where} has a key that means nothing: ${extra}`;
  if (error.keyword === "format") return `${where} must be a regular expression`;
  return `${where} ${error.message ?? error.keyword}`;
}

import { type Document, isMap, isScalar, type Node, parseDocument, type YAMLError } from "yaml";
import type { SchemaError, Validator } from "../catalog/generated/validators.js";
import { type Span, span } from "../text/span.ts";

/** What is wrong in a YAML text, and where. `message` is a message of the rule config/invalid. */
export interface YamlProblem {
  /** UTF-16 offsets of the text that was given, shifted by the given offset. */
  readonly span: Span;
  readonly message: "syntax" | "unknownKey" | "wrongType" | "wrongValue" | "outOfRange" | "wrongShape";
  readonly data: Readonly<Record<string, string>>;
}

export interface YamlReading {
  /** What could be read: whatever the schema refuses is left out, so that the rest goes on with defaults. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly problems: readonly YamlProblem[];
  /** Where the value of a top-level key stands, for findings about what it says. */
  keySpan(key: string): Span | null;
}

/**
 * Reads a YAML mapping and checks it against a schema. Never throws: a text that is no YAML is one problem at its
 * place and an empty value.
 *
 * @param text the YAML
 * @param offset where it begins in the document that the spans are for
 */
export function readYaml(text: string, offset: number, validate: Validator): YamlReading {
  // A lone \r ends a line for editors and Markdown but not for YAML; one unit for one keeps every offset.
  const document = parseDocument(text.replace(/\r(?!\n)/g, "\n"), {
    prettyErrors: false,
    logLevel: "silent",
    uniqueKeys: true,
  });
  const problems = document.errors.map((error) => syntaxProblem(error, text, offset));
  const keySpan = (key: string): Span | null => nodeSpan(document, [key], offset);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    // Aliases that multiply without end: yaml refuses to expand them.
    problems.push({ span: span(offset, offset + text.length), message: "wrongShape", data: { key: "" } });
  }
  if (value === null || value === undefined) return { value: {}, problems, keySpan };
  if (typeof value !== "object" || Array.isArray(value)) {
    if (problems.length === 0) problems.push(shapeProblem(text, offset));
    return { value: {}, problems, keySpan };
  }
  const read = value as Record<string, unknown>;
  if (!validate(read)) {
    for (const error of narrowest(validate.errors ?? [])) {
      problems.push(schemaProblem(error, document, offset));
      drop(read, error);
    }
  }
  return { value: read, problems: onePerPlace(problems), keySpan };
}

function syntaxProblem(error: YAMLError, text: string, offset: number): YamlProblem {
  const [from, to] = error.pos;
  // What is missing at the very end is shown on the last line that says something, not behind it.
  const last = text.trimEnd().length;
  const start = Math.max(0, Math.min(from, last - 1));
  return {
    span: span(offset + start, offset + Math.max(start, Math.min(Math.max(to, start + 1), last))),
    message: "syntax",
    data: { detail: error.message },
  };
}

function shapeProblem(text: string, offset: number): YamlProblem {
  const end = text.search(/\r|\n|$/);
  return { span: span(offset, offset + end), message: "wrongShape", data: { key: "" } };
}

/**
 * `oneOf` and `anyOf` report each of their branches and then themselves; only the outermost of them says what is
 * wanted, so what lies under the same place is left out.
 */
function narrowest(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unions = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf");
  return errors.filter(
    (error) =>
      unions.includes(error) ||
      !unions.some(({ instancePath }) => `${error.instancePath}/`.startsWith(`${instancePath}/`)),
  );
}

function pathOf(error: SchemaError): readonly string[] {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
  const extra = error.params.additionalProperty ?? error.params.propertyName;
  return typeof extra === "string" ? [...path, extra] : path;
}

function schemaProblem(error: SchemaError, document: Document, offset: number): YamlProblem {
  const path = pathOf(error);
  const key = path.join(".");
  const place = nodeSpan(document, path, offset) ?? span(offset, offset);
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties":
    case "propertyNames":
      return { span: place, message: "unknownKey", data: { key } };
    case "type":
      return { span: place, message: "wrongType", data: { key, wanted: String(params.type) } };
    case "enum":
      return {
        span: place,
        message: "wrongValue",
        data: { key, value: String(document.getIn(path)), wanted: listOf(params.allowedValues) },
      };
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return { span: place, message: "outOfRange", data: { key, wanted: `${params.comparison} ${params.limit}` } };
    default:
      return { span: place, message: "wrongShape", data: { key } };
  }
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(" | ") : String(values);
}

/** The span of the value at `path`, or of its key where the key is what is wrong; the nearest one above otherwise. */
function nodeSpan(document: Document, path: readonly string[], offset: number): Span | null {
  let node: unknown = document.contents;
  let found: Span | null = null;
  path.forEach((part, index) => {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      const last = index === path.length - 1;
      found = spanOf((last ? pair?.key : (pair?.value ?? pair?.key)) as Node | undefined, offset) ?? found;
      node = pair?.value;
    } else if (node !== null && typeof node === "object" && "items" in node) {
      node = (node as { items: unknown[] }).items[Number(part)];
      found = spanOf(node as Node | undefined, offset) ?? found;
    }
  });
  return found;
}

function spanOf(node: Node | undefined, offset: number): Span | null {
  const range = node?.range;
  return range ? span(offset + range[0], offset + range[1]) : null;
}

function drop(value: Record<string, unknown>, error: SchemaError): void {
  const path = pathOf(error);
  let holder: unknown = value;
  // Deeper than the first two keys a part alone means nothing, so the whole entry goes.
  const steps = path.slice(0, 2);
  for (const part of steps.slice(0, -1)) holder = (holder as Record<string, unknown> | undefined)?.[part];
  const last = steps.at(-1);
  if (last === undefined || holder === null || typeof holder !== "object") return;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete (holder as Record<string, unknown>)[last];
}

/** One thing written wrong is one problem: a value of the wrong type is none of the allowed ones either. */
function onePerPlace(problems: readonly YamlProblem[]): readonly YamlProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ span: { start, end } }) => {
    const key = `${start}:${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

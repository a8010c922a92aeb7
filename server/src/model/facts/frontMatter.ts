import { validateFrontMatter } from "../../catalog/generated/validators.js";
import { readYaml, type YamlProblem } from "../../config/readYaml.ts";
import { type Span, span } from "../../text/span.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";

/** What the YAML at the head of a report says. */
export interface FrontMatter {
  /** From the first `---` to behind the last, or null where there is none. */
  readonly span: Span | null;
  readonly kind: string | null;
  readonly year: number | null;
  readonly org: string | null;
  readonly author: string | null;
  readonly profile: "draft" | "final" | null;
  /** What `{{name}}` may stand for: the entries of `vars` and the plain values beside it. */
  readonly variables: ReadonlyMap<string, string>;
  readonly problems: readonly YamlProblem[];
  /** Whether it looks like front matter but never closes. */
  readonly unclosed: boolean;
  keySpan(key: string): Span | null;
}

const none: FrontMatter = {
  span: null,
  kind: null,
  year: null,
  org: null,
  author: null,
  profile: null,
  variables: new Map(),
  problems: [],
  unclosed: false,
  keySpan: () => null,
};

/** The front matter of a document. Broken YAML gives what can be read and its problems. */
export const frontMatter = defineFact("frontMatter", (doc: ReportDocument): FrontMatter => {
  const { opened, closingLine } = doc.frontMatterLines;
  if (closingLine === -1) return { ...none, unclosed: opened };
  const start = doc.lines.startOf(1);
  const yaml = doc.text.slice(start, doc.lines.startOf(closingLine));
  const { value, problems, keySpan } = readYaml(yaml, start, validateFrontMatter);
  return {
    span: span(0, doc.lines.endOf(closingLine)),
    kind: text(value.kind),
    year: typeof value.year === "number" ? value.year : null,
    org: text(value.org),
    author: text(value.author),
    profile: value.profile === "draft" || value.profile === "final" ? value.profile : null,
    variables: variablesOf(value),
    problems,
    unclosed: false,
    keySpan,
  };
});

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function variablesOf(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, entry: unknown): void => {
    if (typeof entry === "string" || typeof entry === "number" || typeof entry === "boolean") {
      found.set(name, String(entry));
    }
  };
  for (const [name, entry] of Object.entries(value)) add(name, entry);
  if (value.vars !== null && typeof value.vars === "object") {
    for (const [name, entry] of Object.entries(value.vars)) add(name, entry);
  }
  return found;
}

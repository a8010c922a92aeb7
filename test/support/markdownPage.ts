import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parser, Table } from "@lezer/markdown";
import GithubSlugger from "github-slugger";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A Markdown page of the project, taken apart. */
export interface MarkdownPage {
  readonly path: string;
  readonly text: string;
  /** The anchors of its headings, as GitHub and the galleries make them. */
  readonly anchors: ReadonlySet<string>;
  /** Where its links and pictures point, as written. */
  readonly targets: readonly string[];
  readonly fences: readonly { readonly info: string; readonly text: string }[];
  /** The texts in backticks. */
  readonly codes: readonly string[];
  /** The cells of each table row, headers included, without the white space around them. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads the page at `path` (from the root of the project). */
export function readPage(path: string): MarkdownPage {
  const text = readFileSync(`${root}${path}`, "utf8");
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const targets: string[] = [];
  const fences: { info: string; text: string }[] = [];
  const codes: string[] = [];
  const rows: string[][] = [];
  parser
    .configure(Table)
    .parse(text)
    .iterate({
      enter(node) {
        const content = text.slice(node.from, node.to);
        if (/^ATXHeading\d$/.test(node.name)) anchors.add(slugger.slug(content.replace(/^#+\s+|`/g, "")));
        else if (node.name === "URL") targets.push(content.replace(/^<|>$/g, ""));
        else if (node.name === "InlineCode") codes.push(content.replace(/^`+|`+$/g, ""));
        else if (node.name === "TableRow" || node.name === "TableHeader") {
          rows.push(node.node.getChildren("TableCell").map(({ from, to }) => text.slice(from, to).trim()));
        } else if (node.name === "FencedCode") {
          const inside = (name: string) => {
            const child = node.node.getChild(name);
            return child ? text.slice(child.from, child.to) : "";
          };
          fences.push({ info: inside("CodeInfo"), text: inside("CodeText") });
        }
      },
    });
  return { path, text, anchors, targets, fences, codes, rows };
}

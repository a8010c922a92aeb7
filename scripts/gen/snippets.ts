import type { Catalog, Kind, KindSlot } from "../../server/src/catalog/types.ts";
import { reportTemplate } from "../../server/src/features/newReport.ts";
import type { Outputs } from "./outputs.ts";

/** One snippet of a VS Code snippet file. */
interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const NUMERALS = "一二三四五六七八九十";
const BLANK = /^【请填：[^】]*】$/u;
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of VS Code's snippets, not of ours.
const YEAR = "${CURRENT_YEAR}";
const TEMPLATE_BLANKS: Readonly<Record<string, string>> = {
  "{{year}}": YEAR,
  "{{org}}": "【请填：单位】",
  "{{author}}": "【请填：姓名】",
};

/** Makes the snippet file: every section of every kind and every whole report. */
export function generateSnippets(catalog: Catalog): Outputs {
  const snippets = new Map<string, Snippet>();
  const byBody = new Map<string, string>();
  const add = (name: string, snippet: Snippet): void => {
    const key = snippet.body.join("\n");
    const twin = byBody.get(key);
    const known = twin === undefined ? undefined : snippets.get(twin);
    if (twin !== undefined && known) {
      snippets.set(twin, { ...known, prefix: [...new Set([...known.prefix, ...snippet.prefix])] });
      return;
    }
    byBody.set(key, name);
    snippets.set(name, snippet);
  };
  for (const kind of catalog.kinds) {
    const description = `${kind.name.zh}：整篇 · ${kind.name.en}: whole report`;
    add(`${kind.name.zh} · 整篇`, { prefix: kind.prefixes, description, body: wholeReport(kind) });
    for (const slot of kind.slots) {
      const what = `${kind.name.zh}：${slot.name.zh} · ${kind.name.en}: ${slot.name.en}`;
      add(`${kind.name.zh} · ${slot.name.zh}`, { prefix: slot.prefixes, description: what, body: section(slot) });
    }
  }
  return new Map([["snippets/report.json", `${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n`]]);
}

/** A section on its own: which number it will have nobody knows, so the first tab stop chooses it. */
function section(slot: KindSlot): readonly string[] {
  const stops = new TabStops();
  const choice = slot.heading === "" ? "" : stops.choice([...NUMERALS]);
  const heading = slot.heading === "" ? [] : [`${choice}、${stops.text(slot.heading)}`, ""];
  return [...heading, ...stops.text(slot.skeleton.trimEnd()).split("\n"), "$0"];
}

/** The whole report, as the command 新建报告 writes it. */
function wholeReport(kind: Kind): readonly string[] {
  return [...new TabStops().text(reportTemplate(kind).trimEnd()).split("\n"), "$0"];
}

/** Numbers the tab stops of one snippet. */
class TabStops {
  #next = 1;

  /** Plain text with blanks as snippet text: each blank a tab stop that holds it, everything else itself. */
  text(plain: string): string {
    return plain
      .split(/(\{\{\w+\}\}|【请填：[^】]*】)/u)
      .map((part) => this.#part(part))
      .join("");
  }

  /** A tab stop that offers a choice. */
  choice(values: readonly string[]): string {
    return `\${${this.#next++}|${values.map((value) => value.replaceAll(/[\\,|]/g, "\\$&")).join(",")}|}`;
  }

  #part(part: string): string {
    const value = TEMPLATE_BLANKS[part] ?? part;
    if (value === YEAR) return `\${${this.#next++}:${YEAR}}`;
    return BLANK.test(value) ? `\${${this.#next++}:${escaped(value)}}` : escaped(value);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}

import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, openText, putCursor, type, untilFindings } from "../support/editor.ts";
import { contributes } from "../support/extension.ts";
import { screenshot } from "../support/launcher.ts";
import { withoutPlan } from "../support/reports.ts";
import { until } from "../support/until.ts";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
}

/** The snippets for Markdown that the manifest contributes, by name. */
function contributed(): Map<string, Snippet> {
  const extension = vscode.extensions.getExtension("baogao.baogao")!;
  const all = new Map<string, Snippet>();
  for (const { language, path } of contributes().snippets ?? []) {
    if (language !== "markdown") continue;
    const file: Record<string, Snippet> = JSON.parse(readFileSync(join(extension.extensionPath, path), "utf8"));
    for (const [name, snippet] of Object.entries(file)) all.set(name, snippet);
  }
  return all;
}

const prefixes = ({ prefix }: Snippet) => (typeof prefix === "string" ? [prefix] : prefix);
const firstLine = ({ body }: Snippet) => (typeof body === "string" ? body : body.join("\n")).split("\n").find(Boolean)!;

/** The longest stretch of Han of a snippet's line: what surely stands in the document after it was inserted. */
function words(line: string): string {
  return [...line.replaceAll(/\$\{\d+:?|\$\d+|\}/g, "|").matchAll(/\p{Script=Han}+/gu)]
    .map(([run]) => run)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), "");
}

describe("snippets", () => {
  afterEach(closeAll);

  it("are inserted by name", async () => {
    const [name, snippet] = [...contributed()][0] ?? assert.fail("the manifest contributes no snippet for Markdown");
    const { document } = await openText("");
    await vscode.commands.executeCommand("editor.action.insertSnippet", { langId: "markdown", name });
    const wanted = words(firstLine(snippet));
    assert.ok(wanted.length > 0, `the first line of ${name} has Han: ${firstLine(snippet)}`);
    await until("the snippet", () => document.getText().includes(wanted), { last: () => document.getText() });
  });

  it("are inserted by their prefix and Tab", async () => {
    const latin = [...contributed().values()].flatMap((snippet) =>
      prefixes(snippet)
        .filter((prefix) => /^[a-z]+$/.test(prefix))
        .map((prefix) => ({ prefix, snippet })),
    );
    // Tab takes a prefix that is no part of another's.
    const pick = latin.find(({ prefix }) => latin.filter((other) => other.prefix.startsWith(prefix)).length === 1);
    assert.ok(pick, "a snippet has a prefix of Latin letters of its own");
    const { document } = await openText("");
    await type(pick.prefix);
    await vscode.commands.executeCommand("hideSuggestWidget");
    await vscode.commands.executeCommand("insertSnippet");
    const wanted = words(firstLine(pick.snippet));
    await until("the snippet", () => document.getText().includes(wanted), { last: () => document.getText() });
    assert.ok(!document.getText().startsWith(pick.prefix), "the prefix is gone");
  });

  it("are suggested where a section is missing, and the section is there after one is taken", async () => {
    const editor = await openText(`${withoutPlan}\n`);
    await untilFindings(editor.document.uri, "structure/missing-section", (found) => found.length === 1);
    putCursor(editor, editor.document.getText().length);
    const list = await until("a skeleton in the suggestions", async () => {
      const items = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        editor.document.uri,
        editor.selection.active,
      );
      const ours = items.items.filter((item) => text(item).includes("【请填："));
      return ours.length > 0 ? ours : undefined;
    });
    assert.ok(
      list.some((item) => /打算|思路|措施/.test(text(item))),
      list.map((item) => label(item)).join("、"),
    );
    await vscode.commands.executeCommand("editor.action.triggerSuggest");
    await screenshot("suggestions", ".suggest-widget.visible .monaco-list-row");
    // Until the list is open there is nothing to take.
    await until(
      "the accepted skeleton",
      async () => {
        await vscode.commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.getText().includes("【请填：");
      },
      { last: () => editor.document.getText() },
    );
  });
});

const label = (item: vscode.CompletionItem) => (typeof item.label === "string" ? item.label : item.label.label);

function text(item: vscode.CompletionItem): string {
  return typeof item.insertText === "string" ? item.insertText : (item.insertText?.value ?? label(item));
}

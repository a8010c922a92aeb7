import { describe, expect, it } from "vitest";
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver/node";
import type { KindsResult, NewReportResult, PlaceholdersResult } from "../../server/src/lsp/protocol.ts";
import { ABLE, PLAIN, type ServerHandle } from "./serverHandle.ts";
import { freshUri, useServers } from "./servers.ts";
import { MIXED_BRACKETS, README, REPORT } from "./texts.ts";

const servers = useServers();

/** The outline, a symbol a line, children indented. */
function tree(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, children = [] }) => [`${indent}${name}`, ...tree(children, `${indent}  `)]);
}

/** All sections with `#` headings, beside one report that mixes both. */
const ATX =
  "# 2025年度述职报告\n\n## 主要工作\n\n一是抓学习。二是抓落实。\n\n## 存在问题\n\n学习不够。\n\n## 下一步打算\n\n多走访。\n";

describe("documentSymbol", () => {
  it("shows the sections as a tree", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const symbols = (await server.symbols(uri)) as DocumentSymbol[];
    expect(tree(symbols)).toEqual([
      "2025年度述职报告",
      "  一、主要工作",
      "    （一）抓好学习",
      "    （二）服务群众",
      "  二、存在问题",
    ]);
    expect(symbols[0]?.kind).toBe(SymbolKind.File);
    const [work] = symbols[0]?.children ?? [];
    expect(work?.kind).toBe(SymbolKind.Module);
    expect(server.textAt(uri, work!.selectionRange)).toBe("一、主要工作");
    expect(server.textAt(uri, work!.range)).toMatch(/^一、主要工作[\s\S]*困难16件。\s*$/);
  });

  it("shows series as leaves of another kind", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), ATX);
    const [title] = (await server.symbols(uri)) as DocumentSymbol[];
    const series = title?.children?.[0]?.children ?? [];
    expect(series.map(({ name, kind }) => [name, kind])).toEqual([
      ["一是抓学习", SymbolKind.Field],
      ["二是抓落实", SymbolKind.Field],
    ]);
  });

  it("gives a list with containers to a client without trees", async () => {
    const server = await servers.start({ capabilities: PLAIN });
    const uri = await server.open(freshUri(), REPORT);
    const symbols = (await server.symbols(uri)) as SymbolInformation[];
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
      ["2025年度述职报告", undefined],
      ["一、主要工作", "2025年度述职报告"],
      ["（一）抓好学习", "一、主要工作"],
      ["（二）服务群众", "一、主要工作"],
      ["二、存在问题", "2025年度述职报告"],
    ]);
    expect(symbols[1]?.location.uri).toBe(uri);
  });

  it("leaves # headings to VS Code's own outline, unless the setting says otherwise", async () => {
    const vscode = await servers.start({ initialize: { clientInfo: { name: "Visual Studio Code" } } });
    const other = await servers.start();
    const names = async (server: ServerHandle, settings: Record<string, unknown>, text: string) => {
      server.settings = settings;
      await server.notify("workspace/didChangeConfiguration", { settings: null });
      return (await server.symbols(await server.open(freshUri(), text))).map(({ name }) => name);
    };
    const shown = ["2025年度述职报告"];
    expect(await names(vscode, {}, ATX)).toEqual([]);
    expect(await names(vscode, {}, ATX.replace("## 存在问题", "二、存在问题"))).toEqual(shown);
    expect(await names(vscode, { outline: "always" }, ATX)).toEqual(shown);
    expect(await names(vscode, { outline: "off" }, REPORT)).toEqual([]);
    expect(await names(other, {}, ATX)).toEqual(shown);
    expect(await names(other, { outline: "off" }, ATX)).toEqual(shown);
  });

  it("takes a client for VS Code that says so itself", async () => {
    const server = await servers.start({ initialize: { initializationOptions: { host: "vscode" } } });
    expect(await server.symbols(await server.open(freshUri(), ATX))).toEqual([]);
  });

  it("shows nothing of a document that is no report, unknown or switched off", async () => {
    const server = await servers.shared();
    expect(await server.symbols(await server.open(freshUri(), README))).toEqual([]);
    expect(await server.symbols("file:///never-opened.md")).toEqual([]);
    const off = await servers.start({ settings: { enable: false } });
    const uri = await off.open(freshUri(), REPORT);
    expect(await off.symbols(uri)).toEqual([]);
    expect(await off.diagnostics(uri)).toEqual([]);
  });
});

describe("foldingRange", () => {
  it("folds sections and front matter by whole lines", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), `---\nyear: 2025\n---\n${REPORT}`);
    const ranges = await server.request<{ startLine: number; endLine: number }[]>("textDocument/foldingRange", {
      textDocument: { uri },
    });
    const lines = server.text(uri).split("\n");
    const folded = ranges.map(({ startLine, endLine }) => [lines[startLine], endLine - startLine]);
    expect(folded).toContainEqual(["---", 2]);
    expect(folded.map(([line]) => line)).toEqual(expect.arrayContaining(["一、主要工作", "二、存在问题"]));
    const work = ranges.find(({ startLine }) => lines[startLine] === "一、主要工作");
    expect(lines.slice(work!.endLine).join("\n")).toMatch(/^(?:（二）服务群众.*)?\n/);
  });
});

describe("codeAction", () => {
  it("inserts the missing section, its edit made only when it is picked", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const diagnostics = await server.diagnostics(uri);
    const actions = await server.actions(uri, server.rangeOf(uri, "述职"), diagnostics);
    const fix = actions.find(({ diagnostics: [first] = [] }) => first?.code === "structure/missing-section");
    expect(fix).toMatchObject({ kind: "quickfix", data: expect.anything() });
    expect(fix).not.toHaveProperty("edit");
    const text = server.applied(uri, (await server.resolve(fix!)).edit);
    expect(text.startsWith(REPORT.trimEnd())).toBe(true);
    const fixed = await server.open(freshUri(), text);
    const codes = (await server.diagnostics(fixed)).map(({ code }) => code);
    expect(codes).not.toContain("structure/missing-section");
  });

  it("makes the same edit at once for a client that can't resolve, without document versions", async () => {
    const { codeAction, ...textDocument } = ABLE.textDocument!;
    const { codeActionLiteralSupport } = codeAction!;
    const able = await servers.shared();
    const simple = await servers.start({
      capabilities: {
        textDocument: { ...textDocument, codeAction: { codeActionLiteralSupport: codeActionLiteralSupport! } },
      },
    });
    const texts: string[] = [];
    for (const server of [able, simple]) {
      const uri = await server.open(freshUri(), REPORT);
      const [action] = await server.actions(uri, server.rangeOf(uri, "述职"));
      if (server === simple) expect(action?.edit).toMatchObject({ changes: { [uri]: [expect.anything()] } });
      const { edit } = server === able ? await server.resolve(action!) : action!;
      texts.push(server.applied(uri, edit));
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(REPORT);
  });

  it("refuses to resolve an action of an older version", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const [action] = await server.actions(uri, server.rangeOf(uri, "述职"));
    await server.replace(uri, "主要工作", "主要工作情况");
    await expect(server.resolve(action!)).rejects.toMatchObject({ code: -32801 });
  });

  it("makes all safe fixes as a source action, and only when asked", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), MIXED_BRACKETS);
    const whole = server.rangeOf(uri, MIXED_BRACKETS);
    const kinds = async (only?: string[]) => [
      ...new Set((await server.actions(uri, whole, [], only)).map(({ kind }) => kind)),
    ];
    expect(await kinds()).toEqual(["quickfix"]);
    expect(await kinds(["quickfix"])).toEqual(["quickfix"]);
    for (const only of ["source", "source.fixAll", "source.fixAll.baogao"]) {
      expect(await kinds([only])).toEqual(["source.fixAll.baogao"]);
    }
    expect(await kinds(["source.organizeImports"])).toEqual([]);
    const [fixAll] = await server.actions(uri, whole, [], ["source.fixAll"]);
    const text = server.applied(uri, (await server.resolve(fixAll!)).edit);
    expect(text).toBe(MIXED_BRACKETS.replace("（一)", "（一）").replace("（二)", "（二）"));
  });
});

describe("completion", () => {
  it("offers the missing section at a line start; taken, nothing is missing any more", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), `${REPORT}\n/`);
    const items = await server.complete(uri, "\n/");
    expect(items).not.toEqual([]);
    const results: string[][] = [];
    for (const item of items) {
      expect(item.insertTextFormat).toBe(2);
      const text = server.completed(uri, item);
      expect(text.startsWith(REPORT)).toBe(true);
      const done = await server.open(freshUri(), text);
      results.push((await server.diagnostics(done)).map(({ code }) => String(code)));
    }
    expect(results.some((codes) => !codes.includes("structure/missing-section"))).toBe(true);
  });

  it("writes no tab stops for a client without snippets", async () => {
    const server = await servers.start({ capabilities: PLAIN });
    const uri = await server.open(freshUri(), `${REPORT}\n/`);
    const items = await server.complete(uri, "\n/");
    expect(items).not.toEqual([]);
    for (const item of items) {
      expect(item.insertTextFormat).toBe(1);
      expect(server.completed(uri, item)).not.toMatch(/\$\{|\$\d/);
    }
  });

  it("offers nothing inside a sentence or in what is no report", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    expect(await server.complete(uri, "学习还不够系统，")).toEqual([]);
    const readme = await server.open(freshUri(), `${README}\n/`);
    expect(await server.complete(readme, "\n/")).toEqual([]);
  });
});

describe("our own requests", () => {
  it("tell where the placeholders are", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT.replace("16件", "XX件"));
    const ranges = await server.request<PlaceholdersResult>("baogao/placeholders", { textDocument: { uri } });
    expect(ranges.map((range) => server.textAt(uri, range))).toEqual(["*", "XX"]);
  });

  it("make a report of each kind, with and without tab stops", async () => {
    const server = await servers.shared();
    const kinds = await server.request<KindsResult>("baogao/kinds", {});
    expect(kinds.length).toBeGreaterThan(5);
    for (const { id, name } of kinds) {
      expect(name).toMatch(/\p{Script=Han}/u);
      const made = await server.request<NewReportResult>("baogao/newReport", { kind: id, year: 2025, org: "城关镇" });
      expect(made.snippet).toMatch(/\$\{\d/);
      expect(made.plain).not.toMatch(/\$\{\d/);
      const uri = await server.open(freshUri(), made.plain);
      const codes = (await server.diagnostics(uri)).map(({ code }) => code);
      expect(codes).not.toContain("structure/missing-section");
      expect(await server.symbols(uri), `${name} must be taken for a report`).not.toEqual([]);
    }
  });

  it("refuse a kind that is none", async () => {
    const server = await servers.shared();
    await expect(server.request("baogao/newReport", { kind: "poem" })).rejects.toMatchObject({ code: -32602 });
  });
});

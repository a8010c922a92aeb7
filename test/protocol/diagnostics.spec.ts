import { describe, expect, it } from "vitest";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import { PLAIN, until } from "./serverHandle.ts";
import { freshUri, useServers } from "./servers.ts";
import { README, REPORT } from "./texts.ts";

const servers = useServers();

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

function only(diagnostics: readonly Diagnostic[], code: string): Diagnostic {
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe("pull diagnostics", () => {
  it("gives each finding its rule, page, source and place", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const diagnostics = await server.diagnostics(uri);
    expect(codes(diagnostics).sort()).toEqual(["placeholder/unfilled", "structure/missing-section"]);
    const placeholder = only(diagnostics, "placeholder/unfilled");
    expect(server.textAt(uri, placeholder.range)).toBe("*");
    expect(placeholder).toMatchObject({
      source: "baogao",
      severity: DiagnosticSeverity.Warning,
      codeDescription: {
        href: "https://github.com/baogao/baogao/blob/main/server/src/rules/placeholder/unfilled.md",
      },
    });
    expect(placeholder.message).toMatch(/\p{Script=Han}/u);
    const missing = only(diagnostics, "structure/missing-section");
    expect(server.textAt(uri, missing.range)).toBe("2025年度述职报告");
  });

  it("answers unchanged while nothing changed, and while a change changed no finding", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const first = await server.pull(uri);
    expect(first.resultId).toEqual(expect.any(String));
    expect(await server.pull(uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await server.replace(uri, "有时满足于完成任务", "有时满足于完成上级任务");
    expect(await server.pull(uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await server.replace(uri, "*个村", "9个村");
    const third = await server.pull(uri, first.resultId);
    expect(third).toMatchObject({ kind: "full", resultId: expect.not.stringMatching(`^${first.resultId}$`) });
  });

  it("follows incremental changes: the places move with the text", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    await server.replace(uri, "先后到", "先后两次到");
    await server.replace(uri, "2025年度", "\n2025年度");
    const placeholder = only(await server.diagnostics(uri), "placeholder/unfilled");
    expect(server.textAt(uri, placeholder.range)).toBe("*");
    await server.replace(uri, "*个村", "9个村");
    expect(codes(await server.diagnostics(uri))).toEqual(["structure/missing-section"]);
    await server.replace(uri, "9个村", "XX个村和×个社区");
    const both = (await server.diagnostics(uri)).filter(({ code }) => code === "placeholder/unfilled");
    expect(both.map(({ range }) => server.textAt(uri, range))).toEqual(["XX", "×"]);
  });

  it.each([
    ["\\r\\n", "\r\n"],
    ["\\r", "\r"],
  ])("counts lines that end in %s and characters beyond the first plane as LSP does", async (_, end) => {
    const server = await servers.shared();
    const text = REPORT.replace("先后到", "先后😀到").replaceAll("\n", end);
    const uri = await server.open(freshUri(), text);
    const placeholder = only(await server.diagnostics(uri), "placeholder/unfilled");
    expect(placeholder.range).toEqual(server.rangeOf(uri, "*"));
    expect(placeholder.range.start.line).toBe(6);
  });

  it("finds nothing in what is no report, no Markdown, or not open", async () => {
    const server = await servers.shared();
    const readme = await server.open(freshUri(), README);
    const script = await server.open(freshUri("py"), REPORT, "python");
    expect(await server.pull(readme)).toMatchObject({ kind: "full", items: [] });
    expect(await server.pull(script)).toEqual({ kind: "full", items: [] });
    expect(await server.pull("file:///never-opened.md")).toEqual({ kind: "full", items: [] });
  });

  it("never pushes what is pulled", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    await server.replace(uri, "*个村", "**个村");
    await server.diagnostics(uri);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(server.published).toEqual([]);
  });

  it("hands on at most 1,000 findings and the worst first", async () => {
    const server = await servers.start({ settings: { rules: { "structure/missing-section": "error" } } });
    const blanks = Array.from({ length: 1100 }, (_, index) => `走访群众XX户，解决问题${index + 1}件。`);
    const uri = await server.open(freshUri(), REPORT.replace("学习还不够系统", blanks.join("\n\n")));
    const diagnostics = await server.diagnostics(uri);
    expect(diagnostics).toHaveLength(1000);
    expect(diagnostics[0]?.code).toBe("structure/missing-section");
  });

  it("tells the status after a check, to a client that asked for it", async () => {
    const server = await servers.start({ initialize: { initializationOptions: { status: true } } });
    const uri = await server.open(freshUri(), REPORT);
    await server.diagnostics(uri);
    const sent = await until("the status", () => server.statuses.at(-1));
    expect(sent).toMatchObject({ uri, version: 1, status: { isReport: true, placeholders: 1, hiddenFindings: 0 } });
    expect(sent.status.missingSections).toHaveLength(1);
    await server.replace(uri, "*个村", "9个村");
    await server.diagnostics(uri);
    const next = await until("the next status", () => server.statuses.find(({ version }) => version === 2));
    expect(next.status.placeholders).toBe(0);
  });
});

describe("push diagnostics", () => {
  it("go to a client that can't pull, with the version, and are taken back on closing", async () => {
    const server = await servers.start({ capabilities: PLAIN });
    const uri = await server.open(freshUri(), REPORT);
    const first = await until("the first push", () => server.publishedFor(uri));
    expect(first.version).toBe(1);
    expect(codes(first.diagnostics).sort()).toEqual(["placeholder/unfilled", "structure/missing-section"]);
    await server.replace(uri, "先后到*", "先后到7");
    await server.replace(uri, "7个村", "17个村");
    const second = await until("the second push", () => server.published[1]);
    expect(second).toMatchObject({ uri, version: 3 });
    expect(codes(second.diagnostics)).toEqual(["structure/missing-section"]);
    await server.close(uri);
    expect(await until("the last push", () => server.published[2])).toEqual({ uri, diagnostics: [] });
  });

  it("stay away from what is no report", async () => {
    const server = await servers.start({ capabilities: PLAIN });
    const readme = await server.open(freshUri(), README);
    const uri = await server.open(freshUri(), REPORT);
    await until("the push of the report", () => server.publishedFor(uri));
    expect(server.publishedFor(readme)).toBeUndefined();
  });
});

describe("a document of more than 2 MB", () => {
  it("is checked after a pause, not at each key", { timeout: 60_000 }, async () => {
    const server = await servers.shared();
    const paragraph = "今年以来，围绕中心工作抓好各项任务落实，取得了较好成效。".repeat(50);
    const filler = Array.from({ length: 550 }, () => paragraph).join("\n\n");
    expect(Buffer.byteLength(filler)).toBeGreaterThan(2 * 1024 * 1024);
    const uri = await server.open(freshUri(), REPORT.replace("学习还不够系统", filler));
    expect(codes(await server.diagnostics(uri)).sort()).toEqual(["placeholder/unfilled", "structure/missing-section"]);
    await server.replace(uri, "到*个村", "到*个乡");
    const overtaken = server.pull(uri).catch((error: { code: number }) => error.code);
    await server.replace(uri, "到*个乡", "到8个乡");
    const typed = performance.now();
    expect(codes(await server.diagnostics(uri))).toEqual(["structure/missing-section"]);
    expect(performance.now() - typed).toBeGreaterThan(1300);
    // ServerCancelled: the pull of the older version gives way.
    expect(await overtaken).toBe(-32802);
  });
});

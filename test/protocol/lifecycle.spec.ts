import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ErrorCodes } from "vscode-languageserver/node";
import { PLAIN, type Wire } from "./serverHandle.ts";
import { freshUri, useServers } from "./servers.ts";
import { REPORT } from "./texts.ts";

const servers = useServers();

function run(...args: string[]) {
  return spawnSync(process.execPath, [servers.script, ...args], { encoding: "utf8", timeout: 10_000 });
}

describe("the command line of the server", () => {
  it("prints the version of the manifest", () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const { stdout, stderr, status } = run("--version");
    expect({ stdout, stderr, status }).toEqual({ stdout: `${manifest.version}\n`, stderr: "", status: 0 });
  });

  it.each([
    ["no transport", []],
    ["two transports", ["--stdio", "--node-ipc"]],
    ["an unknown option", ["--tcp"]],
    ["a port that is none", ["--socket=http"]],
    ["a port out of range", ["--socket=70000"]],
    ["an IPC channel that nobody opened", ["--node-ipc"]],
    ["a socket at which nobody listens", ["--socket=1"]],
  ])("refuses %s with status 2 and says how to call it", (_, args) => {
    const { stdout, stderr, status } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^baogao: .+\n\n用法 \/ Usage: .*--stdio/);
  });
});

describe("a session", () => {
  it.each<Wire>(["stdio", "ipc", "socket"])("goes over %s from initialize to exit", async (wire) => {
    const server = await servers.start({ wire });
    const uri = await server.open("file:///report.md", REPORT);
    expect(await server.symbols(uri)).not.toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  it("says what it can do", async () => {
    const { initializeResult } = await servers.shared();
    const { serverInfo, capabilities } = initializeResult;
    expect(serverInfo?.name).toBe("baogao");
    expect(capabilities).toMatchInlineSnapshot(`
      {
        "codeActionProvider": {
          "codeActionKinds": [
            "quickfix",
            "source.fixAll.baogao",
          ],
          "resolveProvider": true,
        },
        "completionProvider": {
          "resolveProvider": false,
          "triggerCharacters": [
            "/",
            "#",
            "、",
            "）",
          ],
        },
        "diagnosticProvider": {
          "identifier": "baogao",
          "interFileDependencies": false,
          "workspaceDiagnostics": false,
        },
        "documentSymbolProvider": {
          "label": "报告",
        },
        "foldingRangeProvider": true,
        "positionEncoding": "utf-16",
        "textDocumentSync": {
          "change": 2,
          "openClose": true,
          "save": false,
        },
        "workspace": {
          "workspaceFolders": {
            "changeNotifications": true,
            "supported": true,
          },
        },
      }
    `);
  });

  it("offers neither pull diagnostics nor lazy edits to a client that has neither", async () => {
    const { capabilities } = (await servers.start({ capabilities: PLAIN })).initializeResult;
    expect(capabilities.diagnosticProvider).toBeUndefined();
    expect(capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
  });

  it("answers nothing before initialize and initialize only once", async () => {
    const server = await servers.spawn();
    await expect(server.symbols("file:///report.md")).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
    const params = { processId: null, rootUri: null, capabilities: {} };
    await server.request("initialize", params);
    await expect(server.request("initialize", params)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  });

  it("answers nothing after shutdown and then ends with 0", async () => {
    const server = await servers.start();
    await server.request("shutdown", undefined);
    await expect(server.symbols("file:///report.md")).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
    await server.notify("exit", undefined);
    expect(await server.exit()).toBe(0);
  });

  it("ends with 1 on exit without shutdown", async () => {
    const server = await servers.start();
    await server.notify("exit", undefined);
    expect(await server.exit()).toBe(1);
  });

  it("ends when the client closes its end", async () => {
    const server = await servers.start();
    server.child.stdin?.end();
    expect(await server.exit()).toBe(1);
  });
});

describe("a client that sends garbage", () => {
  it.each([
    "textDocument/documentSymbol",
    "textDocument/diagnostic",
    "textDocument/foldingRange",
    "textDocument/codeAction",
    "textDocument/completion",
    "codeAction/resolve",
    "baogao/placeholders",
    "baogao/newReport",
  ])("gets InvalidParams for a bad %s", async (method) => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const bad: unknown[] = [{}, { textDocument: 1 }, { textDocument: { uri: 7 } }, null];
    for (const params of bad) {
      await expect(server.request(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    }
    expect(await server.symbols(uri)).not.toEqual([]);
  });

  it("gets InvalidParams for a place that is none", async () => {
    const server = await servers.shared();
    const textDocument = { uri: await server.open(freshUri(), REPORT) };
    const position = { line: -1, character: "x" };
    const range = { start: position, end: position };
    const invalid = { code: ErrorCodes.InvalidParams };
    await expect(server.request("textDocument/completion", { textDocument, position })).rejects.toMatchObject(invalid);
    await expect(server.request("textDocument/codeAction", { textDocument, range })).rejects.toMatchObject(invalid);
  });

  it("keeps the document as it was when a change is no change", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    const before = await server.diagnostics(uri);
    const bad: unknown[] = [
      [{ range: { start: { line: -3, character: 0 }, end: {} }, text: "坏" }],
      [{ range: null, text: "坏" }],
      [{ text: 5 }],
      [null],
      "坏",
    ];
    for (const contentChanges of bad) {
      await server.notify("textDocument/didChange", { textDocument: { uri, version: 2 }, contentChanges });
    }
    await server.notify("textDocument/didChange", null);
    await server.notify("textDocument/didOpen", { textDocument: { uri: "file:///a.md", version: 1 } });
    await server.notify("textDocument/didOpen", {});
    await server.notify("textDocument/didClose", { textDocument: null });
    await server.notify("workspace/didChangeConfiguration", null);
    await server.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: 3 }] });
    await server.notify("workspace/didChangeWorkspaceFolders", {});
    await server.notify("baogao/unheardOf", { a: 1 });
    expect(await server.diagnostics(uri)).toEqual(before);
    await expect(server.request("baogao/unheardOf", {})).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  });

  it("can't stop the server with a message that is no JSON", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), REPORT);
    server.child.stdin?.write("Content-Length: 9\r\n\r\n{ nothing");
    server.child.stdin?.write("Content-Length: 2\r\n\r\n[]Content-Length: 4\r\n\r\nnull");
    expect(await server.symbols(uri)).not.toEqual([]);
  });

  it("initializes with options of the wrong shape", async () => {
    const initialize = { initializationOptions: "verbose", clientInfo: null as never, locale: 5 as never };
    const server = await servers.start({ initialize, settings: { rules: [], locale: {}, kind: 3, enable: "no" } });
    const uri = await server.open(freshUri(), REPORT);
    expect(await server.diagnostics(uri)).not.toEqual([]);
  });
});

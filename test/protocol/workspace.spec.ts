import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiagnosticSeverity, FileChangeType } from "vscode-languageserver/node";
import { ABLE, PLAIN, type ServerHandle, type StartOptions, until } from "./serverHandle.ts";
import { useServers } from "./servers.ts";
import { REPORT } from "./texts.ts";

const servers = useServers();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "报告 工作区-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function uriOf(name: string): string {
  return pathToFileURL(join(folder, name)).href;
}

/** Starts a server with the temporary folder as its workspace. */
function start(options: Partial<StartOptions> = {}): Promise<ServerHandle> {
  const initialize = { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "w" }], ...options.initialize };
  return servers.start({ ...options, initialize });
}

/** Writes the configuration and tells the server, as an editor's watcher would. */
async function writeConfig(server: ServerHandle, text: string): Promise<void> {
  writeFileSync(join(folder, "baogao.yaml"), text);
  const changes = [{ uri: uriOf("baogao.yaml"), type: FileChangeType.Changed }];
  await server.notify("workspace/didChangeWatchedFiles", { changes });
}

async function severities(server: ServerHandle, uri: string): Promise<Record<string, unknown>> {
  const diagnostics = await server.diagnostics(uri);
  return Object.fromEntries(diagnostics.map(({ code, severity }) => [code, severity]));
}

const BROKEN = "profile: draft\nrules:\n  placeholder/unfilled: loud\n";

describe("settings", () => {
  it("are asked for and asked again when they changed", async () => {
    const server = await start({ settings: { rules: { "placeholder/unfilled": "error" } } });
    const uri = await server.open(uriOf("report.md"), REPORT);
    expect(await severities(server, uri)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Error });
    await until("the registrations", () => server.registered.includes("workspace/didChangeConfiguration"));
    server.settings = { rules: { "placeholder/unfilled": "off" } };
    await server.notify("workspace/didChangeConfiguration", { settings: null });
    await until("the refresh", () => server.refreshes > 0);
    expect(await severities(server, uri)).not.toHaveProperty("placeholder/unfilled");
  });

  it("come with the options and with the notification from a client that can't be asked", async () => {
    const capabilities = { ...PLAIN, textDocument: { diagnostic: {} } };
    const initialize = { initializationOptions: { settings: { rules: { "placeholder/unfilled": "hint" } } } };
    const server = await start({ capabilities, initialize });
    const uri = await server.open(uriOf("report.md"), REPORT);
    expect(await severities(server, uri)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Hint });
    await server.notify("workspace/didChangeConfiguration", { settings: { baogao: { profile: "final" } } });
    expect(await severities(server, uri)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Error });
  });

  it("choose the language of messages: Chinese unless they say otherwise", async () => {
    const speak = async (locale: string) => {
      const server = await start({ initialize: { locale } });
      const uri = await server.open(uriOf("report.md"), REPORT);
      return async (settings: Record<string, unknown>) => {
        server.settings = settings;
        await server.notify("workspace/didChangeConfiguration", { settings: null });
        return (await server.diagnostics(uri)).map(({ message }) => message).join("\n");
      };
    };
    const [inEnglish, inChinese] = [await speak("en-US"), await speak("zh-cn")];
    const [english, chinese] = [await inEnglish({ locale: "en" }), await inEnglish({ locale: "zh" })];
    expect(english).not.toBe(chinese);
    expect(await inEnglish({})).toBe(chinese);
    expect(await inEnglish({ locale: "auto" })).toBe(english);
    expect(await inChinese({ locale: "en" })).toBe(english);
    expect(await inChinese({ locale: "auto" })).toBe(chinese);
  });

  it("take the status away where they switch the server off", async () => {
    const server = await start({ initialize: { initializationOptions: { status: true } } });
    await server.diagnostics(await server.open(uriOf("report.md"), REPORT));
    await until("the status", () => server.statuses.at(-1)?.status.isReport);
    server.settings = { enable: false };
    await server.notify("workspace/didChangeConfiguration", { settings: null });
    await until("the status to go", () => server.statuses.at(-1)?.status.isReport === false);
  });

  it("push again to a client without pull", async () => {
    const capabilities = { workspace: { configuration: true } };
    const server = await start({ capabilities });
    const uri = await server.open(uriOf("report.md"), REPORT);
    await until("the first push", () => server.publishedFor(uri));
    server.settings = { enable: false };
    await server.notify("workspace/didChangeConfiguration", { settings: null });
    await until("the empty push", () => server.publishedFor(uri)?.diagnostics.length === 0);
  });
});

describe("baogao.yaml", () => {
  it("rules the reports of its folder, and they are checked again when it changes", async () => {
    writeFileSync(join(folder, "baogao.yaml"), "rules:\n  placeholder/unfilled: error\n");
    const server = await start();
    const uri = await server.open(uriOf("report.md"), REPORT);
    expect(await severities(server, uri)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Error });
    await until("the registrations", () => server.registered.includes("workspace/didChangeWatchedFiles"));
    await writeConfig(server, "rules:\n  placeholder: off\n");
    await until("the refresh", () => server.refreshes > 0);
    expect(await severities(server, uri)).not.toHaveProperty("placeholder/unfilled");
    rmSync(join(folder, "baogao.yaml"));
    const changes = [{ uri: uriOf("baogao.yaml"), type: FileChangeType.Deleted }];
    await server.notify("workspace/didChangeWatchedFiles", { changes });
    expect(await severities(server, uri)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Warning });
  });

  it("does not rule a report elsewhere", async () => {
    writeFileSync(join(folder, "baogao.yaml"), "rules:\n  placeholder/unfilled: off\n");
    const server = await start();
    const uri = await server.open("file:///elsewhere/report.md", REPORT);
    expect(await severities(server, uri)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Warning });
  });

  it("gets its own faults pushed at their line while it is not open", async () => {
    writeFileSync(join(folder, "baogao.yaml"), BROKEN);
    const server = await start();
    const uri = uriOf("baogao.yaml");
    const pushed = await until("the push", () => server.published[0]);
    expect(decodeURIComponent(pushed.uri)).toBe(decodeURIComponent(uri));
    expect(pushed.diagnostics).toHaveLength(1);
    expect(pushed.diagnostics[0]).toMatchObject({ code: "config/invalid", source: "baogao" });
    expect(pushed.diagnostics[0]?.range.start.line).toBe(2);
    await writeConfig(server, BROKEN.replace("loud", "hint"));
    await until("the empty push", () => server.published.at(-1)?.diagnostics.length === 0);
    await writeConfig(server, ": :\n  - [");
    const syntax = await until("the push of a syntax error", () => server.published.at(-1)?.diagnostics[0]);
    expect(syntax.code).toBe("config/invalid");
  });

  it("is pulled, not pushed, while it is open, and counts as it stands in the editor", async () => {
    writeFileSync(join(folder, "baogao.yaml"), BROKEN);
    const server = await start();
    await until("the push", () => server.published.length > 0);
    const report = await server.open(uriOf("report.md"), REPORT);
    const uri = await server.open(uriOf("baogao.yaml"), BROKEN, "yaml");
    await until("the push to be taken back", () => server.published.at(-1)?.diagnostics.length === 0);
    const pushes = server.published.length;
    expect((await server.diagnostics(uri)).map(({ code }) => code)).toEqual(["config/invalid"]);
    await server.replace(uri, "loud", "hint");
    expect(await server.diagnostics(uri)).toEqual([]);
    await until("the refresh", () => server.refreshes > 0);
    expect(await severities(server, report)).toMatchObject({ "placeholder/unfilled": DiagnosticSeverity.Hint });
    expect(server.published).toHaveLength(pushes);
    // Closed without saving: what lies on the disk counts again.
    await server.close(uri);
    const again = await until("the push of what is on the disk", () => server.published[pushes]);
    expect(again.diagnostics).toHaveLength(1);
  });

  it("gets its faults pushed while it is open at a client that can't pull", async () => {
    const server = await start({ capabilities: PLAIN });
    const uri = await server.open(uriOf("baogao.yaml"), BROKEN, "yaml");
    const pushed = await until("the push", () => server.publishedFor(uri));
    expect(pushed.diagnostics.map(({ code }) => code)).toEqual(["config/invalid"]);
    await server.replace(uri, "loud", "hint");
    await until("the empty push", () => server.publishedFor(uri)?.diagnostics.length === 0);
  });

  it("comes and goes with its workspace folder", async () => {
    writeFileSync(join(folder, "baogao.yaml"), BROKEN);
    const server = await start({ initialize: { workspaceFolders: [] } });
    const own = { uri: pathToFileURL(folder).href, name: "w" };
    await server.notify("workspace/didChangeWorkspaceFolders", { event: { added: [own], removed: [] } });
    await until("the push", () => server.published.at(-1)?.diagnostics.length === 1);
    await server.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [own] } });
    await until("the empty push", () => server.published.at(-1)?.diagnostics.length === 0);
  });

  it("is found at the root of a client without workspace folders", async () => {
    writeFileSync(join(folder, "baogao.yml"), "rules:\n  placeholder/unfilled: off\n");
    const initialize = { workspaceFolders: null, rootUri: pathToFileURL(folder).href };
    const server = await start({ capabilities: { ...ABLE, workspace: {} }, initialize });
    const uri = await server.open(uriOf("report.md"), REPORT);
    expect(await severities(server, uri)).not.toHaveProperty("placeholder/unfilled");
  });
});

import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from "vscode-languageserver/node";
import { bundleServer } from "./bundle.ts";
import { PLAIN, ServerHandle, until } from "./serverHandle.ts";
import { REPORT } from "./texts.ts";

let script: string;
let server: ServerHandle;

beforeAll(async () => {
  script = await bundleServer("test/protocol/fixtures/faultyServer.ts");
});

beforeEach(async () => {
  server = await ServerHandle.start({ script });
});

afterEach(() => server.kill());

describe("a check that goes on", () => {
  it("ends with RequestCancelled when the client cancels it, and others are answered meanwhile", async () => {
    const uri = await server.open("file:///endless.md", `${REPORT}［永不结束］`);
    const source = new CancellationTokenSource();
    const pulled = server.connection
      .sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token)
      .catch((error: { code: number }) => error.code);
    expect(await server.symbols(uri)).not.toEqual([]);
    source.cancel();
    expect(await pulled).toBe(LSPErrorCodes.RequestCancelled);
  });

  it("gives way to a newer version and asks to be pulled again", async () => {
    const uri = await server.open("file:///endless.md", `${REPORT}［永不结束］`);
    const pulled = server.pull(uri).catch((error: unknown) => error);
    await server.replace(uri, "［永不结束］", "");
    expect(await pulled).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    expect(await server.diagnostics(uri)).not.toEqual([]);
  });

  it("ends when its document is closed", async () => {
    const uri = await server.open("file:///endless.md", `${REPORT}［永不结束］`);
    const pulled = server.pull(uri).catch((error: { code: number }) => error.code);
    await server.close(uri);
    expect(await pulled).toBe(LSPErrorCodes.ServerCancelled);
  });
});

describe("a handler that throws", () => {
  it("answers with an error, is logged, and the server stays up", async () => {
    const broken = await server.open("file:///broken.md", `${REPORT}［出错］`);
    const internal = { code: ErrorCodes.InternalError };
    await expect(server.pull(broken)).rejects.toMatchObject(internal);
    await expect(server.symbols(broken)).rejects.toMatchObject(internal);
    for (const message of ["the check broke", "the outline broke", "a timer broke", "a promise broke"]) {
      await until(message, () => server.logs.some((log) => log.includes(message)));
    }
    const uri = await server.open("file:///report.md", REPORT);
    expect(await server.symbols(uri)).not.toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  it("is logged where diagnostics are pushed, too", async () => {
    const plain = await ServerHandle.start({ script, capabilities: PLAIN });
    try {
      await plain.open("file:///broken.md", `${REPORT}［出错］`);
      await until("the log line", () => plain.logs.some((log) => log.includes("the check broke")));
      const uri = await plain.open("file:///report.md", REPORT);
      await until("the push", () => plain.publishedFor(uri));
    } finally {
      plain.kill();
    }
  });
});

import { describe, expect, it } from "vitest";
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from "vscode-languageserver/node";
import { PLAIN, until } from "./serverHandle.ts";
import { freshUri, useServers } from "./servers.ts";
import { REPORT } from "./texts.ts";

const servers = useServers("test/protocol/fixtures/faultyServer.ts");

describe("a check that goes on", () => {
  it("ends with RequestCancelled when the client cancels it, and others are answered meanwhile", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), `${REPORT}［永不结束］`);
    const source = new CancellationTokenSource();
    const pulled = server.connection
      .sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token)
      .catch((error: { code: number }) => error.code);
    expect(await server.symbols(uri)).not.toEqual([]);
    source.cancel();
    expect(await pulled).toBe(LSPErrorCodes.RequestCancelled);
  });

  it("gives way to a newer version and asks to be pulled again", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), `${REPORT}［永不结束］`);
    const pulled = server.pull(uri).catch((error: unknown) => error);
    await server.replace(uri, "［永不结束］", "");
    expect(await pulled).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    expect(await server.diagnostics(uri)).not.toEqual([]);
  });

  it("ends when its document is closed", async () => {
    const server = await servers.shared();
    const uri = await server.open(freshUri(), `${REPORT}［永不结束］`);
    const pulled = server.pull(uri).catch((error: { code: number }) => error.code);
    await server.close(uri);
    expect(await pulled).toBe(LSPErrorCodes.ServerCancelled);
  });
});

describe("a rule that throws", () => {
  it("is logged with its id and drops only its own findings", async () => {
    const server = await servers.shared();
    const sound = await server.open(freshUri(), REPORT);
    const crashing = await server.open(freshUri(), `${REPORT}［规则出错］`);
    expect(await server.diagnostics(crashing)).toEqual(await server.diagnostics(sound));
    await until("the log line", () => server.logs.some((log) => /test\/crash.*the rule broke/s.test(log)));
  });
});

describe("a handler that throws", () => {
  it("answers with an error, is logged, and the server stays up", async () => {
    const server = await servers.start();
    const broken = await server.open(freshUri(), `${REPORT}［出错］`);
    const internal = { code: ErrorCodes.InternalError };
    await expect(server.pull(broken)).rejects.toMatchObject(internal);
    await expect(server.symbols(broken)).rejects.toMatchObject(internal);
    for (const message of ["the check broke", "the outline broke", "a timer broke", "a promise broke"]) {
      await until(message, () => server.logs.some((log) => log.includes(message)));
    }
    const uri = await server.open(freshUri(), REPORT);
    expect(await server.symbols(uri)).not.toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  it("is logged where diagnostics are pushed, too", async () => {
    const server = await servers.start({ capabilities: PLAIN });
    await server.open(freshUri(), `${REPORT}［出错］`);
    await until("the log line", () => server.logs.some((log) => log.includes("the check broke")));
    const uri = await server.open(freshUri(), REPORT);
    await until("the push", () => server.publishedFor(uri));
  });
});

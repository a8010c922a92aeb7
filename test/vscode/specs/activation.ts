import * as assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, open } from "../support/editor.ts";
import { api } from "../support/extension.ts";
import { until } from "../support/until.ts";

describe("activation", () => {
  after(closeAll);

  it("comes with the first Markdown file", async () => {
    await open("2025年度述职报告.md");
    const extension = vscode.extensions.getExtension("baogao.baogao");
    assert.ok(extension, "the extension is installed");
    await until("the extension to be active", () => extension.isActive);
  });

  it("starts a language server of its own", async () => {
    const given = await api();
    const pid = await until("the server", () => given.serverPid());
    assert.equal(process.kill(pid, 0), true);
    assert.notEqual(pid, process.pid);
  });

  it("registers every command of the manifest", async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    const contributed: { command: string }[] =
      vscode.extensions.getExtension("baogao.baogao")?.packageJSON.contributes.commands ?? [];
    assert.ok(contributed.length > 0, "the manifest contributes commands");
    assert.deepEqual(
      contributed.map((each) => each.command).filter((id) => !all.has(id)),
      [],
    );
  });
});

import * as assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, openText, putCursor, type, untilFindings } from "../support/editor.ts";
import { api } from "../support/extension.ts";
import { withoutPlan } from "../support/reports.ts";
import { until } from "../support/until.ts";

describe("restart", () => {
  after(closeAll);

  it("follows when the server was killed, and the findings come again", async () => {
    const editor = await openText(withoutPlan);
    await untilFindings(editor.document.uri, "structure/missing-section", (found) => found.length === 1);
    const given = await api();
    const first = await until("the server", () => given.serverPid());
    process.kill(first, "SIGKILL");
    const second = await until("another server", () => {
      const pid = given.serverPid();
      return pid !== undefined && pid !== first ? pid : undefined;
    });
    assert.equal(process.kill(second, 0), true);
    putCursor(editor, withoutPlan.indexOf("十二次"));
    await type("XX");
    await untilFindings(editor.document.uri, "placeholder/unfilled", (found) => found.length === 1);
  });

  it("is there as a command", async () => {
    const { document } = await openText(withoutPlan);
    await untilFindings(document.uri, "structure/missing-section", (found) => found.length === 1);
    const given = await api();
    const first = await until("the server", () => given.serverPid());
    await vscode.commands.executeCommand("baogao.restartServer");
    await until("another server", () => {
      const pid = given.serverPid();
      return pid !== undefined && pid !== first;
    });
    await untilFindings(document.uri, "structure/missing-section", (found) => found.length === 1);
  });
});

import * as assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { closeAll, openText } from "../support/editor.ts";
import { withoutPlan } from "../support/reports.ts";
import { until } from "../support/until.ts";

type Tree = [name: string, children: Tree[]];

function tree(symbols: readonly vscode.DocumentSymbol[]): Tree[] {
  return symbols.map((symbol) => [symbol.name, tree(symbol.children)]);
}

function find(symbols: readonly vscode.DocumentSymbol[], name: string): vscode.DocumentSymbol | undefined {
  for (const symbol of symbols) {
    const hit = symbol.name === name ? symbol : find(symbol.children, name);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

describe("outline", () => {
  after(closeAll);

  it("shows the numbered sections below the title, and the series as another kind of symbol", async () => {
    const { document } = await openText(withoutPlan);
    const ours = await until("our outline", async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      // VS Code's own Markdown outline lists the title alone and may answer first.
      return symbols?.find((symbol) => find([symbol], "一、履职工作主要做法和成效"));
    });
    assert.deepEqual(tree([ours]), [
      [
        "区水务局党支部书记2025年度抓基层党建工作述职报告",
        [
          [
            "一、履职工作主要做法和成效",
            [
              ["（一）建强支部班子", []],
              ["（二）服务中心工作", []],
            ],
          ],
          [
            "二、存在的主要问题及原因分析",
            [
              ["一是理论学习不够深入", []],
              ["二是联系群众不够经常", []],
            ],
          ],
        ],
      ],
    ]);
    const section = find([ours], "（一）建强支部班子");
    const series = find([ours], "一是理论学习不够深入");
    assert.notEqual(section?.kind, series?.kind);
    assert.equal(document.getText(section?.selectionRange).replace("。", ""), "（一）建强支部班子");
    assert.match(document.getText(section?.range), /九成以上。/);
  });
});

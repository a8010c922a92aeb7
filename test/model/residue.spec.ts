import { describe, expect, it } from "vitest";
import { residueMarkers } from "../../server/src/model/facts/residue.ts";
import { mark, marked } from "../support/marked.ts";
import { documentOf } from "../support/report.ts";

const shown = (text: string) => mark(text, residueMarkers(documentOf(text).blocks[0]!));

describe("residue marks", () => {
  it.each([
    "⟦##paidbegin##⟧（二）学习",
    "抓好基层⟦##paidend##⟧党建",
    "⟦$$paidbegin$$⟧甲⟦$$paidend$$⟧",
    "⟦## paid begin ##⟧",
    "⟦##PaidBegin##⟧",
  ])("%s", (source) => {
    expect(shown(marked(source).text)).toBe(source);
  });

  it.each(["## paid 内容", "prepaid begin", "#paidbegin#", "正文"])("are not in %s", (text) => {
    expect(shown(text)).toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import { emphases } from "../../server/src/model/facts/emphasis.ts";
import { mark, marked } from "../support/marked.ts";
import { documentOf } from "../support/report.ts";

const shown = (text: string) =>
  mark(
    text,
    emphases(documentOf(text).blocks[0]!).map(({ span }) => span),
  );

describe("emphasis", () => {
  it.each([
    "⟦**重点**⟧工作",
    "⟦*重点*⟧工作",
    "⟦**重点**⟧项目",
    "党员⟦**12**⟧名",
    "听众⟦**三千**⟧人次",
    "完成率⟦**98.5%**⟧，⟦**3**⟧个项目",
    "⟦**（一）学习。**⟧全年学习",
    "⟦**（一）学习。**⟧全年⟦**认真**⟧学习",
    "⟦**（一）学习。**⟧全年⟦**认真**⟧学习⟦**原文**⟧",
    "⟦__重点__⟧ 工作",
    "⟦**全文加粗。有两句。**⟧",
    "⟦*⟦**重点**⟧*⟧",
  ])("%s", (source) => {
    expect(shown(marked(source).text)).toBe(source);
  });

  it.each([
    "共*次，培训*次",
    "前**开会。下乡**后",
    `前**${"深".repeat(41)}**后`,
    "**次会议**次",
    "2*3*4",
    "\\*\\*重点\\*\\*",
    "__重点__工作",
  ])("is not %s", (text) => {
    const pairs = emphases(documentOf(text).blocks[0]!).filter(({ span }) =>
      /[\u3400-\u9fff]/.test(text.slice(span.start, span.end)),
    );
    expect(pairs).toEqual([]);
  });
});

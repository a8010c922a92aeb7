import { describe, expect, it } from "vitest";
import type { ReportSymbol } from "../../server/src/service/service.ts";
import { mark } from "../support/marked.ts";
import { sourceOf, testService } from "../support/report.ts";

function drawn(symbols: readonly ReportSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ name, kind, children }) => [
    `${"  ".repeat(depth)}${kind} ${name}`,
    ...drawn(children, depth + 1),
  ]);
}

const outlineOf = (text: string, forceReport = true) => testService().symbols(sourceOf(text, { forceReport }));
const foldsOf = (text: string, forceReport = true) =>
  mark(
    text,
    testService()
      .folding(sourceOf(text, { forceReport }))
      .map(({ span }) => span),
  );

describe("symbols", () => {
  it("nest title, 一、, （一）, 1. and （1）, with series as leaves", () => {
    const text = [
      "# 区水务局2024年工作总结",
      "一、主要工作和成效",
      "（一）抓管网检修。全年检修三处。",
      "1.检修主管网。",
      "（1）城东片区。",
      "一是查漏点，二是换管道。",
      "（二）抓供水保障。",
      "二、存在的问题",
      "首先，人手不够。其次，设备老旧。",
    ].join("\n");
    expect(drawn(outlineOf(text))).toEqual([
      "title 区水务局2024年工作总结",
      "  section 一、主要工作和成效",
      "    section （一）抓管网检修",
      "      section 1.检修主管网",
      "        section （1）城东片区",
      "          series 一是查漏点",
      "          series 二是换管道",
      "    section （二）抓供水保障",
      "  section 二、存在的问题",
      "    series 首先，人手不够",
      "    series 其次，设备老旧",
    ]);
  });

  it("take hashes by their depth, with and without a number", () => {
    expect(drawn(outlineOf("# 2024年工作总结\n\n## 一、工作情况\n\n### 检修\n\n好。\n\n## 二、问题\n\n少。"))).toEqual([
      "title 2024年工作总结",
      "  section 一、工作情况",
      "    section 检修",
      "  section 二、问题",
    ]);
  });

  it("cover a section with `range` and its heading with `selectionRange`", () => {
    const text = "# 2024年工作总结\n\n一、工作情况。全年平稳。\n\n补记。\n\n二、问题\n\n少。\n";
    const [first, second] = outlineOf(text)[0]!.children;
    expect(mark(text, [first!.range, first!.selectionRange, second!.range, second!.selectionRange])).toBe(
      "# 2024年工作总结\n\n⟦⟦一、工作情况⟧。全年平稳。\n\n补记。\n⟧\n⟦⟦二、问题⟧\n\n少。\n⟧",
    );
  });

  it("say which slot a section fills", () => {
    const [title] = outlineOf("# 区水务局2024年工作总结\n\n一、主要工作和成效\n\n好。\n\n二、存在的问题\n\n少。");
    expect(title!.detail).toBe("年度工作总结");
    expect(title!.children.map(({ detail }) => detail)).toEqual(["主要工作和成效", "存在的问题"]);
  });

  it("are none in a document that is no report", () => {
    expect(outlineOf("# React 知识点总结\n\n一、组件\n\n函数。", false)).toEqual([]);
  });

  it("go ten levels deep without losing one", () => {
    const marks = ["第一部分 总", "一、甲", "（一）乙", "1.丙", "（1）丁", "①戊"];
    const names = drawn(outlineOf(["# 2024年工作总结", ...marks].join("\n")));
    expect(names).toHaveLength(marks.length + 1);
    expect(names.map((name) => name.search(/\S/) / 2)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe("folding", () => {
  it("covers a section up to its last line with text, and front matter", () => {
    const text = "---\nkind: 工作总结\n---\n# 2024年工作总结\n\n一、工作\n\n好。\n\n二、问题\n\n少。\n\n";
    expect(foldsOf(text)).toBe(
      "⟦---\nkind: 工作总结\n---⟧\n# 2024年工作总结\n\n⟦一、工作\n\n好。⟧\n\n⟦二、问题\n\n少。⟧\n\n",
    );
  });

  it("leaves out what stands in one line, and what is no report", () => {
    expect(foldsOf("# 2024年工作总结\n（一）抓检修。好。\n（二）抓供水。好。")).not.toContain("⟦");
    expect(foldsOf("# 产品说明\n\n一、安装\n\n运行。", false)).not.toContain("⟦");
  });
});

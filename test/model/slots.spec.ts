import { describe, expect, it } from "vitest";
import { slots } from "../../server/src/model/facts/slots.ts";
import { documentOf } from "../support/report.ts";

function read(...lines: readonly string[]) {
  const { bySection, filled } = documentOf(lines.join("\n")).derive(slots);
  return {
    sections: Object.fromEntries([...bySection].map(([{ heading }, found]) => [heading.name, found.join("+")])),
    filled: [...filled].sort(),
  };
}

describe("slots", () => {
  it("come from the headings, two from a combined one", () => {
    expect(
      read("2024年工作总结", "一、主要成效", "好。", "二、存在的问题及原因分析", "少。", "三、下一步打算", "干。"),
    ).toEqual({
      sections: { "一、主要成效": "WORK", "二、存在的问题及原因分析": "ISSUE+CAUSE", "三、下一步打算": "PLAN" },
      filled: ["CAUSE", "ISSUE", "PLAN", "WORK"],
    });
  });

  it("do not mind emphasis and the mark that ends a heading", () => {
    expect(read("一、**存在的问题**。", "少。", "二、下一步打算：", "干。").filled).toEqual(["ISSUE", "PLAN"]);
  });

  it("may be met by a heading of the second level, not by a deeper one", () => {
    expect(read("一、抓队伍建设", "（一）存在的问题", "少。").filled).toContain("ISSUE");
    expect(read("一、抓队伍建设", "（一）下一步打算", "干。").filled).toContain("PLAN");
    expect(read("一、抓队伍建设", "（一）抓班子", "1.下一步打算", "干。").filled).not.toContain("PLAN");
  });

  it.each([
    "虽有成绩，但仍存在学习不深等问题。",
    "工作中还有不少差距。",
    "队伍建设面临人手紧的困难。",
    "问题主要表现为学习不深。",
    "不足是创新少。",
  ])("take a sentence for the problems: %s", (sentence) => {
    expect(read("一、工作情况", sentence, "二、下步打算", "干。").filled).toContain("ISSUE");
  });

  it.each([
    "解决了长期存在的问题三个。",
    "针对存在的不足，制定措施。",
    "群众反映的问题有效解决。",
    "问题有所缓解。",
    "坚持问题导向，攻坚克难。",
  ])("do not take work for the problems: %s", (sentence) => {
    expect(read("一、工作情况", sentence, "二、下步打算", "干。").filled).not.toContain("ISSUE");
  });

  it("come from the place where the headings tell nothing", () => {
    expect(
      read("一、抓理论", "好。", "二、抓队伍", "学习不够。", "作风不实，力度不强。", "三、抓未来", "干。").sections,
    ).toEqual({
      "一、抓理论": "WORK",
      "二、抓队伍": "ISSUE",
      "三、抓未来": "PLAN",
    });
    expect(read("一、抓理论", "好。", "二、抓队伍", "好。").sections).toEqual({ "一、抓理论": "WORK" });
    expect(read("一、抓理论", "好。").sections).toEqual({});
  });

  it("never come from the place where a heading tells already", () => {
    expect(read("一、主要成效", "好。", "二、问题", "少。", "三、抓理论", "好。").sections).toEqual({
      "一、主要成效": "WORK",
      "二、问题": "ISSUE",
      "三、抓理论": "PLAN",
    });
    expect(read("一、下步打算", "干。", "二、主要成效", "好。", "三、抓理论", "好。").sections).toEqual({
      "一、下步打算": "PLAN",
      "二、主要成效": "WORK",
    });
  });

  it("have an opening where text stands between title and first section", () => {
    const opening = "现将一年来的工作情况报告如下，请各位领导和同志们批评指正。";
    expect(read("2024年工作总结", opening, "一、主要成效", "好。").filled).toContain("INTRO");
    expect(read("2024年工作总结", "各位领导：", "一、主要成效", opening).filled).not.toContain("INTRO");
  });
});

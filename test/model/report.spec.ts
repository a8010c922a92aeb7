import { describe, expect, it } from "vitest";
import { report } from "../../server/src/model/facts/report.ts";
import type { DocumentContext } from "../../server/src/model/reportDocument.ts";
import { documentOf } from "../support/report.ts";

function read(text: string, context: Partial<DocumentContext> = {}) {
  const found = documentOf(text, { forced: false, ...context }).derive(report);
  return { isReport: found.isReport, kinds: found.kinds.map(({ id }) => id), year: found.year };
}

const known = "\n\n一、工作开展情况\n正文\n二、存在的问题\n正文\n";

describe("a report", () => {
  it.each([
    ["2024年度述职报告", ["personal-duty"]],
    ["# 述职报告", ["personal-duty"]],
    ["区水务局\n2024年工作总结", ["work-summary"]],
    ["2024年工作要点", ["general"]],
    ["党支部书记抓基层党建工作述职报告", ["party-building"]],
    ["2022年支部书记抓党建述职暨述责述廉报告", ["party-building", "integrity"]],
    ["民主生活会个人对照检查材料", ["self-examination"]],
    ["2024年总结", ["work-summary"]],
    ["县民政局关于养老服务的调研报告", ["research"]],
    ["党支部学习总结", ["general"]],
    ["局长在防汛动员会上的讲话", ["speech"]],
    ["在【请填：会议名称】上的讲话", ["speech"]],
    [`# 总结${known}`, ["general"]],
    [`关于养老服务的调研报告${known}`, ["research"]],
    [known, ["general"]],
    [`# 总结\n\n## 主要做法\n正文\n## 下一步打算\n正文`, ["general"]],
  ])("%s", (text, kinds) => {
    expect(read(text)).toMatchObject({ isReport: true, kinds });
  });

  it.each([
    "",
    "# React 知识点总结",
    "# 2024年 React 学习总结",
    "# 前端框架调研报告\n\n## 基本情况\n\n## 存在的问题",
    "# README\n\n## 基本情况\n\n## 存在的问题",
    `# 产品介绍${known}`,
    "# 总结",
    "在动员会上的讲话",
    "# 关于缓存的调研\n\n## 背景\n\n## 现状\n\n## 方案",
    "## 背景\n\n## 现状\n\n## 选型",
    "# 支付网关\n\n## 背景\n\n## 现状\n\n## 存在的问题\n\n## 下一步计划",
    `# 购物清单${known}`,
    "# 智能客服平台\n\n一、基本情况\n二、主要成效",
    "```\n2024年工作总结\n```",
    "<!-- 2024年工作总结 -->",
    "一、工作开展情况\n正文",
  ])("is not %j", (text) => {
    expect(read(text)).toEqual({ isReport: false, kinds: [], year: null });
  });

  it("is what the context says", () => {
    expect(read("正文", { forced: true })).toMatchObject({ isReport: true, kinds: ["general"] });
    expect(read("# README", { forced: true, kind: "research" })).toMatchObject({ kinds: ["research"] });
    expect(read("# README", { kind: "research" }).isReport).toBe(false);
    expect(read("# 2024年工作总结", { excluded: true }).isReport).toBe(false);
    expect(read("# 2024年工作总结", { excluded: true, forced: true }).isReport).toBe(false);
  });

  it("has the kind and year of its front matter first, of the context next, of its title last", () => {
    const matter = "---\nkind: 讲话稿\nyear: 2022\n---\n";
    expect(read(`${matter}# 2024年工作总结`, { kind: "research" })).toMatchObject({ kinds: ["speech"], year: 2022 });
    expect(read("# 2024年工作总结", { kind: "research" })).toMatchObject({ kinds: ["research"], year: 2024 });
  });

  it("falls back on the title where its kind is unknown", () => {
    expect(read("# 2024年工作总结", { kind: "无此类" }).kinds).toEqual(["work-summary"]);
  });
});

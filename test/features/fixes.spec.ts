import { describe, expect, it } from "vitest";
import type { Settings } from "../../server/src/service/service.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { marked } from "../support/marked.ts";
import { sourceOf, testService } from "../support/report.ts";

const body = "全年平稳。";

async function actionsAt(source: string, settings: Partial<Settings> = {}) {
  const { text, ranges, cursor } = marked(source);
  const range = ranges[0] ?? (cursor === -1 ? { start: 0, end: text.length } : { start: cursor, end: cursor });
  return { text, actions: await testService().actions(sourceOf(text, settings), range, ["quickfix"]) };
}

/** The document after the quick fix whose title holds `title`. */
async function fixed(source: string, title: string, settings: Partial<Settings> = {}): Promise<string> {
  const { text, actions } = await actionsAt(source, settings);
  const action = actions.find((each) => each.title.includes(title));
  if (!action) throw new Error(`no fix says ${title}: ${actions.map((each) => each.title).join("；")}`);
  return applyEdits(text, action.edits());
}

const insert = (source: string, settings?: Partial<Settings>) => fixed(source, "插入“存在的问题”", settings);
const headings = (text: string) => text.split(/\r\n|\r|\n/).filter((line) => /^(?:#+ |[一二三四五六七]、)/.test(line));
const rulesIn = async (text: string) =>
  (await testService().check(sourceOf(text))).findings
    .map(({ rule }) => rule)
    .filter((rule) => !rule.startsWith("placeholder"));

describe("a missing section", () => {
  it("goes where it belongs and renumbers what follows", async () => {
    const text = await insert(`# 2024年工作总结\n\n一、主要工作和成效\n\n${body}\n\n二、下一步工作打算\n\n${body}\n`);
    expect(headings(text)).toEqual(["# 2024年工作总结", "一、主要工作和成效", "二、存在的问题", "三、下一步工作打算"]);
    expect(text).toContain(`${body}\n\n二、存在的问题\n\n在总结成绩的同时`);
    expect(text).toMatch(/。\n\n三、下一步工作打算\n\n全年平稳。\n$/);
    expect(await rulesIn(text)).toEqual([]);
  });

  it("takes the hashes and numbers of the document", async () => {
    const text = await insert(
      `# 2024年工作总结\n\n## 一、主要工作和成效\n\n${body}\n\n## 二、下一步工作打算\n\n${body}\n`,
    );
    expect(headings(text).slice(1)).toEqual(["## 一、主要工作和成效", "## 二、存在的问题", "## 三、下一步工作打算"]);
    expect(await rulesIn(text)).toEqual([]);
  });

  it("takes no number where the document has none", async () => {
    const text = await insert(`# 2024年工作总结\n\n## 主要工作和成效\n\n${body}\n\n## 下一步工作打算\n\n${body}\n`);
    expect(headings(text).slice(1)).toEqual(["## 主要工作和成效", "## 存在的问题", "## 下一步工作打算"]);
    expect(await rulesIn(text)).toEqual([]);
  });

  it.each(["\n", "\r\n"])(
    "sets no blank lines where the document has none, and keeps its line ends (%j)",
    async (eol) => {
      const text = await insert(["2024年工作总结", "一、主要工作和成效", body, "二、下一步工作打算", body].join(eol));
      expect(text).not.toContain(eol + eol);
      expect(text.replaceAll(eol, "")).not.toMatch(/[\r\n]/);
      expect(headings(text)).toEqual(["一、主要工作和成效", "二、存在的问题", "三、下一步工作打算"]);
    },
  );

  it.each([
    ["a signature", "区水务局\n\n2024年12月30日\n"],
    ["closing words", "特此报告。\n"],
    ["closing words and a signature", "特此报告。\n\n区水务局\n\n2024年12月30日\n"],
    ["residue", "##paidend##\n"],
    ["an attachment", "附件\n\n一、名单\n\n张三。\n"],
  ])("goes before %s at the end", async (_what, end) => {
    const source = `# 2024年工作总结\n\n一、主要工作和成效\n\n${body}\n\n二、存在的问题\n\n人手不够。\n\n${end}`;
    const text = await fixed(source, "插入“下一步工作打算”");
    expect(text.endsWith(`。\n\n${end}`)).toBe(true);
    expect(text).toContain("人手不够。\n\n三、下一步工作打算\n\n一是");
  });

  it("goes before the first section when all others come behind it", async () => {
    const text = await fixed(
      `# 2024年工作总结\n\n一、存在的问题\n\n人手不够。\n\n二、下一步工作打算\n\n${body}\n`,
      "插入“主要工作和成效”",
    );
    expect(headings(text).slice(1)).toEqual(["一、主要工作和成效", "二、存在的问题", "三、下一步工作打算"]);
  });

  it("is found on the title, one finding for each, and nowhere when nothing is missing", async () => {
    const { actions } = await actionsAt("# ⟦2024年工作总结⟧\n");
    expect(actions.map(({ title }) => title)).toEqual([
      "插入“主要工作和成效”一节",
      "插入“存在的问题”一节",
      "插入“下一步工作打算”一节",
    ]);
  });
});

describe("a gap in the numbers", () => {
  const lost = `# 2024年工作总结\n\n一、主要工作和成效\n\n（一）抓检修。${body}\n\n抓供水保障。${body}\n\n（三）抓服务。${body}\n`;

  it("is closed by the mark that was lost", async () => {
    expect(await fixed(lost, "补上“（二）”")).toBe(lost.replace("抓供水", "（二）抓供水"));
  });

  it("is closed by moving up what follows", async () => {
    expect(await fixed(lost, "其后依次前移")).toBe(lost.replace("（三）", "（二）"));
  });
});

describe("other repairs", () => {
  it("number siblings anew", async () => {
    const source = `# 2024年工作总结\n\n一、主要工作和成效\n\n${body}\n\n一、存在的问题\n\n少。\n\n二、下一步工作打算\n\n${body}`;
    expect(headings(await fixed(source, "重新编号")).slice(1)).toEqual([
      "一、主要工作和成效",
      "二、存在的问题",
      "三、下一步工作打算",
    ]);
  });

  it("make the brackets of a number one width", async () => {
    const source = `# 2024年工作总结\n\n一、主要工作和成效\n\n（一）抓检修。${body}\n\n(二）抓供水。${body}\n`;
    expect(await fixed(source, "改为“（二）”")).toBe(source.replace("(二）", "（二）"));
  });

  it("escape every star that Markdown would swallow", async () => {
    const source = "# 2024年工作总结\n\n走访*户，培训*次，宣讲\\*场。";
    expect(await fixed(source, "转义全部")).toBe("# 2024年工作总结\n\n走访\\*户，培训\\*次，宣讲\\*场。");
  });

  it("are offered where the cursor is, and only of the kind that was asked for", async () => {
    const service = testService();
    const { text, cursor } = marked("# 2024年工作总结\n\n一、主要工作和成效##paidbegin##\n\n全年‸平稳。\n");
    const at = { start: cursor, end: cursor };
    expect(await service.actions(sourceOf(text), at)).toEqual([]);
    expect(await service.actions(sourceOf(text), { start: 0, end: text.length }, ["refactor"])).toEqual([]);
    const [all, ...rest] = await service.actions(sourceOf(text), at, ["source"]);
    expect(rest).toEqual([]);
    expect(all).toMatchObject({ kind: "source.fixAll.baogao", title: "修复全部可以安全修复的问题" });
    expect(applyEdits(text, all!.edits())).toBe(text.replace("##paidbegin##", ""));
  });

  it("have English titles in English", async () => {
    const { actions } = await actionsAt("# ⟦2024年工作总结⟧\n", { locale: "en" });
    expect(actions[0]!.title).toMatch(/^Insert the section/);
  });
});

describe("fix-all", () => {
  it("repairs all that is safe, to a fixed point, and nothing that is a choice", async () => {
    const text = `# 2024年工作总结\n\n一、主要工作和成效\n\n（一）抓检\u200b修。##paidbegin##${body}\n\n(二）抓供水*次。${body}\n\n（四）抓服务。${body}`;
    const edits = await testService().fixAll(sourceOf(text));
    expect(applyEdits(text, edits)).toBe(
      `# 2024年工作总结\n\n一、主要工作和成效\n\n（一）抓检修。${body}\n\n（二）抓供水*次。${body}\n\n（四）抓服务。${body}`,
    );
  });

  it("does nothing in what is no report", async () => {
    const source = sourceOf("# React 知识点总结\n\n组\u200b件##paidbegin##", { forceReport: false });
    expect(await testService().fixAll(source)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { type PlaceholderForm, placeholders } from "../../server/src/model/facts/placeholders.ts";
import { mark, marked } from "../support/marked.ts";
import { documentOf } from "../support/report.ts";

/** The text with its placeholders marked. */
function shown(text: string): string {
  const found = documentOf(text).derive(placeholders);
  return mark(
    text,
    found.map(({ span }) => span),
  );
}

/** Each text is marked where a blank is, and nowhere else. */
function finds(form: PlaceholderForm, sources: readonly string[]): void {
  it.each(sources)("%s", (source) => {
    const { text } = marked(source);
    expect(shown(text)).toBe(source);
    const forms = documentOf(text)
      .derive(placeholders)
      .map(({ inBlock }) => inBlock.form);
    expect(new Set(forms)).toEqual(new Set([form]));
  });
}

function spares(sources: readonly string[]): void {
  it.each(sources)("not %s", (text) => {
    expect(shown(text)).toBe(text);
  });
}

describe("stars", () => {
  finds("star", [
    "全年召开支委会⟦*⟧次，开展培训⟦*⟧次",
    "全年召开支委会⟦\\*⟧次，开展培训⟦\\*⟧次",
    "走访⟦**⟧户，帮扶⟦***⟧人",
    "⟦**⟧年⟦**⟧月⟦**⟧日",
    "党员⟦*⟧名、预备党员⟦*⟧名",
    "第⟦*⟧季度收入约⟦*⟧",
    "获评“十佳⟦*⟧”称号",
    "印发《⟦*⟧》和《⟦**⟧方案》",
    "于⟦*⟧日前完成，于⟦*⟧日前报送",
    "⟦**⟧次会议研究",
    "| ⟦*⟧次 | ⟦*⟧人 |",
    "\t共⟦*⟧次",
    "**学习**⟦*⟧次",
    "~~⟦*⟧次~~",
  ]);
  spares([
    "**加强**党建工作",
    "*加强*党建工作",
    "**项目**建设",
    "**人才**队伍和**个人**表率",
    "**抓好重点**项目推进",
    "**（一）压实责任。**层层传导。",
    "**从严管理。** 坚持制度管人。",
    "**“四个意识”**不断增强",
    "2*3=6",
    "占地3*4米",
    "*注：数据来自月报",
    "\\*注：数据来自月报",
    "* 一张清单",
    "***",
    "* * *",
    "*[HTML]: 缩写",
  ]);

  it("take a pair for two blanks where a sentence ends inside it", () => {
    expect(shown("**开会。下乡**")).toBe("**开会。下乡**");
    expect(shown("先**开会。下乡**后")).toBe("先⟦**⟧开会。下乡⟦**⟧后");
  });

  it("take a pair for two blanks where it is longer than forty characters", () => {
    const long = "深".repeat(41);
    expect(shown(`前**${long.slice(1)}**后`)).toBe(`前**${long.slice(1)}**后`);
    expect(shown(`前**${long}**后`)).toBe(`前⟦**⟧${long}⟦**⟧后`);
  });
});

describe("crosses", () => {
  finds("cross", [
    "⟦XX⟧市⟦××⟧局⟦xx⟧单位",
    "⟦XXX⟧同志",
    "投入⟦XX⟧万元",
    "⟦XXXXXXXXXXXX⟧单位",
    "学习党的⟦XX⟧大精神",
    "⟦XX⟧",
    "（⟦XX⟧）",
    "[⟦XX⟧]",
    "[⟦XX⟧](a.md)",
    "**⟦XX⟧**局的**⟦XX⟧局**和*⟦xx⟧*街道",
    "![⟦XX⟧](a_XX.png)",
    "⟦X⟧市⟦X⟧县⟦X⟧镇",
    "召开⟦X⟧次，办结⟦X⟧项",
    "⟦X⟧年⟦X⟧月⟦X⟧日",
    "⟦XX⟧年⟦XX⟧月⟦XX⟧日",
    "    ⟦XX⟧局",
  ]);
  spares([
    "X光检查",
    "X射线",
    "X轴",
    "X级",
    "1+X证书试点",
    "X项目",
    "X人才计划",
    "OPPOXX型",
    "XX1号",
    "XXL码",
    "a_XX_b",
    "xx.com网站",
    "3×4米",
  ]);
});

describe("years and shares", () => {
  finds("year", ["⟦20XX⟧年", "⟦20xx⟧年度", "⟦20××⟧年", "⟦20**⟧年", "⟦202X⟧年", "⟦202*⟧年底", "⟦20XX⟧-2025"]);
  finds("percent", ["增长⟦XX%⟧", "增长⟦X.X%⟧", "增长⟦XX.X％⟧", "达⟦*%⟧"]);
  spares(["2023年", "120XX年", "A20XX", "5.5%"]);
});

describe("someone, circles", () => {
  finds("someone", ["⟦某某⟧局", "⟦某某⟧同志", "在⟦某某⟧学校", "⟦某某某⟧局", "⟦某⟧市⟦某某⟧镇"]);
  spares([
    "张某某",
    "张某某，男",
    "王某某局长到会",
    "李某",
    "某些同志",
    "某一环节",
    "某种程度",
    "在某市调研",
    "某单位",
  ]);
  finds("circle", ["⟦〇〇⟧局", "⟦○○⟧县"]);
  spares(["二〇〇三年", "二〇〇", "二○○八年"]);
});

describe("underscores", () => {
  finds("underscore", [
    "姓名：⟦____⟧",
    "⟦____⟧年⟦__⟧月⟦__⟧日",
    "单位：⟦\\_\\_\\_⟧",
    "**姓名：⟦____⟧**",
    "⟦_____⟧（单位）",
  ]);
  spares(["____", "___", "  _____  ", "__init__", "__粗体__", "调用 a__b__c", "文件_名_称", "_斜体_"]);
});

describe("brackets", () => {
  finds("emptyBracket", [
    "共⟦（ ）⟧次",
    "⟦（）⟧",
    "⟦（　　）⟧",
    "⟦【】⟧",
    "⟦【 】⟧",
    "工作⟦()⟧次",
    "⟦[ ]⟧ 是",
    "编号⟦〔 〕⟧",
  ]);
  finds("bracket", [
    "开展⟦【请填：次数】⟧次",
    "⟦（此处填写单位）⟧",
    "⟦（略）⟧",
    "⟦【待补充：数据】⟧",
    "⟦[待核实]⟧",
    "⟦(请填写姓名)⟧",
  ]);
  spares([
    "- [ ] 任务",
    "* [ ] 任务",
    "1. [ ] 任务",
    "（略称甲方）",
    "（待定）",
    "init()",
    "[ ](a.md)",
    "党委（党组）",
    "酒（醉）驾",
  ]);
});

describe("tags and variables", () => {
  finds("tag", ["⟦<单位名称>⟧", "⟦<XX>⟧局"]);
  spares(["《<决定>解读》", "<br>", "<b>粗体</b>", "1<2且3>2"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the blanks of templates.
  finds("variable", ["⟦{{次数}}⟧", "⟦{{ x }}⟧", "⟦${次数}⟧"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code that somebody quotes.
  spares(["${x}", "{单位}"]);

  it("are no blanks where the front matter defines them", () => {
    const head = "---\norg: 某局\nvars:\n  次数: 12\n  完成: true\n---\n";
    expect(shown(`${head}{{次数}}{{ org }}{{完成}}{{人数}}`)).toBe(`${head}{{次数}}{{ org }}{{完成}}⟦{{人数}}⟧`);
  });
});

describe("protected text", () => {
  spares([
    "用`*次`表示",
    "```\n共*次\n```",
    "~~~md\nXX局\n~~~",
    "<!-- 共*次 -->",
    "<!--\n共*次\n-->",
    "[链接](http://example.com/XX局)",
    "http://example.com/XX路",
    "---\norg: XX局\n---",
  ]);

  it("ends where its mark ends", () => {
    expect(shown("<!--\n共*次\n-->后*次")).toBe("<!--\n共*次\n-->后⟦*⟧次");
    expect(shown("<!-- 忘了收尾\n共*次")).toBe("<!-- 忘了收尾\n共⟦*⟧次");
    expect(shown("用`*次`表示*次")).toBe("用`*次`表示⟦*⟧次");
  });
});

it("carry what they say and the name of their variable", () => {
  const found = documentOf("第一行\n召开**次，{{人数}}人").derive(placeholders);
  expect(found.map(({ inBlock: { text, variable } }) => [text, variable])).toEqual([
    ["**", ""],
    ["{{人数}}", "人数"],
  ]);
});

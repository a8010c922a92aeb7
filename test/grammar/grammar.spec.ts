import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { marked, render, tokenize } from "./tokenize.ts";

const texts = new URL("texts/", import.meta.url);

beforeAll(() => {
  // The Markdown grammar names some sixty languages of fenced code; the library warns of each that is not loaded.
  vi.spyOn(console, "warn").mockImplementation((message: unknown) => {
    if (!String(message).startsWith("grammar not found")) throw new Error(String(message));
  });
});

describe("the injection grammars", () => {
  for (const name of readdirSync(texts).filter((file) => file.endsWith(".txt"))) {
    it(`scopes ${name} as its snapshot says`, async () => {
      const source = readFileSync(new URL(name, texts), "utf8");
      await expect(render(await tokenize(source))).toMatchFileSnapshot(`texts/${name}.snap`);
    });
  }
});

const PLACEHOLDER = "constant.other.placeholder.baogao";
const RESIDUE = "invalid.deprecated.residue.baogao";
const SERIES = "keyword.other.series.baogao";
const mark = (level: string) => `markup.list.numbered.mark.${level}.baogao`;

describe("marks", () => {
  it.each([
    ["一、主要工作", "一、", "level1"],
    ["## 二、存在问题", "二、", "level1"],
    ["### （一）抓学习", "（一）", "level2"],
    ["　　（十二）抓落实。正文", "（十二）", "level2"],
    ["&emsp;&emsp;(三）抓督查", "(三）", "level2"],
    ["**（一）抓学习。**正文", "（一）", "level2"],
    ["　　**一、基本情况**", "一、", "level1"],
    ["1．健全机制", "1．", "level3"],
    ["1\\.健全机制", "1\\.", "level3"],
    ["（2）明确分工", "（2）", "level4"],
    ["①建立清单", "①", "level5"],
    ["第二部分 下一步打算", "第二部分", "part"],
    ["# 第三章　工作打算", "第三章", "part"],
    ["\t四、缩进的段落", "四、", "level1"],
    ["> （一）引用里的标题", "（一）", "level2"],
  ])("%s", async (line, text, level) => {
    expect((await marked(line))[0]).toEqual([text, mark(level)]);
  });

  it("follows residue that was glued before it", async () => {
    expect(await marked("##paidbegin##二、存在问题")).toEqual([
      ["##paidbegin##", RESIDUE],
      ["二、", mark("level1")],
    ]);
  });

  it.each([
    "1.1 版本说明",
    "1.5亿元资金到位",
    "一、二季度完成投资过半",
    "根据第（四）项要求办理",
    "重点是**五、这不在行首**",
    "第三章规定了责任",
    "`一、行内代码`",
  ])("leaves %s alone", async (line) => {
    expect(await marked(line)).toEqual([]);
  });
});

describe("series words", () => {
  it("marks each word that opens a clause", async () => {
    const words = (
      await marked("做法有三。一是抓学习；二是抓制度。首先，统一思想。第二，改进作风。**三要**督查。")
    ).map(([word, scope]) => `${word} ${scope}`);
    expect(words).toEqual(["一是", "二是", "首先", "第二", "三要"].map((word) => `${word} ${SERIES}`));
  });

  it.each(["本年度考核第一名", "他最后离开会场", "说一是一"])("leaves %s alone", async (line) => {
    expect(await marked(line)).toEqual([]);
  });
});

describe("placeholders", () => {
  it.each([
    ["召开会议*次，培训*人次", ["*", "*"]],
    ["培训\\*人次，走访**户", ["\\*", "**"]],
    ["*县印发《**方案》", ["*", "**"]],
    ["XX局、××单位和X市共XXXX人", ["XX", "××", "X", "XXXX"]],
    ["20XX年完成率XX.X%", ["20XX", "XX.X"]],
    ["____年__月__日", ["____", "__", "__"]],
    ["共【请填：次数】次，占（　）", ["【请填：次数】", "（　）"]],
    ["见{{附件}}、<单位名称>和[XX]", ["{{附件}}", "<单位名称>", "[XX]"]],
    ["某某局、某市、〇〇年", ["某某", "某", "〇〇"]],
    ["| XX次 | *次 |\n| --- | --- |", ["XX", "*"]],
  ])("%s", async (line, expected) => {
    expect(await marked(line)).toEqual(expected.map((text) => [text, PLACEHOLDER]));
  });

  it.each([
    "**重点项目**和*个人总结*",
    "这是**重点**市直机关",
    "__重点__突出",
    "用X射线检查，型号MAXX10，1+X证书",
    "张某某和某些同志",
    "二〇〇三年",
    "[链接](https://example.com/XX局____)",
    "行内`XX局*次`代码",
    "<!-- XX局*次 -->",
  ])("leaves %s alone", async (line) => {
    expect(await marked(line)).toEqual([]);
  });

  it("leaves the Markdown around a placeholder to the Markdown grammar", async () => {
    const [line] = await tokenize("共*次，**重点**突出");
    const bold = line!.tokens.find(({ scopes }) => (scopes as readonly string[]).includes("markup.bold.markdown"));
    expect(bold?.startIndex).toBe(4);
  });
});

describe("residue", () => {
  it.each(["##paidend##", "$$paidbegin$$", "预览阅读已结束", "---此处隐藏512字,下载后查看---"])("%s", async (text) => {
    expect(await marked(`正文在前${text}`)).toEqual([[text, RESIDUE]]);
  });
});

import fc from "fast-check";

/** Any UTF-16 at all: lone surrogates, NUL, every control character. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x7f), fc.integer({ min: 0x4e00, max: 0x4fff })), { maxLength: 120 })
  .map((units) => String.fromCharCode(...units));

/** What upsets parsers, alone or in the middle of a line. */
const nasty = fc.constantFrom(
  "\ud83d",
  "\udc00",
  "\0",
  "\u200b",
  "\ufeff",
  "\u00a0",
  "\u2028",
  "\u0085",
  "\\",
  "```",
  "~~~",
  "<!--",
  "-->",
  "**",
  "*",
  "__",
  "[",
  "](",
  "`",
  "{{",
  "}}",
  "（",
  "《",
  "##paidbegin##",
  "$1",
  "👩‍🚒",
);

const numeral = fc.constantFrom("一", "二", "三", "四", "十", "十一", "二十", "一百零三", "廿");
const figure = fc.integer({ min: 0, max: 25 }).map(String);
const words = fc.constantFrom(
  "主要工作和成效",
  "存在的问题",
  "原因分析",
  "下一步工作打算",
  "抓学习，强本领",
  "抓落实",
  "服务群众",
  "季度",
  "附件",
);
const clause = fc.constantFrom(
  "全年开展志愿服务*次",
  "走访群众XX户",
  "办结某某局交办事项",
  "组织培训____次",
  "理论学习不够深入",
  "一是抓学习，二是抓落实，三是抓作风",
  "首先压实责任",
  "工作中还存在一些不足",
  "完成率达到**%",
  "由【请填：责任人】牵头",
  "出席（ ）次",
  "计划20XX年完成",
  "详见`*次`",
  "**重点工作**扎实推进",
  "学习*次，培训*次",
);
const sentence = fc.tuple(clause, fc.constantFrom("。", "；", "，", "！", "")).map(([text, stop]) => text + stop);

const mark = fc.oneof(
  numeral.map((text) => `${text}、`),
  fc
    .tuple(fc.constantFrom("（", "("), numeral, fc.constantFrom("）", ")"))
    .map(([open, text, close]) => open + text + close),
  fc.tuple(figure, fc.constantFrom(".", "、", "．", "\\.")).map(([text, stop]) => text + stop),
  fc
    .tuple(fc.constantFrom("（", "("), figure, fc.constantFrom("）", ")"))
    .map(([open, text, close]) => open + text + close),
  fc.constantFrom("①", "②", "1）", "第一部分 ", "第二章 "),
);
const lead = fc.constantFrom(
  "",
  "",
  "",
  "　　",
  "&emsp;",
  "# ",
  "## ",
  "### ",
  "**",
  "> ",
  "##paidbegin##",
  "\t",
  "    ",
);
const heading = fc
  .tuple(lead, mark, words, fc.constantFrom("", "。", "。全年开展检查*次。", "**", "：", " ##"))
  .map((parts) => parts.join(""));
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const special = fc.constantFrom(
  "",
  "",
  "```",
  "~~~~",
  "---",
  "<!-- 说明",
  "-->",
  "<!-- baogao-disable-next-line placeholder -->",
  "<!-- baogao-disable numbering -- 沿用旧稿 -->",
  "<!-- baogao-enable -->",
  "<!-- baogao-disable-file placeholder/unfilled -->",
  "# 区水务局2024年工作总结",
  "附件1",
  "特此报告。",
  "区水务局",
  "2024年12月30日",
  "| 项目 | 数量 |",
  "- [ ] 待办",
);

/** Some letters of one string, cut anywhere, with a nasty one put in. */
const spoilt = fc
  .tuple(fc.oneof(heading, paragraph), nasty, fc.nat(40))
  .map(([text, unit, at]) => text.slice(0, at) + unit + text.slice(at));

const line = fc.oneof(
  { weight: 4, arbitrary: heading },
  { weight: 4, arbitrary: paragraph },
  { weight: 2, arbitrary: special },
  { weight: 2, arbitrary: spoilt },
);

const head = fc.constantFrom(
  "# 区水务局2024年工作总结",
  "2024年度抓基层党建述职述责述廉报告",
  "---\nkind: 工作总结\nprofile: final\nvars: { 次数: 3 }\n---\n# 工作总结",
  "---\nkind: [\n---\n# 2024年度述职报告",
  "---\nyear: 2024",
  "React 知识点总结",
  "",
);
const eol = fc.constantFrom("\n", "\n", "\r\n", "\r");

/** Text in the genre, with whatever a paste from a website or a slip of the finger leaves in it. */
export const reportText: fc.Arbitrary<string> = fc
  .tuple(head, fc.array(line, { maxLength: 16 }), eol, fc.boolean())
  .map(([first, rest, end, blankLines]) =>
    [...first.split("\n"), ...rest].join(blankLines ? end + end : end).replaceAll(`---${end}${end}`, `---${end}`),
  );

/** One keystroke or paste; places are shares of the text, so that an edit fits whatever text it meets. */
export interface Keystroke {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

export const keystroke: fc.Arbitrary<Keystroke> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(12),
  inserted: fc.oneof(fc.constant(""), nasty, heading, paragraph, special, fc.constantFrom("\n", "\r", "\r\n")),
});

/** The text after a keystroke. */
export function typed(text: string, { at, removed, inserted }: Keystroke): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

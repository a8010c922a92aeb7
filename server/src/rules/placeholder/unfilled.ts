import { type Placeholder, type PlaceholderForm, placeholders } from "../../model/facts/placeholders.ts";
import { defineRule, type MessageData } from "../engine/rule.ts";

/** A form before a measure word. */
const figure = { zh: "空着的数字", en: "a figure that is missing" };

/** What each form most likely stands for. */
const meanings: Readonly<Record<PlaceholderForm, { readonly zh: string; readonly en: string }>> = {
  star: { zh: "用星号代替的名称", en: "a name masked by stars" },
  cross: { zh: "用“X”代替的名称", en: "a name masked by X" },
  year: { zh: "没有写全的年份", en: "a year that is not written out" },
  percent: { zh: "没有填的百分比", en: "a percentage that is not filled in" },
  someone: { zh: "用“某”代替的名称", en: "a name masked by “某”" },
  circle: { zh: "用圆圈代替的内容", en: "something masked by circles" },
  underscore: { zh: "留空的下划线", en: "a blank of underscores" },
  emptyBracket: { zh: "空的括号", en: "an empty bracket" },
  bracket: { zh: "提示填写的括号", en: "a bracket that asks for something" },
  variable: { zh: "没有定义的变量", en: "a variable that nothing defines" },
  tag: { zh: "尖括号里的占位内容", en: "a blank in angle brackets" },
};

const figureForms: readonly PlaceholderForm[] = ["star", "cross", "circle", "underscore", "emptyBracket"];

/** These say themselves what they stand for; the words around them add nothing. */
const tellingForms: readonly PlaceholderForm[] = ["bracket", "variable", "tag"];

const described = new WeakMap<Placeholder, MessageData>();

/** What the message says of a placeholder; kept with it, since a report may hold thousands and few change with a key. */
function dataOf(placeholder: Placeholder): MessageData {
  let data = described.get(placeholder);
  if (!data) {
    const { zh, en } =
      placeholder.figure && figureForms.includes(placeholder.form) ? figure : meanings[placeholder.form];
    data = { text: placeholder.text, context: placeholder.context, meaning: zh, meaningEn: en };
    described.set(placeholder, data);
  }
  return data;
}

export default defineRule({
  id: "placeholder/unfilled",
  summary: { zh: "还没有填写的占位符", en: "a blank that is not filled in" },
  severity: "warning",
  finalSeverity: "error",
  scope: "document",
  kinds: "all",
  fix: "none",
  authority: { level: "实务", source: "定稿前的核对惯例" },
  messages: {
    unfilled: {
      zh: "“{context}”还没有填：“{text}”是{meaning}。请换成实际内容，交稿前不能留。（实务）",
      en: "“{context}” is not filled in: “{text}” is {meaningEn}. Put the real thing in its place before you hand the report in. (Practice)",
    },
    asked: {
      zh: "“{text}”还没有填：这是{meaning}。请换成实际内容，交稿前不能留。（实务）",
      en: "“{text}” is not filled in: {meaningEn}. Put the real thing in its place before you hand the report in. (Practice)",
    },
  },
  *check({ doc, report }) {
    for (const { span, inBlock } of doc.derive(placeholders)) {
      yield report(span, tellingForms.includes(inBlock.form) ? "asked" : "unfilled", dataOf(inBlock));
    }
  },
});

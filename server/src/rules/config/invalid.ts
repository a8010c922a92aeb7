import { frontMatter } from "../../model/facts/frontMatter.ts";
import { defineRule } from "../engine/rule.ts";
import { schemaMessage } from "./shared/schemaMessage.ts";

export default defineRule({
  id: "config/invalid",
  summary: { zh: "配置或文首信息有误", en: "a broken configuration or front matter" },
  severity: "warning",
  scope: "document",
  kinds: "all",
  fix: "none",
  authority: null,
  messages: {
    syntax: {
      zh: "YAML 写法有误：{detail}。其余能读的照常生效。",
      en: "This is not valid YAML: {detail}. What can be read still counts.",
    },
    unclosed: {
      zh: "开头的“---”没有配对的“---”，文首信息因此没有生效。请在它的最后一行下面补一行“---”。",
      en: "The “---” of the first line is never closed, so the front matter does not count. Put a line of “---” below its last line.",
    },
    unknownKey: {
      zh: "没有“{key}”这一项，已忽略。请检查拼写。",
      en: "There is no setting “{key}”; it is ignored. Check the spelling.",
    },
    wrongType: {
      zh: "“{key}”的值类型不对，应为 {wanted}；已按默认值处理。",
      en: "“{key}” has a value of the wrong type; {wanted} is wanted. The default is used.",
    },
    wrongValue: {
      zh: "“{key}”的值不对，可用的值：{wanted}；已按默认值处理。",
      en: "“{key}” has a value that means nothing here; possible are {wanted}. The default is used.",
    },
    outOfRange: {
      zh: "“{key}”的值超出范围，应当 {wanted}；已按默认值处理。",
      en: "“{key}” is out of range: {wanted} is wanted. The default is used.",
    },
    wrongShape: {
      zh: "“{key}”的写法不对，已按默认值处理。文首信息和 baogao.yaml 都是“键: 值”的形式；规则写作“规则: 级别”或“规则: [级别, {选项: 值}]”。",
      en: "“{key}” is not written as expected; the default is used. Write “key: value”, and a rule as “rule: level” or “rule: [level, {option: value}]”.",
    },
    unknownKind: {
      zh: "没有“{value}”这种报告，已按标题判断。可用的有：{wanted}。",
      en: "There is no kind “{value}”; the title decides. Possible are: {wantedEn}.",
    },
    unknownRule: {
      zh: "没有“{key}”这条规则或这组规则，已忽略。用 baogao rules 可列出全部规则。",
      en: "There is no rule or group “{key}”; it is ignored. `baogao rules` lists them all.",
    },
  },
  *check({ doc, report }) {
    const matter = doc.derive(frontMatter);
    if (matter.unclosed) yield report(doc.lineSpan(0), "unclosed");
    for (const problem of matter.problems) {
      const { message, data } = schemaMessage(doc.catalog, problem);
      yield report(problem.span, message, data);
    }
  },
});

import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readData } from "./gen/yamlData.ts";

// Usage: npm run new-kind -- ID 中文名 [English name]
// Writes server/data/kinds/ID.yaml, complete and valid, and generates what follows from it. Then make it your own.

const root = join(import.meta.dirname, "..");

function main([id = "", zh = "", ...english]: readonly string[]): void {
  const problem = refusal(id, zh);
  if (problem) {
    console.error(`${problem}\n用法 usage: npm run new-kind -- ID 中文名 [English name]`);
    process.exitCode = 2;
    return;
  }
  const path = `server/data/kinds/${id}.yaml`;
  writeFileSync(join(root, path), scaffold(id, zh, english.join(" ") || titleCase(id)));
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  execFileSync(process.execPath, [tsx, join(root, "scripts/gen.ts")], { stdio: "inherit" });
  console.log(`已写好 ${path}：请改成这一类报告自己的写法，再运行 npm run gen。`);
  console.log(`Wrote ${path}: make it say what this kind of report says, then run npm run gen.`);
}

/** Why these arguments make no kind; undefined when they do. */
function refusal(id: string, zh: string): string | undefined {
  if (!/^[a-z]{2,}(-[a-z]+)*$/.test(id))
    return "ID 用小写字母和连字符，如 safety-report。The id is lower-case words with hyphens.";
  if (!/^\p{Script=Han}{2,16}$/u.test(zh))
    return "中文名用二到十六个汉字。The Chinese name is two to sixteen Han characters.";
  if (existsSync(join(root, `server/data/kinds/${id}.yaml`))) return `${id} 已经有了。There is such a kind already.`;
  const owner = readData(root).kinds.find((kind) => [kind.name.zh, ...(kind.aliases ?? [])].includes(zh));
  return owner ? `“${zh}”已经是 ${owner.id} 的名称。The name is taken by ${owner.id}.` : undefined;
}

function titleCase(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function scaffold(id: string, zh: string, en: string): string {
  return `# yaml-language-server: $schema=../schema/kind.schema.json
id: ${id}
order: 100
name: { zh: ${zh}, en: ${JSON.stringify(en)} }
title:
  # 标题里有这些字就属于本类（正则）。Patterns: a title with these words is of this kind.
  patterns: [${zh}]
  template: "{{org}}{{year}}年度${zh}"
  examples:
    yes: [2025年度${zh}]
    no: [在动员大会上的致辞]
yieldsTo: []
planYear: next
# 前缀先写拼音首字母，再写汉字。Prefixes: pinyin initials first, then Chinese words.
prefixes: [${id.replaceAll("-", "").slice(0, 8)}, ${zh.slice(0, 8)}]
openings:
  - 现将有关情况报告如下：
closings:
  - 特此报告。
# presence: required 缺了就提醒 warns when absent; expected 定稿时提示 says so before handing in; optional 可有可无 is free.
slots:
  - slot: INTRO
    presence: expected
    name: { zh: 开头, en: Opening }
    heading: ""
    prefixes: [kt, 开头]
    skeleton: |
      根据【请填：依据】的要求，【请填：单位简称】认真开展【请填：工作名称】，现将有关情况报告如下：
  - slot: WORK
    presence: expected
    name: { zh: 工作开展情况, en: Work done }
    heading: 工作开展情况
    prefixes: [gzqk, 工作情况]
    skeleton: |
      一是【请填：做法一】。完成【请填：任务名称】【请填：件数】件，取得【请填：具体成效】。

      二是【请填：做法二】。开展【请填：活动名称】【请填：次数】次，【请填：具体成效】。
  - slot: ISSUE
    presence: optional
    name: { zh: 存在的问题, en: Problems }
    heading: 存在的问题
    prefixes: [czwt, 存在问题]
    skeleton: |
      一是【请填：问题一】。主要表现为【请填：具体表现】。

      二是【请填：问题二】。主要表现为【请填：具体表现】。
  - slot: PLAN
    presence: optional
    name: { zh: 下一步工作安排, en: Next steps }
    heading: 下一步工作安排
    prefixes: [xybgz, 下一步]
    skeleton: |
      一是继续推进【请填：任务一】，于【请填：完成时限】前完成。

      二是着力解决【请填：问题一】，由【请填：责任部门】负责落实。
  - slot: CLOSE
    presence: optional
    name: { zh: 结尾, en: Closing }
    heading: ""
    prefixes: [jw, 结尾]
    skeleton: |
      特此报告。
# 小标题例子，由测试执行；空表示不归任何一类。Examples that the tests run; an empty list means no slot.
headings:
  工作开展情况: [WORK]
  存在的问题: [ISSUE]
  下一步工作安排: [PLAN]
  附表清单: []
`;
}

main(process.argv.slice(2));

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// Usage: npm run new-rule -- GROUP/NAME
// Writes server/src/rules/GROUP/NAME.ts and its page, which pass all checks, and generates what follows from them. The
// rule finds a stand-in; then make it your own.

const root = join(import.meta.dirname, "..");
/** What the new rule finds until it is somebody's own; no report says it. */
const standIn = "待改示例";

function main([id = ""]: readonly string[]): void {
  const problem = refusal(id);
  if (problem) {
    console.error(`${problem}\n用法 usage: npm run new-rule -- GROUP/NAME`);
    process.exitCode = 2;
    return;
  }
  const rule = `server/src/rules/${id}.ts`;
  const page = `server/src/rules/${id}.md`;
  mkdirSync(dirname(join(root, rule)), { recursive: true });
  writeFileSync(join(root, rule), ruleFile(id));
  writeFileSync(join(root, page), pageFile(id));
  const tsx = createRequire(import.meta.url).resolve("tsx/cli");
  execFileSync(process.execPath, [tsx, join(root, "scripts/gen.ts")], { stdio: "inherit" });
  console.log(
    `已写好 ${rule} 和 ${page}：请改成这条规则自己的内容，再运行 npm run gen 和 npx vitest run test/rules.spec.ts。`,
  );
  console.log(
    `Wrote ${rule} and ${page}: make them your own, then run npm run gen and npx vitest run test/rules.spec.ts.`,
  );
}

/** Why this id makes no rule; undefined when it does. */
function refusal(id: string): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id) || id.startsWith("engine/"))
    return "规则名写作“组/名”，用小写字母和连字符，如 numbering/gap。A rule is named group/name, in lower-case words with hyphens.";
  if (existsSync(join(root, `server/src/rules/${id}.ts`))) return `${id} 已经有了。There is such a rule already.`;
  return undefined;
}

function ruleFile(id: string): string {
  return `import { overlapsAny, span } from "../../text/span.ts";
import { defineRule } from "../engine/rule.ts";

export default defineRule({
  id: "${id}",
  summary: { zh: "还没有改写的示例", en: "an example that nobody has rewritten" },
  severity: "warning",
  scope: "block",
  kinds: "all",
  fix: "none",
  authority: { level: "实务", source: "写作惯例" },
  messages: {
    found: {
      zh: "“{text}”还没有改写，读的人看不懂。请换成实际内容。（实务）",
      en: "“{text}” was never rewritten, and nobody will understand it. Put the real text in its place. (Practice)",
    },
  },
  *check({ block, report }) {
    for (const match of block.text.matchAll(/${standIn}/g)) {
      const place = span(match.index, match.index + match[0].length);
      // Code, comments and link destinations are protected from every rule.
      if (!overlapsAny(block.protected, place)) yield report(place, "found", { text: match[0] });
    }
  },
});
`;
}

function pageFile(id: string): string {
  const example = (info: string, text: string): string =>
    `\`\`\`md ${info}\n关于仓库盘点情况的报告\n\n一、盘点情况\n${text}\n\`\`\`\n`;
  return `# ${id}

还没有改写的示例 · an example that nobody has rewritten

- 级别 severity：警告 warning
- 修复 fix：没有 none
- 依据 authority：实务，写作惯例

## 查什么 · What it finds

写明这条规则查什么，标在哪些字上。

Say what the rule finds, and over which characters.

## 为什么 · Why

写明依据什么、约束力多大。

Say what it rests on, and how binding that is.

## 怎么改 · How to repair it

换成实际内容。没有自动修复。Put the real text in its place; there is no fix.

## 选项 · Options

没有。None.

## 不想看到它 · Switch it off

一处：在上一行写 \`<!-- baogao-disable-next-line ${id} -- 理由 -->\`。
一份：在文中任何一行写 \`<!-- baogao-disable-file ${id} -- 理由 -->\`。
全部：在 baogao.yaml 里写下面两行。

One place: the first comment above, in the line before. One document: the second comment, in any line. Everywhere:
these two lines in baogao.yaml.

\`\`\`yaml
rules:
  ${id}: off
\`\`\`

## 例子 · Examples

应当查出的，至少三个。What it finds, three at least.

${example("invalid", `全年盘点四次，⟦${standIn}⟧。`)}
${example("invalid message=found severity=warning", `（一）⟦${standIn}⟧。清点货架二十组。\n（二）核对账目。账物相符。`)}
${example("invalid", `全年盘点四次。\n⟦${standIn}⟧\n核对账目，⟦${standIn}⟧。`)}
不应查出的，也至少三个；其中要有容易误报的。What it leaves alone, three at least; a trap among them.

${example("valid", "全年盘点四次，账物相符。")}
${example("valid", `例子里的 \`${standIn}\` 都已替换。`)}
${example("valid", "待改的示例标牌六块，已全部更换。")}`
    .trimEnd()
    .concat("\n");
}

main(process.argv.slice(2));

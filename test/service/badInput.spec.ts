import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { sourceOf, testService } from "../support/report.ts";

const title = "# 区水务局2024年工作总结";
const tail = "一、主要工作和成效\n\n全年检修管网*处。\n\n三、下一步工作打算\n\n由某某局牵头。";
const generous = 60_000;

/** Everything asked once. A hang shows as a test that runs out of its time; how long it takes is for the benchmark. */
async function ask(text: string) {
  const service = testService();
  const source = sourceOf(text);
  const result = await service.check(source);
  const symbols = service.symbols(source);
  service.folding(source);
  service.completions(source, text.length);
  const status = await service.status(source);
  const fixed = applyEdits(text, await service.fixAll(source));
  expect(service.logged).toEqual([]);
  const rules = new Set(result.findings.map(({ rule }) => rule));
  return { ...result, rules, symbols, status, fixed };
}

/** How a text of a size is written, for each way in which a text can be too much. */
const shapes: Readonly<Record<string, (size: number) => string>> = {
  "prose on one line": (size) => "全年检修管网，完成任务。".repeat(size / 12),
  "placeholders on one line": (size) => "检修管网*处，走访XX户。".repeat(size / 12),
  "bold pairs on one line": (size) => "**重点**工作，**难点**工作。".repeat(size / 16),
  "brackets that never close": (size) => "（全年检修管网，完成。".repeat(size / 11),
  "title marks that never close": (size) => "《全年检修<管网名称>完成。".repeat(size / 13),
  "links that never close": (size) => "[管网](检修".repeat(size / 8),
  "code that never closes": (size) => "`管网``检修".repeat(size / 8),
  "stars alone": (size) => "*".repeat(size),
  "blanks and stars": (size) => "* 处*".repeat(size / 4),
  "underscores and blanks": (size) => "__ _处_".repeat(size / 6),
  "blanks alone": (size) => " ".repeat(size),
  "full-width blanks and a letter": (size) => `${"　".repeat(size)}好`,
  "invisible characters": (size) => "管\u200b网\u00a0".repeat(size / 4),
  "lone surrogates": (size) => "管\ud83d网\udc00".repeat(size / 4),
  "residue marks": (size) => "管网##paidbegin##检修。".repeat(size / 18),
  "open comments": (size) => "管网<!-- 检修 ".repeat(size / 9),
  "series words": (size) => "一是检修管网，二是完成任务。".repeat(size / 14),
  "variables that never close": (size) => "{{管网 {检修".repeat(size / 8),
  "figures alone": (size) => "1".repeat(size),
  "Chinese figures alone": (size) => "一".repeat(size),
  "hashes alone": (size) => "#".repeat(size),
  "less-than signs": (size) => "<".repeat(size),
  "brackets with blanks": (size) => "（ ".repeat(size / 2),
};

const lineShapes: Readonly<Record<string, (count: number) => readonly string[]>> = {
  paragraphs: (count) => Array.from({ length: count }, (_, index) => `全年检修管网${index}处。`),
  "numbered items": (count) => Array.from({ length: count }, (_, index) => `${(index % 99) + 1}.检修管网。`),
  "chapters without order": (count) =>
    Array.from({ length: count }, (_, index) => `${"一三二七五"[index % 5]}、检修管网`),
  "items of two levels": (count) =>
    Array.from({ length: count }, (_, index) => (index % 2 ? "1.检修管网。" : `（${"一三"[(index >> 1) % 2]}）抓检修`)),
  "hash headings": (count) => Array.from({ length: count }, () => "## 检修管网"),
  "series paragraphs": (count) => Array.from({ length: count }, (_, index) => `${"一二三四"[index % 4]}是检修管网。`),
  placeholders: (count) => Array.from({ length: count }, () => "检修管网*处。"),
  "residue marks": (count) => Array.from({ length: count }, () => "检修管网##paidbegin##。"),
  "half-width brackets": (count) =>
    Array.from({ length: count }, (_, index) => (index % 2 ? "（一)抓检修" : "(二）抓检修")),
  suppressions: (count) =>
    Array.from({ length: count }, (_, index) =>
      index % 2 ? "检修管网*处。" : "<!-- baogao-disable-next-line placeholder -->",
    ),
  "open suppressions": (count) => Array.from({ length: count }, () => "<!-- baogao-disable numbering -->"),
  "comments that never close": (count) => Array.from({ length: count }, () => "检修<!-- 管网"),
  attachments: (count) => Array.from({ length: count }, (_, index) => (index % 2 ? "一、检修管网" : "附件1")),
  "blank lines": (count) => Array.from({ length: count }, () => ""),
  fences: (count) => Array.from({ length: count }, () => "```"),
  signatures: (count) => Array.from({ length: count }, (_, index) => (index % 2 ? "2024年12月30日" : "区水务局")),
};

/** What stands around the bad part, and must be found whatever it is. */
const around = (bad: string) => `${title}\n\n${tail}\n\n${bad}\n\n四、其他工作\n\n走访*户。\n`;

function expectTheRest({ rules, symbols }: Awaited<ReturnType<typeof ask>>): void {
  expect([...rules]).toEqual(expect.arrayContaining(["numbering/gap", "placeholder/unfilled"]));
  expect(symbols[0]?.children.map(({ name }) => name)).toContain("四、其他工作");
}

describe("a long line", () => {
  it(
    "of a megabyte is read, and every other finding is still there",
    async () => {
      const asked = await ask(around(shapes["prose on one line"]!(1_000_000)));
      expectTheRest(asked);
    },
    generous,
  );

  it.each(Object.entries(shapes))(
    "of %s costs what it holds, not its square",
    async (_name, shape) => {
      const asked = await ask(around(shape(100_000)));
      expectTheRest(asked);
      // A cost of its square would be minutes.
    },
    generous,
  );
});

describe("many lines", () => {
  it(
    "a hundred thousand are read, and every other finding is still there",
    async () => {
      const asked = await ask(around(lineShapes.paragraphs!(100_000).join("\n")));
      expectTheRest(asked);
    },
    generous,
  );

  it.each(Object.entries(lineShapes))(
    "of %s cost what they hold, not their square",
    async (_name, shape) => {
      const { isReport } = await ask([title, "", ...shape(20_000)].join("\n"));
      expect(isReport).toBe(true);
    },
    generous,
  );
});

describe("what does not belong into a text", () => {
  it.each([
    ["NUL", "检修\0管网。"],
    ["lone surrogates", "检修\ud83d管\udc00网。"],
    ["a fence that closes", "```\n一、不是标题\n```"],
    ["a comment that never closes", "<!-- 检修"],
    ["a comment over two lines", "<!-- 检修\n二、不是标题 -->"],
    ["front matter in the middle", "---\nkind: [\n---"],
  ])("%s takes nothing else with it", async (_name, bad) => {
    expectTheRest(await ask(around(bad)));
  });

  it("a fence that never closes leaves what stands before it", async () => {
    const { rules, symbols } = await ask(around("```"));
    expect([...rules]).toEqual(expect.arrayContaining(["numbering/gap", "placeholder/unfilled"]));
    expect(symbols[0]?.children).toHaveLength(2);
  });

  it("front matter that never closes is told of, and the rest is read", async () => {
    const asked = await ask(`---\nkind: 工作总结\n\n${around("")}`);
    expectTheRest(asked);
    expect([...asked.rules]).toContain("config/invalid");
  });

  it.each(["\r\n", "\r"])("line ends %j give the findings of \\n", async (eol) => {
    const text = around("（一）抓检修。管网*处。");
    const places = async (of: string) => {
      const { findings, position } = await ask(of);
      return findings.map(({ rule, span }) => ({ rule, ...position(span.start) }));
    };
    expect(await places(text.replaceAll("\n", eol))).toEqual(await places(text));
  });

  it("an outline ten levels deep keeps every heading", async () => {
    const names = [
      "第一编 总",
      "第一节 分",
      "一、甲",
      "（一）乙",
      "1.丙",
      "（1）丁",
      "①戊",
      "### 己",
      "#### 庚",
      "##### 辛",
    ];
    const { symbols } = await ask([title, "", ...names].join("\n"));
    const count = (of: typeof symbols): number => of.reduce((sum, { children }) => sum + 1 + count(children), 0);
    expect(count(symbols)).toBe(names.length + 1);
  });
});

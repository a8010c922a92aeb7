import { describe, expect, it } from "vitest";
import { builtinCatalog } from "../../server/src/catalog/index.ts";
import { defineRule, type Rule } from "../../server/src/rules/engine/rule.ts";
import { rules as builtinRules } from "../../server/src/rules/registry.generated.ts";
import { CancelledError, type Settings } from "../../server/src/service/service.ts";
import { span } from "../../server/src/text/span.ts";
import { sourceOf, testService } from "../support/report.ts";

const plainSettings: Settings = { locale: "zh", profile: "draft", rules: {} };

/** Rule and line (zero-based) of each finding, by place. */
async function found(text: string, settings: Partial<Settings> = {}, yaml: string | null = null, path = "report.md") {
  const config = yaml === null ? null : { path: "baogao.yaml", text: yaml };
  const result = await testService().check(sourceOf(text, settings, { path, config }));
  return result.findings
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ rule, severity, span }) => ({ rule, severity, line: result.position(span.start).line }));
}

/** Rule and line alone; these texts are too short to have a title, which is beside the point. */
const short = async (...args: Parameters<typeof found>) =>
  (await found(...args))
    .filter(({ rule }) => rule !== "structure/missing-title")
    .map(({ rule, line }) => `${line} ${rule}`);

const general = { kind: "general" };

describe("a suppression", () => {
  it("of the next line skips the blank line behind it and ends there", async () => {
    const text = "<!-- baogao-disable-next-line placeholder/unfilled -- 待核 -->\n\n走访*户。\n\n宣讲*场。";
    expect(await short(text, general)).toEqual(["4 placeholder/unfilled"]);
  });

  it("opens and closes, by rule, group or all", async () => {
    const text = (rule: string) =>
      `走访*户。\n\n<!-- baogao-disable ${rule} -->\n\n宣讲*场。\n\n<!-- baogao-enable -->\n\n培训XX次。`;
    for (const rule of ["placeholder/unfilled", "placeholder", ""]) {
      expect(await short(text(rule), general)).toEqual(["0 placeholder/unfilled", "8 placeholder/unfilled"]);
    }
  });

  it("of the file holds above and below it", async () => {
    const text = "走访*户。\n\n<!-- baogao-disable-file placeholder -->\n\n宣讲XX场。";
    expect(await short(text, general)).toEqual([]);
  });

  it("that silences nothing is told of, unless that rule is off", async () => {
    const text =
      "<!-- baogao-disable-next-line numbering/gap -->\n\n走访群众。\n\n<!-- baogao-disable-file residue -->";
    expect(await short(text, general)).toEqual(["0 suppression/unused", "4 suppression/unused"]);
    expect(await short(text, { ...general, rules: { "suppression/unused": "off" } })).toEqual([]);
  });

  it("in code or with another rule's name silences nothing", async () => {
    const text = "```\n<!-- baogao-disable-file -->\n```\n\n<!-- baogao-disable-next-line residue -->\n走访*户。";
    expect(await short(text, general)).toEqual(["4 suppression/unused", "5 placeholder/unfilled"]);
  });
});

describe("profiles and levels", () => {
  const text = "# 2024年工作总结\n\n一、工作情况\n\n走访*户。";

  it("make what is unfilled and missing an error before handing in", async () => {
    expect((await found(text)).map(({ severity }) => severity)).toEqual(["warning", "warning", "warning"]);
    expect((await found(text, { profile: "final" })).map(({ severity }) => severity)).toEqual([
      "error",
      "error",
      "error",
    ]);
  });

  it("take the profile and the kind from the front matter", async () => {
    const final = await found(`---\nprofile: final\n---\n${text}`);
    expect(final.map(({ severity }) => severity)).toEqual(["error", "error", "error"]);
    expect(await short(`---\nkind: 通用报告\n---\n${text}`)).toEqual(["7 placeholder/unfilled"]);
  });

  it("let a rule's own setting come before its group's, and a config before the editor", async () => {
    expect(await short(text, { rules: { structure: "off" } })).toEqual(["4 placeholder/unfilled"]);
    expect(
      await short(text, { rules: { placeholder: "off", "placeholder/unfilled": "hint" }, kind: "general" }),
    ).toHaveLength(1);
    const [only] = await found(
      text,
      { rules: { "placeholder/unfilled": "hint" }, kind: "general" },
      "rules: { placeholder/unfilled: error }",
    );
    expect(only).toMatchObject({ severity: "error" });
  });
});

describe("a config", () => {
  const text = "# React 知识点总结\n\n走访*户。";
  const unforced = { forceReport: false };

  it("makes a report of what it includes and none of what it excludes", async () => {
    expect(await short(text, unforced)).toEqual([]);
    expect(await short(text, unforced, "include: [报告/**]\nkind: general", "报告/甲.md")).toEqual([
      "2 placeholder/unfilled",
    ]);
    expect(await short(text, unforced, "include: [报告/**]\nkind: general", "其他/甲.md")).toEqual([]);
    const report = "# 2024年工作总结\n\n走访*户。";
    expect(await short(report, unforced, "exclude: ['草稿/**']", "草稿/甲.md")).toEqual([]);
    expect((await short(report, unforced, "exclude: ['草稿/**']", "甲.md")).length).toBeGreaterThan(0);
  });

  it.each([
    ["profile: finale\nkind: general\n", 0, "draft"],
    ["kind: general\nrules: { placeholder/unfilled: loud }\n", 1, "warning"],
    ["kind: general\nnonsense: 1\n", 1, "nonsense"],
    ["kind: general\nrules: { placeholder/nonsense: off }\n", 1, "placeholder/nonsense"],
  ])(
    "that is broken (%j) is told of at its line with what is wanted, and the rest counts",
    async (yaml, line, wanted) => {
      const { findings, position } = testService().checkConfig({ path: "baogao.yaml", text: yaml }, plainSettings);
      expect(findings.map(({ span }) => position(span.start).line)).toEqual([line]);
      expect(findings[0]).toMatchObject({ rule: "config/invalid", severity: "warning" });
      expect(findings[0]!.message).toContain(wanted);
      expect(await short("走访*户。", {}, yaml)).toEqual(["0 placeholder/unfilled"]);
    },
  );

  const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${"bcdefghij".replace(/./g, (name, index: number) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghi"[index]}`).join(",")}]\n`)}`;

  it.each([
    ["no YAML", "kind: [\n  a: }\n"],
    ["an alias bomb", bomb],
    ["a list", "- a\n- b\n"],
    ["binary", "\0\u0001\ud800%@`"],
  ])("that is %s is one matter and takes nothing else with it", async (_what, yaml) => {
    const started = performance.now();
    const { findings } = testService().checkConfig({ path: "baogao.yaml", text: yaml }, plainSettings);
    expect(findings.length).toBeGreaterThan(0);
    expect(await short("走访*户。", general, yaml)).toEqual(["0 placeholder/unfilled"]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("front matter", () => {
  it.each([
    ["kind: [", "syntax"],
    ["year: twenty", "type"],
    ["kind: 诗歌", "kind"],
    ["profile: finale", "value"],
  ])("that is broken (%s) is told of at its line, and the rest goes on", async (yaml) => {
    const lines = await short(`---\n${yaml}\n---\n走访*户。`, general);
    expect(lines).toContain("1 config/invalid");
    expect(lines).toContain("3 placeholder/unfilled");
  });

  it("that never closes is told of, and the text below it is read", async () => {
    const lines = await short("---\nkind: 工作总结\n\n走访*户。", general);
    expect(lines).toEqual(["0 config/invalid", "3 placeholder/unfilled"]);
  });
});

const crash = (scope: "block" | "document"): Rule =>
  defineRule({
    id: `test/crash-${scope}`,
    summary: { zh: "坏", en: "bad" },
    severity: "error",
    scope,
    kinds: "all",
    fix: "none",
    authority: null,
    messages: { bad: { zh: "坏", en: "bad" } },
    *check({ report }: { report: (at: ReturnType<typeof span>, message: string) => unknown }) {
      yield report(span(0, 1), "bad");
      throw new Error("out of order");
    },
  } as unknown as Rule);

describe("a rule that throws", () => {
  it.each(["block", "document"] as const)(
    "drops its own findings (%s), is logged with its id, and the rest stays",
    async (scope) => {
      const service = testService({ catalog: builtinCatalog, rules: [crash(scope), ...builtinRules] });
      const { findings } = await service.check(sourceOf("# 走访情况报告\n\n走访*户。", general));
      expect(findings.map(({ rule }) => rule)).toEqual(["placeholder/unfilled"]);
      expect(service.logged).toHaveLength(1);
      expect(service.logged[0]).toContain(`test/crash-${scope}`);
      expect(service.logged[0]).toContain("out of order");
    },
  );
});

describe("a check that is cancelled", () => {
  it("throws, keeps nothing, and the next one finds everything", async () => {
    const text = `# 2024年工作总结\n\n${Array.from({ length: 8000 }, (_, index) => `第${index}次走访*户。`).join("\n")}`;
    const service = testService();
    const source = sourceOf(text, general);
    const cancelled = service.check(source, { cancellation: { isCancellationRequested: true } });
    await expect(cancelled).rejects.toThrow(CancelledError);
    const again = await service.check(source);
    const fresh = await testService().check(source);
    expect(again.total).toBe(fresh.total);
    expect(again.total).toBeGreaterThanOrEqual(8000);
  });
});

describe("what is said", () => {
  it("is English where the locale is, and the words change with it", async () => {
    const service = testService();
    const say = async (locale: "zh" | "en") =>
      (await service.check(sourceOf("# 2024年工作总结\n\n走访*户。", { locale }))).findings.map(
        ({ message }) => message,
      );
    const [zh, en] = [await say("zh"), await say("en")];
    expect(en.every((message) => /[a-z]{3}/.test(message) && !/\{\w+\}/.test(message))).toBe(true);
    expect(zh.every((message) => /[\u4e00-\u9fff]/.test(message) && !/\{\w+\}/.test(message))).toBe(true);
    expect(await say("zh")).toEqual(zh);
  });

  it("comes worst first and no more than the limit", async () => {
    const text = "---\nprofile: final\n---\n# 2024年工作总结\n\n走访*户，培训*次。\n\n一、甲\n\n二、乙\n";
    const { findings, total } = await testService().check(sourceOf(text));
    const order = ["error", "warning", "info", "hint"];
    const loudness = findings.map(({ severity }) => order.indexOf(severity));
    expect(loudness).toEqual(loudness.toSorted((a, b) => a - b));
    const few = await testService().check(sourceOf(text), { limit: 2 });
    expect(few.total).toBe(total);
    expect(few.findings).toEqual(findings.slice(0, 2));
  });
});

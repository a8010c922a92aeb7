import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import type { Rule } from "../server/src/rules/engine/rule.ts";
import { rules } from "../server/src/rules/registry.generated.ts";
import type { CheckResult, DocumentSource, Locale, ResolvedFinding } from "../server/src/service/service.ts";
import type { Span } from "../server/src/text/span.ts";
import { applyEdits } from "../server/src/text/textEdit.ts";
import { root } from "./support/markdownPage.ts";
import { mark, marked } from "./support/marked.ts";
import { sourceOf, testService } from "./support/report.ts";
import { exampleSource, factsOf, namingService, type RuleExample, readRulePage } from "./support/rulePage.ts";

const locales: readonly Locale[] = ["zh", "en"];
const han = /\p{Script=Han}/u;

const pageIds = globSync("server/src/rules/*/*.md", { cwd: root })
  .map((path) => path.replace(/^server\/src\/rules\/|\.md$/g, ""))
  .sort();

describe("the pages", () => {
  it("are one for each rule, and no more", () => {
    expect(pageIds).toEqual(rules.map(({ id }) => id).sort());
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const rulePage = readRulePage(id);
  const { page, prose, examples } = rulePage;
  const invalid = examples.filter(({ verdict }) => verdict === "invalid");
  const valid = examples.filter(({ verdict }) => verdict === "valid");

  it("has a page that says what the rule is, what it rests on and how to switch it off", () => {
    expect(page.text).toMatch(new RegExp(`^# ${id}\n`));
    expect(prose).toContain(rule.summary.zh);
    expect(prose).toContain(rule.summary.en);
    expect(prose).toContain(factsOf(rule));
    for (const option of Object.keys(rule.options ?? {})) expect(page.codes).toContain(option);
    expect(page.codes.filter((code) => code.includes("baogao-disable"))).not.toEqual([]);
    expect(rulePage.offConfig).toContain(`${id}: off`);
  });

  it("has at least three examples of each sort", () => {
    expect(invalid.length).toBeGreaterThanOrEqual(3);
    expect(valid.length).toBeGreaterThanOrEqual(3);
  });

  describe.each(invalid.map((example) => [titleOf(example), example] as const))("invalid: %s", (_title, example) => {
    it("is found at exactly the marked places", async () => {
      expect(marked(example.source).ranges.length).toBeGreaterThan(0);
      const { text, findings } = await findingsOf(example, id);
      expect(mark(text, byPlace(findings.map(({ span }) => span)))).toBe(example.source);
      if (example.messages)
        expect(unique(findings.map(({ message }) => message))).toEqual([...example.messages].sort());
      if (example.severity) expect(unique(findings.map(({ severity }) => severity))).toEqual([example.severity]);
    });

    it("is told in both languages, nothing left blank", async () => {
      for (const locale of locales) {
        const { findings, titles } = await wordsOf(example, id, locale);
        expect(findings.length).toBeGreaterThan(0);
        for (const text of [...findings, ...titles]) expectWords(text, rule, locale);
      }
    });

    it.each(example.fixed.map((fixed) => [fixed.fix ?? "the fix", fixed] as const))(
      "is repaired by %s",
      async (_, fixed) => {
        const name = fixed.fix ?? onlyFix(rule);
        const { text } = marked(example.source);
        const after = await repaired(text, example, id, name);
        expect(after).toBe(fixed.text);
        expect((await ofRule(after, example, id)).map(({ span }) => span)).toEqual([]);
        if (rule.fixes?.[name]?.kind === "safe") await expectSafe(text, after, example, id);
      },
    );
  });

  describe.each(valid.map((example) => [titleOf(example), example] as const))("valid: %s", (_title, example) => {
    it("is left alone", async () => {
      expect(marked(example.source).ranges).toEqual([]);
      const { text, findings, all } = await findingsOf(example, id);
      expect(mark(text, byPlace(findings.map(({ span }) => span)))).toBe(text);
      const loud = all.filter(({ severity }) => severity === "error" || severity === "warning");
      const said = loud.map(({ rule: other, span }) => `${other}: ${text.slice(span.start, span.end)}`);
      if (example.others) expect(said).not.toEqual([]);
      else expect(said).toEqual([]);
    });
  });

  it("says each of its messages and shows each of its fixes in some example", async () => {
    const said = await Promise.all(invalid.map((example) => findingsOf(example, id)));
    const messages = said.flatMap(({ findings }) => findings.map(({ message }) => message));
    expect(unique(messages)).toEqual(Object.keys(rule.messages).sort());
    const shown = invalid.flatMap(({ fixed }) => fixed.map(({ fix }) => fix ?? onlyFix(rule)));
    expect(unique(shown)).toEqual(Object.keys(rule.fixes ?? {}).sort());
  });

  it("promises the best of its fixes, and no other", () => {
    const kinds = Object.values(rule.fixes ?? {}).map(({ kind }) => kind);
    expect(rule.fix).toBe(kinds.includes("safe") ? "safe" : kinds.length > 0 ? "offer" : "none");
  });

  it("speaks Chinese and English, and cites what it rests on", () => {
    const bilingual = [rule.summary, ...Object.values(rule.messages), ...titlesOf(rule)];
    for (const { zh, en } of bilingual) {
      expect(zh).toMatch(han);
      expect(unquoted(en)).not.toMatch(han);
      // What the two languages tell of one finding they tell with the same data, but for words of one language.
      expect(blanksOf(en).map(bare)).toEqual(blanksOf(zh).map(bare));
    }
    for (const { zh, en } of Object.values(rule.messages)) {
      // One sentence says what is wrong, the next what to do about it.
      expect(zh).toMatch(/[。；].+(?:。|）)$|，应为|，请/);
      expect(en).toMatch(/[.;] .+[.)]$/);
      if (rule.authority) expectCitation(zh, en, rule.authority);
    }
  });

  it("says 规定 only where its authority binds", () => {
    if (["国标规定", "条例"].includes(rule.authority?.level ?? "")) return;
    const said = [rule.summary, ...Object.values(rule.messages), ...titlesOf(rule)].map(({ zh }) => zh);
    expect([...said, prose].filter((text) => text.includes("规定"))).toEqual([]);
  });

  it("falls silent as the page says", async () => {
    const config = { path: "baogao.yaml", text: rulePage.offConfig };
    expect(testService().checkConfig(config, sourceOf("").settings).findings).toEqual([]);
    for (const example of invalid.filter(({ language }) => language === "md")) {
      const { text } = marked(example.source);
      const source = exampleSource(text, example);
      expect(only(await testService().check({ ...source, config }), id)).toEqual([]);
      // The engine's own findings are about the comments themselves.
      if (rule.scope === "engine") continue;
      const commented = `${text}\n<!-- baogao-disable-file ${id} -- 例子 -->\n`;
      const { findings } = await testService().check({ ...source, text: commented });
      expect(findings.filter((each) => each.rule === id || each.rule === "suppression/unused")).toEqual([]);
    }
  });
});

/** The findings of an example: those of the rule, and all; their messages are names. */
async function findingsOf(example: RuleExample, id: string) {
  const { text } = marked(example.source);
  const { findings: all } = await resultOf(namingService(), text, example, "zh");
  return { text, all, findings: all.filter(({ rule }) => rule === id) };
}

async function resultOf(
  service = testService(),
  text: string,
  example: RuleExample,
  locale: Locale,
): Promise<CheckResult> {
  const source = exampleSource(text, example, { locale });
  if (example.language === "md") return service.check(source);
  return service.checkConfig({ path: "baogao.yaml", text }, source.settings);
}

async function ofRule(text: string, example: RuleExample, id: string): Promise<readonly ResolvedFinding[]> {
  return only(await testService().check(exampleSource(text, example)), id);
}

function only({ findings }: CheckResult, id: string): readonly ResolvedFinding[] {
  return findings.filter(({ rule }) => rule === id);
}

/** What a reader sees of an example: the messages, and the titles of the quick fixes. */
async function wordsOf(example: RuleExample, id: string, locale: Locale) {
  const { text } = marked(example.source);
  const service = testService();
  const findings = only(await resultOf(service, text, example, locale), id);
  const titles: string[] = [];
  if (example.language === "md") {
    const source = exampleSource(text, example, { locale });
    for (const action of await actionsOf(service, source, findings)) titles.push(action.title);
  }
  return { findings: findings.map(({ message }) => message), titles };
}

async function actionsOf(
  service: ReturnType<typeof testService>,
  source: DocumentSource,
  findings: readonly ResolvedFinding[],
) {
  const found = await Promise.all(
    findings.map(async ({ rule, span }) =>
      (await service.actions(source, span, ["quickfix"])).filter(({ findings: [of] }) => of?.rule === rule),
    ),
  );
  return found.flat();
}

/** The text after the fix `name` was applied to one finding after another, until it is offered no more. */
async function repaired(text: string, example: RuleExample, id: string, name: string): Promise<string> {
  const service = namingService();
  let current = text;
  for (let round = 0; round < 20; round++) {
    const source = exampleSource(current, example);
    const actions = await actionsOf(service, source, only(await service.check(source), id));
    const action = actions.find(({ title }) => title === name);
    if (!action) {
      if (round === 0) throw new Error(`${id} offers no ${name} here`);
      return current;
    }
    current = applyEdits(current, action.edits());
  }
  throw new Error(`${name} of ${id} never comes to an end`);
}

/** A safe fix takes part in fix-all, says nothing new, and a second round changes nothing. */
async function expectSafe(text: string, fixed: string, example: RuleExample, id: string): Promise<void> {
  const service = testService();
  const source = exampleSource(text, example);
  const others = rules.filter((rule) => rule.id !== id).map((rule) => [rule.id, "off"] as const);
  const alone = { ...source, settings: { ...source.settings, rules: Object.fromEntries(others) } };
  expect(applyEdits(text, await service.fixAll(alone))).toBe(fixed);
  const all = applyEdits(text, await service.fixAll(source));
  expect(await service.fixAll({ ...source, text: all })).toEqual([]);
  expect(await ofRule(all, example, id)).toEqual([]);
  const count = async (of: string) => {
    const { findings } = await service.check({ ...source, text: of });
    return Object.fromEntries(rules.map((rule) => [rule.id, findings.filter((each) => each.rule === rule.id).length]));
  };
  const before = await count(text);
  const after = await count(fixed);
  expect(Object.keys(after).filter((each) => after[each]! > before[each]!)).toEqual([]);
}

function expectWords(text: string, rule: Rule, locale: Locale): void {
  const templates = [...Object.values(rule.messages), ...titlesOf(rule)].map((each) => each[locale]);
  for (const blank of templates.flatMap(blanksOf)) expect(text).not.toContain(`{${blank}}`);
  if (locale === "zh") expect(text).toMatch(han);
  else expect(unquoted(text)).not.toMatch(han);
}

/** The last brackets of a message name the level of the authority, or the document it stands on. */
function expectCitation(zh: string, en: string, { level, source }: NonNullable<Rule["authority"]>): void {
  const cited = /（([^（）]+)）$/.exec(zh)?.[1] ?? "";
  expect(cited).not.toBe("");
  if (cited !== level) expect(source.startsWith(cited.split(" ")[0]!), `${cited} is not of ${source}`).toBe(true);
  expect(en).toMatch(/\([^()]+\)$/);
}

function titlesOf(rule: Rule) {
  return Object.values(rule.fixes ?? {}).map(({ title }) => title);
}

function onlyFix({ id, fixes = {} }: Rule): string {
  const names = Object.keys(fixes);
  if (names.length !== 1) throw new Error(`${id} has several fixes; the fence must name one of ${names}`);
  return names[0]!;
}

function blanksOf(template: string): readonly string[] {
  return unique(Array.from(template.matchAll(/\{(\w+)\}/g), ([, name]) => name!));
}

/** `nameEn` is the English word for `name`. */
function bare(name: string): string {
  return name.replace(/En$/, "");
}

function unquoted(text: string): string {
  return text.replace(/“[^”]*”/g, "");
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function byPlace(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The first marked line tells one example from the next. */
function titleOf({ source }: RuleExample): string {
  const lines = source.split("\n").filter((line) => line.trim() !== "");
  return (lines.find((line) => line.includes("⟦")) ?? lines[1] ?? lines[0] ?? "").trim().slice(0, 40);
}

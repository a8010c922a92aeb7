import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogOf } from "../scripts/gen/catalog.ts";
import { generateSnippets } from "../scripts/gen/snippets.ts";
import { readData } from "../scripts/gen/yamlData.ts";
import { validateConfig, validateFrontMatter } from "../server/src/catalog/generated/validators.js";
import {
  anyMatches,
  builtinCatalog,
  kindById,
  kindByName,
  kindsOfTitle,
  slotsOfHeading,
  titleVerdict,
} from "../server/src/catalog/index.ts";
import { placeholders } from "../server/src/model/facts/placeholders.ts";
import { slots } from "../server/src/model/facts/slots.ts";
import { ReportDocument } from "../server/src/model/reportDocument.ts";
import { Engine } from "../server/src/rules/engine/engine.ts";
import { selectRules } from "../server/src/rules/engine/ruleSet.ts";
import { rules } from "../server/src/rules/registry.generated.ts";

const root = join(import.meta.dirname, "..");
const data = readData(root);
const catalog = catalogOf(data);

describe("the generated catalogue", () => {
  it("is what the data files say", () => {
    expect(builtinCatalog).toEqual(catalog);
  });

  it("is frozen to its leaves", () => {
    const loose: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) loose.push(path);
      for (const [key, part] of Object.entries(value)) visit(part, `${path}.${key}`);
    };
    visit(builtinCatalog, "catalog");
    expect(loose).toEqual([]);
  });

  it("finds kinds by id and by every name", () => {
    for (const kind of catalog.kinds) {
      expect(kindById(catalog, kind.id)).toBe(kind);
      for (const name of [kind.id, kind.name.zh, kind.name.en.toUpperCase(), ` ${kind.name.zh} `, ...kind.aliases]) {
        expect(kindByName(catalog, name), name).toBe(kind);
      }
    }
    expect(kindById(catalog, "no-such-kind")).toBeUndefined();
    expect(kindByName(catalog, "没有这一类")).toBeUndefined();
  });

  it("answers within 50 ms for any title or heading of 5,000 characters", () => {
    const parts = ["问题", "的原因及", "述职", "2024年工作", "整改措施落实", "困难", "（", "存在", "党建", "一"];
    for (const part of parts) {
      const text = part.repeat(Math.ceil(5000 / part.length));
      const start = performance.now();
      slotsOfHeading(catalog, text, catalog.kinds);
      kindsOfTitle(catalog, text);
      titleVerdict(catalog.titleWords, text);
      expect(performance.now() - start, part).toBeLessThan(50);
    }
  });
});

describe.each(data.kinds.map((kind) => [kind.id, kind] as const))("kind %s", (id, file) => {
  const kind = catalog.kinds.find((each) => each.id === id)!;
  const idsOf = (title: string) => kindsOfTitle(catalog, title).map((each) => each.id);

  it.each(file.title.examples.yes)("claims the title %s", (title) => {
    expect(idsOf(title)).toContain(id);
  });

  it.each(file.title.examples.no)("leaves the title %s to others", (title) => {
    expect(idsOf(title)).not.toContain(id);
  });

  it("claims the title of its own template", () => {
    const title = kind.titleTemplate.replace("{{year}}", "2025").replaceAll(/\{\{\w+\}\}|【请填：[^】]*】/gu, "某单位");
    expect(idsOf(title)).toContain(id);
  });

  it.each(Object.entries(file.headings))("takes the heading %s for %j", (heading, slots) => {
    expect(slotsOfHeading(catalog, heading, [kind])).toEqual(slots);
  });

  it("writes headings that it recognises itself", () => {
    for (const slot of kind.slots) {
      const bare = slot.slot === "INTRO" || slot.slot === "CLOSE";
      expect(slot.heading === "", slot.slot).toBe(bare);
      if (!bare) expect(slotsOfHeading(catalog, slot.heading, [kind]), slot.heading).toContain(slot.slot);
      // The shared classifier may not know the wording, but it must not take it for something else.
      const shared = slotsOfHeading(catalog, slot.heading);
      if (!bare && shared.length > 0) expect(shared, slot.heading).toContain(slot.slot);
    }
  });

  it("has each slot once, INTRO first and CLOSE last", () => {
    const slots = kind.slots.map((slot) => slot.slot);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.indexOf("INTRO")).toBe(0);
    expect(slots.indexOf("CLOSE")).toBe(slots.length - 1);
  });

  it("has skeletons whose only blanks are telling brackets", () => {
    for (const slot of kind.slots) {
      const rest = slot.skeleton.replaceAll(/【请填：[^【】\n]{1,20}】/gu, "");
      expect(rest, slot.slot).not.toMatch(/[*_{}[\]<>【】〇○×~`#|\\$]|[Xx]|\d|某/u);
      expect(rest, slot.slot).not.toMatch(/[,;:!?()"']|[ \t　]/u);
      expect(slot.skeleton, slot.slot).toMatch(/[。：！]\n$/u);
      for (const line of slot.skeleton.trimEnd().split("\n")) expect(line, slot.slot).toMatch(/^$|[。：！]$/u);
    }
  });

  it("numbers the items of its skeletons without a gap", () => {
    for (const slot of kind.slots) {
      for (const pattern of [/（([一二三四五六七八九])）/gu, /(?<=^|。)([一二三四五六七八九])是/gmu]) {
        const marks = [...slot.skeleton.matchAll(pattern)].map((match) => match[1]).join("");
        expect("一二三四五六七八九".startsWith(marks), `${slot.slot} ${marks}`).toBe(true);
        expect(marks.length, slot.slot).not.toBe(1);
      }
    }
  });

  it("opens and closes as its own INTRO and CLOSE do", () => {
    const skeletonOf = (wanted: string) => kind.slots.find((slot) => slot.slot === wanted)?.skeleton.trim() ?? "";
    expect(kind.openings.some((sentence) => skeletonOf("INTRO").endsWith(sentence))).toBe(true);
    expect(kind.closings.some((sentence) => skeletonOf("CLOSE").endsWith(sentence))).toBe(true);
  });

  it("has a prefix in pinyin and one in Chinese for every snippet", () => {
    for (const prefixes of [kind.prefixes, ...kind.slots.map((slot) => slot.prefixes)]) {
      expect(
        prefixes.some((prefix) => /^[a-z]{2,8}$/u.test(prefix)),
        prefixes.join(),
      ).toBe(true);
      expect(
        prefixes.some((prefix) => /^\p{Script=Han}{2,8}$/u.test(prefix)),
        prefixes.join(),
      ).toBe(true);
    }
  });
});

describe("combined titles", () => {
  const idsOf = (title: string) => kindsOfTitle(catalog, title).map((kind) => kind.id);

  it("have two kinds, in the order in which the title names them", () => {
    expect(idsOf("2024年支部书记抓基层党建工作述职暨述责述廉报告")).toEqual(["party-building", "integrity"]);
    expect(idsOf("2024年度述职述责述廉报告")).toEqual(["personal-duty", "integrity"]);
    expect(idsOf("述责述廉暨抓党建述职报告")).toEqual(["integrity", "party-building"]);
  });

  it("leave one kind where one yields", () => {
    expect(idsOf("2024年度党支部书记抓党建工作述职报告")).toEqual(["party-building"]);
    expect(idsOf("2024年度述职工作报告")).toEqual(["personal-duty"]);
    expect(idsOf("购物清单")).toEqual([]);
  });
});

describe("the heading classifier", () => {
  for (const entry of data.classifier.entries) {
    const name = entry.slots.join("+");
    it.each(entry.yes)(`${name}: %s`, (heading) => {
      expect(slotsOfHeading(catalog, heading)).toEqual(entry.slots);
    });
    it.each(entry.no)(`not ${name}: %s`, (heading) => {
      expect(slotsOfHeading(catalog, heading)).not.toEqual(entry.slots);
    });
  }

  const shared = join(root, "../shared/domain.md");
  it.skipIf(!existsSync(shared))("takes every wording that the domain notes collected for its slot", (context) => {
    const section = readFileSync(shared, "utf8").split("### 3.1")[1]?.split("### 3.2")[0] ?? "";
    const rows = [...section.matchAll(/^\| ([A-Z+]+) \|(.+)\|(.+)\|$/gmu)];
    if (rows.length === 0) context.skip("the notes have no table of wordings");
    const wrong: string[] = [];
    for (const [, slots = "", ...cells] of rows) {
      for (const heading of wordings(cells.join("；"))) {
        const found = slotsOfHeading(catalog, heading);
        const missing = slots.split("+").filter((slot) => !found.some((each) => each === slot));
        if (missing.length > 0)
          wrong.push(`${heading}: ${missing.join("+")} expected, ${found.join("+") || "none"} found`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/**
 * The headings of a cell of that table; alternatives behind a slash are short for the same heading with another end,
 * and a whole heading in brackets is one that the notes give to another slot.
 */
function wordings(cells: string): string[] {
  return cells
    .split("；")
    .filter((each) => !/^\s*（[^（）…]+）\s*$/u.test(each))
    .map((each) => each.replaceAll(/[—（）\s]|^及/gu, "").replace("…", ""))
    .flatMap((each) => {
      const [first = "", ...others] = each.split("/");
      return [
        first,
        ...others.map((end) => (end.length < 4 && first.length > 3 ? first.slice(0, -end.length) + end : end)),
      ];
    })
    .filter((each) => each !== "");
}

describe("the words of titles", () => {
  it.each(data.titles.examples.strong)("strong: %s", (title) => {
    expect(titleVerdict(catalog.titleWords, title)).toBe("strong");
  });
  it.each(data.titles.examples.weak)("weak: %s", (title) => {
    expect(titleVerdict(catalog.titleWords, title)).toBe("weak");
  });
  it.each(data.titles.examples.excluded)("excluded: %s", (title) => {
    expect(titleVerdict(catalog.titleWords, title)).toBe("excluded");
  });
  it.each(data.titles.examples.none)("none: %s", (title) => {
    expect(titleVerdict(catalog.titleWords, title)).toBe("none");
  });

  it("exclude no example title of any kind", () => {
    const titles = data.kinds.flatMap((kind) => [...kind.title.examples.yes, kind.name.zh]);
    expect(titles.filter((title) => anyMatches(catalog.titleWords.excluded, title, "iu"))).toEqual([]);
  });

  it("are tried longest first", () => {
    const { organisationSuffixes, organisationTypes, roles } = catalog.titleWords;
    for (const words of [
      organisationSuffixes,
      organisationTypes,
      roles,
      catalog.measureWords,
      catalog.measureCompounds,
    ]) {
      const lengths = words.map((word) => word.length);
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

describe("the measure words", () => {
  const blanksIn = (text: string) => {
    const doc = ReportDocument.create(text, { catalog, kind: null, forced: true, excluded: false });
    return doc.derive(placeholders).map(({ span }) => doc.slice(span));
  };

  it.each(data.measureWords.examples.flag)("blanks: %s", (text) => {
    expect(blanksIn(text)).toEqual(text.match(/\*+|X+/gu));
  });
  it.each(data.measureWords.examples.allow)("no blank: %s", (text) => {
    expect(blanksIn(text)).toEqual([]);
  });

  it("have a compound for nothing but what begins like one of them", () => {
    const { measureWords, measureCompounds } = catalog;
    const idle = measureCompounds.filter((word) => !measureWords.some((measure) => word.startsWith(measure)));
    expect(idle).toEqual([]);
    // A compound that is a measure word itself (批次) would hide the blank before it.
    expect(measureCompounds.filter((word) => measureWords.some((measure) => measure.startsWith(word)))).toEqual([]);
  });
});

describe("the snippets", () => {
  type Snippets = Record<string, { prefix: string[]; description: string; body: string[] }>;
  const text = generateSnippets(catalog).get("snippets/report.json") ?? "";
  const snippets: Snippets = JSON.parse(text);

  it("are the committed file", () => {
    expect(readFileSync(join(root, "snippets/report.json"), "utf8")).toBe(text);
  });

  it("offer every section and every whole report under each of its prefixes", () => {
    const bodies = Object.values(snippets).map(({ prefix, body }) => ({ prefix, text: plain(body.join("\n")) }));
    for (const kind of catalog.kinds) {
      for (const prefix of kind.prefixes) {
        const whole = bodies.filter((each) => each.prefix.includes(prefix) && each.text.startsWith("# "));
        expect(whole, `${kind.id} ${prefix}`).not.toEqual([]);
      }
      for (const slot of kind.slots) {
        for (const prefix of slot.prefixes) {
          const found = bodies.some(
            (each) => each.prefix.includes(prefix) && each.text.includes(slot.skeleton.trimEnd()),
          );
          expect(found, `${kind.id} ${slot.slot} ${prefix}`).toBe(true);
        }
      }
    }
  });

  it("open a report of their kind, with every section known and nothing wrong but its blanks", () => {
    for (const kind of catalog.kinds) {
      const whole = snippets[`${kind.name.zh} · 整篇`];
      const text = plain(whole?.body.slice(0, -1).join("\n") ?? "").replaceAll(/\$\{CURRENT_YEAR\}/gu, "2025");
      const context = { catalog, kind: kind.id, forced: true, excluded: false };
      const doc = ReportDocument.create(`${text.replaceAll(/\$\{\d+:(\d+)\}/gu, "$1")}\n`, context);
      const filled = doc.derive(slots).filled;
      const lost = kind.slots.filter(
        (slot) => slot.heading !== "" && slot.presence !== "optional" && !filled.has(slot.slot),
      );
      expect(
        lost.map((slot) => slot.slot),
        kind.id,
      ).toEqual([]);
      const crashes: unknown[] = [];
      const engine = new Engine((rule, error) => crashes.push(`${rule}: ${error}`));
      const steps = engine.check(doc, selectRules(rules, {}, "final", [kind.id]));
      let step = steps.next();
      while (!step.done) step = steps.next();
      const others = step.value.filter((finding) => finding.rule !== "placeholder/unfilled");
      expect(
        others.map((finding) => `${finding.rule} ${doc.slice(finding.span)}`),
        kind.id,
      ).toEqual([]);
      expect(step.value.length, kind.id).toBe(doc.text.match(/【请填：/gu)?.length);
      expect(crashes).toEqual([]);
    }
  });

  it("have no two bodies alike", () => {
    const bodies = Object.values(snippets).map((snippet) => snippet.body.join("\n"));
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it("number their tab stops from 1 and make one of every blank", () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      const stops = [...body.join("\n").matchAll(/\$\{(\d+)[:|]/gu)].map((match) => Number(match[1]));
      expect(stops, name).toEqual(stops.map((_, index) => index + 1));
      expect(body.join("\n").match(/(?<!\$\{\d+:)【请填：/gu), name).toBeNull();
      expect(body.at(-1), name).toBe("$0");
    }
  });

  it("keep what means something to VS Code from meaning it", () => {
    const [kind] = catalog.kinds;
    const [slot] = kind?.slots ?? [];
    if (!kind || !slot) throw new Error("there is no kind");
    const odd = { ...kind, slots: [{ ...slot, skeleton: "甲$1乙}丙\\丁【请填：a}b】\n" }] };
    const made: Snippets = JSON.parse(
      generateSnippets({ ...catalog, kinds: [odd] }).get("snippets/report.json") ?? "{}",
    );
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the tab stops of a snippet.
    expect(made[`${kind.name.zh} · ${slot.name.zh}`]?.body).toEqual(["甲\\$1乙\\}丙\\\\丁${1:【请填：a\\}b】}", "$0"]);
  });
});

/** The text that a snippet inserts when nothing is filled in, its choice and its year left out. */
function plain(body: string): string {
  return body.replaceAll(/\$\{\d+:(【[^】]*】)\}/gu, "$1");
}

describe("the validators", () => {
  const wrong = (validate: typeof validateConfig, value: unknown) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.keyword}`);

  it("take every name of every kind in a config and in front matter", () => {
    for (const kind of catalog.kinds) {
      for (const name of [kind.id, kind.name.zh, ...kind.aliases]) {
        expect(wrong(validateConfig, { kind: name }), name).toEqual([]);
        expect(wrong(validateFrontMatter, { kind: name }), name).toEqual([]);
      }
    }
  });

  it("take a whole config, and an empty one", () => {
    const config = { include: ["报告/**/*.md"], exclude: [], kind: "research", profile: "final", rules: {} };
    expect(wrong(validateConfig, config)).toEqual([]);
    expect(wrong(validateConfig, null)).toEqual([]);
  });

  it("say each thing that is wrong in a config, and nothing beside it", () => {
    const config = { kind: "poem", profile: 3, rules: { "no/such-rule": "off" }, includes: ["*.md"] };
    expect(wrong(validateConfig, config).sort()).toEqual([
      " additionalProperties",
      "/kind enum",
      "/profile enum",
      "/profile type",
      "/rules additionalProperties",
    ]);
    expect(wrong(validateConfig, [])).toEqual([" type"]);
  });

  it("leave keys of other tools in front matter alone, and check our own", () => {
    const good = { kind: "讲话稿", year: 2025, vars: { 单位: "某局", 人数: 12 }, tags: ["a"], layout: "page" };
    expect(wrong(validateFrontMatter, good)).toEqual([]);
    expect(wrong(validateFrontMatter, { year: 1948 })).toEqual(["/year minimum"]);
    expect(wrong(validateFrontMatter, { year: 2101 })).toEqual(["/year maximum"]);
    expect(wrong(validateFrontMatter, { year: "2025" })).toEqual(["/year type"]);
    expect(wrong(validateFrontMatter, { vars: { a: [] } })).toEqual(["/vars/a type"]);
    expect(wrong(validateFrontMatter, { org: "" })).toEqual(["/org minLength"]);
  });

  it("carry all they need with them", () => {
    const text = readFileSync(join(root, "server/src/catalog/generated/validators.js"), "utf8");
    expect(text).not.toMatch(/^\s*import\b|\beval\(|new Function/mu);
  });
});

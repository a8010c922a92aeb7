import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { globSync } from "tinyglobby";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtinCatalog } from "../server/src/catalog/index.ts";
import { frontMatter } from "../server/src/model/facts/frontMatter.ts";
import { readConfig } from "../server/src/service/settings.ts";
import { spawnCli } from "./cli/spawnCli.ts";
import { bundleServer } from "./protocol/bundle.ts";
import { type MarkdownPage, readPage, root } from "./support/markdownPage.ts";
import { documentOf, sourceOf, testService } from "./support/report.ts";

interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

const readJson = <T>(path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as T;
const manifest = readJson<Manifest>("package.json");
const { commands, configuration, configurationDefaults, keybindings } = manifest.contributes;
const chinese = readJson<Readonly<Record<string, string>>>("package.nls.zh-cn.json");
const english = readJson<Readonly<Record<string, string>>>("package.nls.json");

const pages = globSync(["*.md", "docs/**/*.md", "examples/README.md"], { cwd: root }).map(readPage);
const pageAt = (path: string): MarkdownPage => pages.find((page) => page.path === path)!;
const readme = pageAt("README.md");
const englishPart = readme.text.slice(readme.text.indexOf("\n# English"));

const unique = (texts: Iterable<string>) => [...new Set(texts)].sort();
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);

describe("the links of the documents", () => {
  it.each(pages.map((page) => [page.path, page] as const))("all resolve in %s", (path, page) => {
    const broken = page.targets.filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [file = "", anchor] = decodeURI(target).split("#");
      const wanted = file === "" ? path : normalize(join(dirname(path), file)).replaceAll("\\", "/");
      if (!existsSync(join(root, wanted))) return true;
      return anchor !== undefined && !readPage(wanted).anchors.has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it("lead from the README to every other page for readers", () => {
    expect(readme.targets).toEqual(
      expect.arrayContaining(["ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/rules.md", "LICENSE"]),
    );
  });

  it("name files and folders that are there", () => {
    const paths = pages.flatMap(({ path, codes }) =>
      codes
        .filter((code) => /^(?:client|docs|examples|l10n|scripts|server|snippets|syntaxes|test)\/[\w./-]+$/.test(code))
        // Bundles are made on demand, NAME and group stand for what the reader adds, and new-kind's example is one.
        .filter((code) => !/\/dist\b|NAME|group\/|example|safety-report/.test(code))
        .map((code) => ({ path, code })),
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter(({ code }) => !existsSync(join(root, code)))).toEqual([]);
  });
});

describe("the commands of the project", () => {
  const named = (text: string) => found(text, /\bnpm (?:run )?((?<=run )[\w:-]+|start|test)\b/g);

  it("are scripts of the manifest wherever a page names one", () => {
    const unknown = pages.flatMap(({ path, text }) =>
      named(text)
        .filter((name) => !(name in manifest.scripts))
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are all told to contributors", () => {
    expect(unique(named(pageAt("CONTRIBUTING.md").text))).toEqual(Object.keys(manifest.scripts).sort());
  });

  it("need the versions that the README names", () => {
    const node = /\d+\.\d+/.exec(manifest.engines.node)![0];
    const vscode = /\d+\.\d+/.exec(manifest.engines.vscode)![0];
    for (const part of [readme.text.replace(englishPart, ""), englishPart]) {
      expect(part).toContain(`Node ${node}`);
      expect(part).toMatch(new RegExp(`VS Code[^\\n]{0,12}${vscode.replace(".", "\\.")}`));
    }
  });

  it("have a changelog for the version of the manifest", () => {
    expect(pageAt("CHANGELOG.md").text).toContain(`\n## ${manifest.version}`);
  });
});

describe("what the README says of VS Code", () => {
  it("has every setting with its default, in both languages, and no other", () => {
    const rows = readme.rows.filter(([name = ""]) => /^`baogao\.[\w.]+`$/.test(name));
    const told = rows.map(([name, value]) => `${name} ${value}`).sort();
    const wanted = Object.entries(configuration.properties).map(([name, setting]) => {
      const value = typeof setting.default === "string" ? setting.default || '""' : JSON.stringify(setting.default);
      return `\`${name}\` \`${value}\``;
    });
    expect(told).toEqual([...wanted, ...wanted].sort());
  });

  it("names nothing of ours that the manifest lacks", () => {
    const ours = readme.codes.filter((code) => /^baogao\.(?!ya?ml$)[\w.]+$/.test(code));
    const known = [...Object.keys(configuration.properties), ...commands.map(({ command }) => command)];
    expect(unique(ours)).toEqual(known.sort());
  });

  it("has every command by its id and its title", () => {
    const key = (title: string) => title.replaceAll("%", "");
    const rows = readme.rows.filter(([, id = ""]) => /^`baogao\.\w+`$/.test(id)).map(([title, id]) => `${id} ${title}`);
    expect(rows).toEqual(commands.map(({ command, title }) => `\`${command}\` ${chinese[key(title)]}`));
    for (const { title } of commands) expect(englishPart).toContain(english[key(title)]!);
  });

  it("has the key of every command that has one", () => {
    const written = (key: string) => key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    expect(keybindings.length).toBeGreaterThan(0);
    for (const { command, key, mac } of keybindings) {
      const row = readme.rows.find(([, id]) => id === `\`${command}\``);
      expect(row?.[2]).toContain(`\`${written(key)}\``);
      expect(row?.[2]).toContain(`\`${written(mac)}\``);
      expect(englishPart).toContain(`\`${written(key)}\``);
    }
  });

  it("has every default of VS Code that the extension changes", () => {
    const changed = Object.values(configurationDefaults).flatMap((defaults) => Object.keys(defaults));
    expect(changed.length).toBeGreaterThan(0);
    for (const name of changed) expect(readme.codes.filter((code) => code === name)).toHaveLength(2);
  });

  it("has the kinds and their snippets", () => {
    for (const kind of builtinCatalog.kinds) {
      const row = readme.rows.find(([name]) => name === kind.name.zh);
      expect(row?.[1], kind.id).toBe(kind.prefixes.map((prefix) => `\`${prefix}\``).join(" "));
    }
    const start = readme.rows.findIndex(([header]) => header === "常用的节");
    const sections = readme.rows.slice(start + 1, start + 9).flatMap((row) => found(row[1] ?? "", /`([^`]+)`/g));
    const known = builtinCatalog.kinds.flatMap(({ slots }) => slots.flatMap(({ prefixes }) => prefixes));
    expect(sections.length).toBeGreaterThan(12);
    expect(sections.filter((prefix) => !known.includes(prefix))).toEqual([]);
  });
});

describe("the examples of the README", () => {
  const fencesOf = (info: string) => readme.fences.filter((fence) => fence.info === info).map(({ text }) => text);

  it("show front matter that holds", () => {
    const matters = fencesOf("yaml").filter((text) => text.startsWith("---"));
    expect(matters).toHaveLength(1);
    const read = documentOf(`${matters[0]}\n\n{{人数}}\n`).derive(frontMatter);
    expect(read.problems).toEqual([]);
    expect(read).toMatchObject({ kind: "述职报告", year: 2025, org: "县水务局", profile: "final" });
    expect(read.variables.get("人数")).toBe("36");
  });

  it("show a configuration that holds", () => {
    const configs = fencesOf("yaml").filter((text) => !text.startsWith("---"));
    expect(configs).toHaveLength(1);
    const config = readConfig(configs[0]!);
    expect(config.problems).toEqual([]);
    expect(config).toMatchObject({ kind: "工作总结", profile: "draft" });
    expect(config.include?.("报告/年终/总结.txt")).toBe(true);
    expect(config.exclude?.("报告/参考/旧稿.md")).toBe(true);
    expect(Object.keys(config.rules)).toEqual(["residue", "structure/lone-subsection", "numbering/start"]);
  });

  it("show comments that silence what stands below them, and say so of one that has nothing to silence", async () => {
    const [comments] = fencesOf("markdown");
    const text = `# 区水务局2025年工作总结\n\n一、主要工作\n\n${comments}\n`;
    const rulesIn = async (source: string) => {
      const { findings } = await testService().check(sourceOf(source));
      return unique(findings.map(({ rule }) => rule)).filter((rule) => !rule.startsWith("structure/"));
    };
    expect(await rulesIn(text)).toEqual(["suppression/unused"]);
    expect(await rulesIn(text.replace(/<!--.*-->/g, ""))).toEqual(["numbering/gap", "placeholder/unfilled"]);
  });
});

describe("what the README says of the command line", () => {
  let script = "";
  beforeAll(async () => {
    script = await bundleServer("server/src/cli/main.ts");
  }, 60_000);
  afterAll(() => rmSync(dirname(script), { recursive: true, force: true }));

  const run = (...args: string[]) => spawnCli(script, args, { cwd: root });
  const lines = [
    ...readme.codes,
    ...readme.fences.filter(({ info }) => info === "sh").flatMap(({ text }) => text.split("\n")),
  ];
  const calls = unique(lines.flatMap((line) => found(line, /node server\/dist\/cli\.js (.+)$/g)));

  it("has every command that the help has, and no other", async () => {
    const { stdout } = await run("--help");
    const list = stdout.slice(stdout.indexOf("Commands:"), stdout.indexOf("Exit status:"));
    const known = unique(found(list, /^ {2}([a-z]+)\b/gm));
    expect(known.length).toBeGreaterThan(5);
    expect(unique(calls.map((call) => call.split(" ")[0]!))).toEqual(known);
    const after = englishPart.slice(englishPart.indexOf("## Command line"));
    for (const name of known) expect(after).toMatch(new RegExp(`(?:\`|cli\\.js )${name}\\b`));
  });

  it("names options that there are", async () => {
    const helps = await Promise.all(["check", "new"].map(async (name) => (await run(name, "--help")).stdout));
    const start = readme.text.indexOf("\n## 命令行");
    const section = readme.text.slice(start, readme.text.indexOf("\n## ", start + 1)).replace(/git diff [^|]*\|/g, "");
    const options = unique(found(section, /(?<=[ `])(--[a-z][a-z-]+)/g));
    expect(options.length).toBeGreaterThan(8);
    expect(options.filter((option) => !helps.join("").includes(`${option} `))).toEqual([]);
  });

  it("shows calls that work", async () => {
    // Those that read a list or write a file are tried in test/cli.
    const plain = calls.filter((call) => !/--files-from -|(?:^| )-o /.test(call));
    expect(plain.length).toBeGreaterThan(6);
    for (const call of plain) {
      const outcome = await run(...call.split(" ").map((argument) => argument.replaceAll('"', "")));
      expect([0, 1], `${call}: ${outcome.stderr}`).toContain(outcome.status);
      expect(outcome.stdout, call).not.toBe("");
    }
  }, 60_000);

  it("shows the shape of the JSON as it is", async () => {
    const shown = readme.fences.find(({ info, text }) => info === "json" && text.includes('"findings"'))!.text;
    const real = (await run("check", "--format", "json", "examples/2025年度述职报告.md")).stdout;
    expect(shapeOf(JSON.parse(shown))).toEqual(shapeOf(JSON.parse(real)));
  });
});

/** The keys of a JSON value with the types behind them; of an array the first element. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

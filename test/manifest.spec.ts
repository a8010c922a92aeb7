import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

type Texts = Readonly<Record<string, string>>;

interface Setting {
  readonly scope?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly default?: unknown;
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly grammars: readonly { readonly path: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const root = fileURLToPath(new URL("../", import.meta.url));
const readText = (path: string) => readFileSync(`${root}${path}`, "utf8");
const readJson = <T>(path: string) => JSON.parse(readText(path)) as T;

const manifestText = readText("package.json");
const manifest = JSON.parse(manifestText) as Manifest;
const { commands, configuration, grammars, keybindings, menus } = manifest.contributes;
const english = readJson<Texts>("package.nls.json");
const chinese = readJson<Texts>("package.nls.zh-cn.json");
const bundle = readJson<Texts>("l10n/bundle.l10n.zh-cn.json");
const sources = globSync("client/src/**/*.ts", { cwd: root }).map((path) => ({ path, text: readText(path) }));

const HAN = /\p{Script=Han}/u;
const keyOf = (text: string | undefined) => /^%(.+)%$/.exec(text ?? "")?.[1];
const placeholdersIn = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([found]) => found).sort();

describe("the texts of the manifest", () => {
  const used = [...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!);

  it("has every key that the manifest uses, in both languages, and no other", () => {
    const wanted = [...new Set(used)].sort();
    expect(Object.keys(english).sort()).toEqual(wanted);
    expect(Object.keys(chinese).sort()).toEqual(wanted);
  });

  it("is written in the language that the file promises", () => {
    expect(Object.entries(english).filter(([, text]) => text.trim() === "" || !/[A-Za-z]/.test(text))).toEqual([]);
    expect(Object.entries(chinese).filter(([, text]) => !HAN.test(text))).toEqual([]);
  });
});

describe("the strings of the client", () => {
  const calls = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\bl10n\.t\(/g)].map(({ index }) => [path, text, index] as const),
  );
  const strings = calls.map(([path, text, index]) => {
    const literal = /^l10n\.t\(\s*("(?:[^"\\\n]|\\.)*")/.exec(text.slice(index))?.[1];
    return literal === undefined ? `${path}: l10n.t without a plain string` : (JSON.parse(literal) as string);
  });

  it("has a Chinese text for each string and no text without a string", () => {
    expect(strings.length).toBeGreaterThan(0);
    expect(Object.keys(bundle).sort()).toEqual([...new Set(strings)].sort());
  });

  it("keeps the arguments of each string in its Chinese text", () => {
    for (const [source, text] of Object.entries(bundle))
      expect(placeholdersIn(text), source).toEqual(placeholdersIn(source));
  });

  it("shows no text that is not translated", () => {
    const shown = /\b(?:show(?:Error|Warning|Information)Message|setStatusBarMessage|createOutputChannel)\(\s*["`]/;
    expect(sources.filter(({ text }) => shown.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("commands", () => {
  const registered = [...readText("client/src/commands/index.ts").matchAll(/"(baogao\.\w+)": (\w+)/g)];
  const ids = commands.map(({ command }) => command);

  it("contributes what the client registers, each from a file of its own", () => {
    expect(registered.map(([, id]) => id).sort()).toEqual([...ids].sort());
    for (const [, id, handler] of registered) {
      expect(id).toBe(`baogao.${handler}`);
      expect(readText(`client/src/commands/${handler}.ts`)).toContain(`function ${handler}(`);
    }
  });

  it.each(commands.map((entry) => [entry.command, entry] as const))("%s has a title and a category", (_, entry) => {
    expect(keyOf(entry.title)).toBe(`command.${entry.command.slice("baogao.".length)}.title`);
    expect(keyOf(entry.category)).toBe("command.category");
  });

  it("binds keys and menus to commands that exist", () => {
    const bound = [...keybindings, ...Object.values(menus).flat()].map(({ command }) => command);
    expect(bound.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("settings", () => {
  it.each(Object.entries(configuration.properties))("%s has a scope and its texts", (name, setting) => {
    expect(name).toMatch(/^baogao\./);
    expect(["window", "resource", "language-overridable", "machine", "application"]).toContain(setting.scope);
    expect(keyOf(setting.markdownDescription ?? setting.description)).toMatch(/^config\..+\.description$/);
    expect(setting.default).toBeDefined();
    if (setting.enum === undefined) return;
    expect(setting.enum).toContain(setting.default);
    expect(setting.markdownEnumDescriptions?.map(keyOf).filter(Boolean)).toHaveLength(setting.enum.length);
  });

  it("offers exactly the kinds that there are", () => {
    const kinds = globSync("server/data/kinds/*.yaml", { cwd: root }).map((path) => path.replace(/^.*\/|\.yaml$/g, ""));
    const offered = configuration.properties["baogao.kind"]?.enum?.filter((kind) => kind !== "") as string[];
    expect([...offered].sort()).toEqual(kinds.sort());
  });
});

describe("files of the manifest", () => {
  it("has the grammars, and an icon of at least 128 pixels that is no SVG", () => {
    expect(grammars.filter(({ path }) => !existsSync(`${root}${path}`))).toEqual([]);
    const png = readFileSync(`${root}${manifest.icon}`);
    // The header of a PNG holds width and height as big-endian words at offsets 16 and 20.
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });
});

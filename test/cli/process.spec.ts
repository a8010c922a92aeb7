import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleServer } from "../protocol/bundle.ts";
import { type SpawnOptions, spawnCli } from "./spawnCli.ts";
import { tempFolder } from "./tempFolder.ts";

let script: string;
beforeAll(async () => {
  script = await bundleServer("server/src/cli/main.ts");
}, 60_000);

const run = (args: readonly string[], options: SpawnOptions) => spawnCli(script, args, options);

/** A report that lacks nothing and has nothing to fill in. */
const finished = `# 区水务局2024年工作总结

一年来，全局干部职工齐心协力，较好地完成了各项任务。现总结如下：

## 一、主要工作

全年新建供水管网，改造老旧泵站，群众用水更加便利。

## 二、存在的问题

有的泵站设备老化，巡查还不够及时。

## 三、下一步打算

继续改造老旧泵站，按月开展巡查。
`;
/** The same with one figure missing, in the line with index 6. */
const unfilled = finished.replace("全年新建", "全年【请填：次数】次巡查，新建");
const blank = { line: 6, start: "全年".length, end: "全年【请填：次数】".length };

/** The contract of `--format json`. */
const position = {
  type: "object",
  additionalProperties: false,
  required: ["line", "character"],
  properties: { line: { type: "integer", minimum: 0 }, character: { type: "integer", minimum: 0 } },
};
const count = { type: "integer", minimum: 0 };
const counts = ["files", "errors", "warnings", "infos", "hints"];
const matchesContract = new Ajv({ allowUnionTypes: true }).compile({
  type: "object",
  additionalProperties: false,
  required: ["version", "files", "summary"],
  properties: {
    version: { const: 1 },
    files: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["path", "kind", "findings"],
        properties: {
          path: { type: "string" },
          kind: { type: ["string", "null"] },
          findings: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["rule", "severity", "message", "range", "fix"],
              properties: {
                rule: { type: "string", pattern: "^[a-z-]+/[a-z-]+$" },
                severity: { enum: ["error", "warning", "info", "hint"] },
                message: { type: "string", minLength: 1 },
                range: {
                  type: "object",
                  additionalProperties: false,
                  required: ["start", "end"],
                  properties: { start: position, end: position },
                },
                fix: { enum: ["none", "safe", "offer"] },
              },
            },
          },
        },
      },
    },
    summary: {
      type: "object",
      additionalProperties: false,
      required: counts,
      properties: Object.fromEntries(counts.map((name) => [name, count])),
    },
  },
});

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
}
interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly kind: string | null;
    readonly findings: readonly JsonFinding[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

function parsed(stdout: string): JsonReport {
  const value: unknown = JSON.parse(stdout);
  matchesContract(value);
  expect(matchesContract.errors).toBeNull();
  return value as JsonReport;
}

describe("check", () => {
  test("a finished report: nothing found, 0", async () => {
    const { status, stdout, stderr } = await run(["check", "a.md"], { cwd: tempFolder({ "a.md": finished }) });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe("检查了 1 个文件，其中报告 1 份，没有发现问题\n");
  });

  test("a blank: its exact place, 1; an error in the final profile", async () => {
    const cwd = tempFolder({ "a.md": unfilled });
    const draft = await run(["check", "--format", "json", "a.md"], { cwd });
    expect(draft.status).toBe(1);
    const { files, summary } = parsed(draft.stdout);
    expect(files).toEqual([
      {
        path: "a.md",
        kind: "work-summary",
        findings: [
          expect.objectContaining({
            rule: "placeholder/unfilled",
            severity: "warning",
            range: {
              start: { line: blank.line, character: blank.start },
              end: { line: blank.line, character: blank.end },
            },
          }),
        ],
      },
    ]);
    expect(summary).toEqual({ files: 1, errors: 0, warnings: 1, infos: 0, hints: 0 });
    const final = await run(["check", "--format", "json", "--profile", "final", "a.md"], { cwd });
    expect(parsed(final.stdout).summary.errors).toBe(1);
  });

  test("the pretty form says the same, counted from 1", async () => {
    const { stdout } = await run(["check", "a.md"], { cwd: tempFolder({ "a.md": unfilled }) });
    expect(stdout).toMatch(/^a\.md\n {2}7:3 {2}警告 {2}.+ {2}placeholder\/unfilled\n\n检查了 1 个文件/);
  });

  const gbk = Buffer.concat([
    Buffer.from([0xb9, 0xa4, 0xd7, 0xf7, 0xd7, 0xdc, 0xbd, 0xe1, 0x0a]), // 工作总结
    Buffer.from([0x58, 0x58, 0xb4, 0xce, 0x0a]), // XX次
  ]);
  const encodings: [string, Buffer, number, { line: number; character: number }][] = [
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${unfilled}`), 0, { line: blank.line, character: blank.start }],
    ["UTF-16LE", Buffer.from(`\ufeff${unfilled}`, "utf16le"), 0, { line: blank.line, character: blank.start }],
    ["CRLF", Buffer.from(unfilled.replaceAll("\n", "\r\n")), 0, { line: blank.line, character: blank.start }],
    ["CR", Buffer.from(unfilled.replaceAll("\n", "\r")), 0, { line: blank.line, character: blank.start }],
    ["GBK", gbk, 1, { line: 1, character: 0 }],
  ];
  test.each(encodings)("%s", async (_name, bytes, notes, place) => {
    const cwd = tempFolder({ "a.md": bytes });
    const { status, stdout, stderr } = await run(["check", "--report", "--format", "json", "a.md"], { cwd });
    expect(status).toBe(1);
    expect(stderr.split("\n").length - 1).toBe(notes);
    const places = parsed(stdout).files[0]!.findings.filter(({ rule }) => rule === "placeholder/unfilled");
    expect(places.map(({ range }) => range.start)).toEqual([place]);
  });

  test("standard input under a name, whose config counts", async () => {
    const cwd = tempFolder({ "子/baogao.yaml": "rules:\n  placeholder/unfilled: error\n" });
    const { status, stdout } = await run(["check", "-", "--stdin-filepath", "子/新.md", "--format", "json"], {
      cwd,
      input: unfilled,
    });
    expect(status).toBe(1);
    expect(parsed(stdout)).toMatchObject({ files: [{ path: "子/新.md" }], summary: { errors: 1 } });
  });

  test("what is no report gets no finding, unless --report says it is one", async () => {
    const cwd = tempFolder({ "README.md": "# 工具说明\n\n还有 XX次 没有写。\n" });
    const plain = await run(["check", "--format", "json", "."], { cwd });
    expect(plain.status).toBe(0);
    expect(parsed(plain.stdout).files).toEqual([{ path: "README.md", kind: null, findings: [] }]);
    expect((await run(["check", "--report", "."], { cwd })).status).toBe(1);
  });

  test("a broken config is reported at its line, 2, and the rest of it counts", async () => {
    const cwd = tempFolder({
      "baogao.yaml": "rules:\n  placeholder/unfilled: error\n  placeholder/unfiled: hint\nprofil: final\n",
      "a.md": unfilled,
    });
    const { status, stdout } = await run(["check", ".", "--format", "json"], { cwd });
    const { files } = parsed(stdout);
    expect(status).toBe(2);
    expect(files.map(({ path }) => path)).toEqual(["baogao.yaml", "a.md"]);
    expect(files[0]!.findings.map(({ rule, range }) => [rule, range.start.line])).toEqual([
      ["config/invalid", 2],
      ["config/invalid", 3],
    ]);
    expect(files[1]!.findings.map(({ severity }) => severity)).toEqual(["error"]);
  });

  test("a config that is no YAML: its line, 2, and the files are checked", async () => {
    const cwd = tempFolder({ "baogao.yaml": "profile: draft\nrules: [\n", "a.md": unfilled });
    const { status, stdout } = await run(["check", ".", "--format", "json"], { cwd });
    const { files } = parsed(stdout);
    expect(status).toBe(2);
    expect(files[0]!.findings[0]).toMatchObject({ rule: "config/invalid" });
    expect(files[1]!.findings).toHaveLength(1);
  });

  test("a file that cannot be read is named, 2, and the others are checked", async () => {
    const cwd = tempFolder({ "a.md": unfilled });
    symlinkSync("环.md", join(cwd, "环.md"));
    const { status, stdout, stderr } = await run(["check", "环.md", "没有.md", "a.md", "--format", "json"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^环\.md：.+\n没有\.md：.+\n$/);
    expect(parsed(stdout).files.map(({ path }) => path)).toEqual(["a.md"]);
  });

  test("bad input: every other finding is still there", async () => {
    const cwd = tempFolder({
      "长行.md": `# 工作总结\n\n${"我们开展巡查，群众满意。".repeat(90_000)}\n\n共XX次。\n`,
      "多行.md": `# 工作总结\n\n${"干活。\n".repeat(100_000)}\n共XX次。\n`,
      "空字符.md": "# 工作总结\n\n\0\0\n\n共XX次。\n",
      "围栏.md": "# 工作总结\n\n共XX次。\n\n```\n没有结束\n",
      "前言.md": "---\nkind: 工作总结\n\n# 工作总结\n\n共XX次。\n",
      "空.md": "",
    });
    const { status, stdout, stderr } = await run(["check", "--report", "--format", "json", "."], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    const unfilledIn = parsed(stdout).files.map(({ path, findings }) => [
      path,
      findings.filter(({ rule }) => rule === "placeholder/unfilled").length,
    ]);
    expect(Object.fromEntries(unfilledIn)).toEqual({
      "长行.md": 1,
      "多行.md": 1,
      "空字符.md": 1,
      "围栏.md": 1,
      "前言.md": 1,
      "空.md": 0,
    });
  });

  test("a reader that goes away (| head) ends it without a word", async () => {
    const many = unfilled + "\n共【请填：次数】次，【请填：人数】人，【请填：金额】元。\n".repeat(50);
    const cwd = tempFolder(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.md`, many])));
    const { status, stderr } = await run(["check", "."], { cwd, closeAfter: 1 });
    expect({ status, stderr }).toEqual({ status: 141, stderr: "" });
  });

  test("Ctrl+C ends it without a word", async () => {
    const { status, stdout, stderr } = await run(["check", "-"], { cwd: tempFolder(), interruptAfter: 1_500 });
    expect({ status, stdout, stderr }).toEqual({ status: 130, stdout: "", stderr: "" });
  });
});

describe("outline", () => {
  const report = `# 区水务局2024年工作总结\n\n一、主要工作\n\n（一）抓好供水。一是新建管网。二是改造泵站。\n\n二、存在的问题\n\n三、下一步打算\n`;

  test("text: two spaces a level, with lines", async () => {
    const { status, stdout } = await run(["outline", "a.md"], { cwd: tempFolder({ "a.md": report }) });
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        "区水务局2024年工作总结  1",
        "  一、主要工作  3",
        "    （一）抓好供水  5",
        "      一是新建管网  5",
        "      二是改造泵站  5",
        "  二、存在的问题  7",
        "  三、下一步打算  9",
        "",
      ].join("\n"),
    );
  });

  test("JSON: zero-based ranges, the heading inside its section", async () => {
    const { stdout } = await run(["outline", "-", "--format", "json"], { cwd: tempFolder(), input: report });
    const { version, path, symbols } = JSON.parse(stdout);
    expect({ version, path }).toEqual({ version: 1, path: "<stdin>" });
    expect(symbols[0].kind).toBe("title");
    expect(symbols[0].children[0]).toMatchObject({
      name: "一、主要工作",
      kind: "section",
      selectionRange: { start: { line: 2, character: 0 }, end: { line: 2, character: "一、主要工作".length } },
    });
    expect(symbols[0].children[0].children[0].children[0].kind).toBe("series");
  });

  test("what is no report has none, and says how to get one", async () => {
    const cwd = tempFolder({ "README.md": "# 工具\n\n## 用法\n" });
    const { status, stdout, stderr } = await run(["outline", "README.md"], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("--report");
  });
});

describe("rules, explain, kinds", () => {
  test("every rule is listed and has a page that explain prints", async () => {
    const cwd = tempFolder();
    const { rules } = JSON.parse((await run(["rules", "--format", "json"], { cwd })).stdout) as {
      rules: { id: string }[];
    };
    expect(rules.length).toBeGreaterThan(10);
    for (const { id } of rules) {
      const page = readFileSync(new URL(`../../server/src/rules/${id}.md`, import.meta.url), "utf8");
      expect((await run(["explain", id], { cwd })).stdout).toBe(`${page.trimEnd()}\n`);
    }
  }, 60_000);

  test("the list for people names each rule at the start of a line", async () => {
    const { stdout } = await run(["rules", "--locale", "en"], { cwd: tempFolder() });
    expect(stdout).toMatch(/^rule +severity +fix +rests on +finds\n/);
    expect(stdout).toMatch(/^placeholder\/unfilled +warning +none +实务 +\S/m);
  });

  test("an unknown rule: the nearest one is named, 2", async () => {
    const { status, stderr } = await run(["explain", "placeholder/unfiled"], { cwd: tempFolder() });
    expect(status).toBe(2);
    expect(stderr).toContain("placeholder/unfilled");
  });
});

describe("new", () => {
  test("each kind gives a skeleton in which nothing but the blanks is to be done", async () => {
    const cwd = tempFolder();
    const { kinds } = JSON.parse((await run(["kinds", "--format", "json"], { cwd })).stdout) as {
      kinds: { id: string }[];
    };
    expect(kinds.map(({ id }) => id)).toContain("party-building");
    for (const { id } of kinds) {
      const created = await run(["new", id, "--year", "2025", "--org", "区水务局", "-o", `${id}.md`], { cwd });
      expect(created).toMatchObject({ status: 0, stdout: "" });
      const { stdout } = await run(["check", "--format", "json", "--report", "--kind", id, `${id}.md`], { cwd });
      const [file] = parsed(stdout).files;
      expect(file).toMatchObject({ kind: id });
      const rules = new Set(file!.findings.map(({ rule }) => rule));
      expect([id, ...rules]).toEqual([id, "placeholder/unfilled"]);
    }
  }, 60_000);

  test("a kind may be named as front matter names it, by an alias", async () => {
    const { status, stdout } = await run(["new", "党建述职报告", "--year", "2025"], { cwd: tempFolder() });
    expect([status, stdout.includes("2025年度抓基层党建工作述职报告")]).toEqual([0, true]);
  });

  test("a name in Chinese prints to standard output; fields are filled in", async () => {
    const { status, stdout } = await run(["new", "抓基层党建述职报告", "--year", "2025", "--org", "区水务局"], {
      cwd: tempFolder(),
    });
    expect(status).toBe(0);
    expect(stdout.split("\n", 1)[0]).toMatch(/区水务局.*2025年/);
  });

  test("a file that exists is left alone without --force", async () => {
    const cwd = tempFolder({ "a.md": "我的" });
    const refused = await run(["new", "general", "-o", "a.md"], { cwd });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--force");
    expect(readFileSync(join(cwd, "a.md"), "utf8")).toBe("我的");
    expect((await run(["new", "general", "-o", "a.md", "--force"], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, "a.md"), "utf8")).not.toBe("我的");
  });
});

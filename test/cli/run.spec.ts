import { describe, expect, test } from "vitest";
import type { DocumentSource } from "../../server/src/service/service.ts";
import { runInProcess } from "./inProcess.ts";
import { tempFolder } from "./tempFolder.ts";

/** The paths that a JSON run reports, in order. */
const pathsOf = (stdout: string) => (JSON.parse(stdout).files as { path: string }[]).map(({ path }) => path);

const check = (...args: string[]) => ["check", "--format", "json", ...args];

describe("exit status", () => {
  const cases = [
    { name: "nothing found", text: "报告", args: [], status: 0 },
    { name: "hints alone", text: "报告 HH", args: [], status: 0 },
    { name: "a warning", text: "报告 W", args: [], status: 1 },
    { name: "an error", text: "报告 E", args: [], status: 1 },
    { name: "as many warnings as allowed", text: "报告 WW", args: ["--max-warnings", "2"], status: 0 },
    { name: "one warning more", text: "报告 WWW", args: ["--max-warnings", "2"], status: 1 },
    { name: "an error, whatever warnings are allowed", text: "报告 E", args: ["--max-warnings", "9"], status: 1 },
    { name: "a fault of the service", text: "报告 CRASH", args: [], status: 2 },
    { name: "a rule that crashed", text: "报告 LOGCRASH", args: [], status: 2 },
  ];
  test.each(cases)("$name → $status", async ({ text, args, status }) => {
    const cwd = tempFolder({ "a.md": text });
    expect((await runInProcess(check("a.md", ...args), { cwd })).status).toBe(status);
  });

  test("a fault in one file leaves the others their findings, and no stack trace", async () => {
    const cwd = tempFolder({ "a.md": "CRASH", "b.md": "报告 W" });
    const { stdout, stderr, status } = await runInProcess(check("."), { cwd });
    expect(status).toBe(2);
    expect(pathsOf(stdout)).toEqual(["b.md"]);
    expect(stderr).toContain("a.md");
    expect(stderr).toContain("boom");
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  const wrongUse = [
    { args: ["check", "--format", "xml"], says: ["xml", "pretty", "json", "选项的值不对"] },
    { args: ["check", "--fromat", "json"], says: ["--fromat", "没有这个选项", "--format"] },
    { args: ["chekc"], says: ["chekc", "没有这个命令", "check"] },
    { args: ["check", "--max-warnings", "-1"], says: ["--max-warnings", "整数"] },
    { args: ["check", "--max-warnings", "两"], says: ["--max-warnings", "整数"] },
    { args: ["check", "--profile", "finall"], says: ["finall", "draft"] },
    { args: ["check", "--kind", "party-bulding"], says: ["party-bulding", "party-building"] },
    { args: ["check", "--config", "没有.yaml"], says: ["没有.yaml"] },
    { args: ["check", "--files-from", "没有.txt"], says: ["没有.txt"] },
    { args: ["check", "-", "--files-from", "-"], says: ["--files-from"] },
    { args: ["check", "a.md", "--stdin-filepath", "b.md"], says: ["--stdin-filepath"] },
    { args: ["explain"], says: ["缺少参数"] },
    { args: ["explain", "letter/waring"], says: ["letter/waring", "letters/warning"] },
    { args: ["explain", "warning"], says: ["letters/warning"] },
    { args: ["new", "没有这种"], says: ["没有这种", "baogao kinds"] },
    { args: ["new", "general", "--year", "25"], says: ["--year", "1949"] },
    { args: ["outline", "."], says: ["文件夹"] },
    { args: ["outline", "没有.md"], says: ["没有.md"] },
    { args: [], says: ["用法 Usage"] },
  ];
  test.each(wrongUse)("wrong use: $args", async ({ args, says }) => {
    const outcome = await runInProcess(args, { cwd: tempFolder({ "a.md": "报告" }) });
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toBe("");
    for (const words of says) expect(outcome.stderr).toContain(words);
    expect(outcome.stderr).not.toMatch(/^ {4}at /m);
  });

  test.each([["--help"], ["check", "--help"], ["--version"]])("%s %s → 0", async (...args) => {
    const { status, stdout, stderr } = await runInProcess(args, { cwd: tempFolder() });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(args.includes("--version") ? /^1\.2\.3\n$/ : /用法 Usage: baogao/);
  });

  test("says things in English when asked to", async () => {
    const { stderr } = await runInProcess(["check", "--locale", "en", "gone.md"], { cwd: tempFolder() });
    expect(stderr).toBe("gone.md: no such file or folder\n");
  });
});

describe("which files", () => {
  const tree = {
    "a.md": "报告",
    "B.MARKDOWN": "报告",
    "说明.txt": "报告",
    "子/c.md": "报告",
    "子/[一]d.md": "报告",
    "node_modules/x/e.md": "报告",
    ".藏/f.md": "报告",
    "g.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
  };
  const cases: { args: string[]; finds: string[]; input?: string }[] = [
    { args: [], finds: ["B.MARKDOWN", "a.md", "子/[一]d.md", "子/c.md"] },
    { args: ["."], finds: ["B.MARKDOWN", "a.md", "子/[一]d.md", "子/c.md"] },
    { args: ["子"], finds: ["子/[一]d.md", "子/c.md"] },
    { args: ["./子/"], finds: ["子/[一]d.md", "子/c.md"] },
    { args: ["说明.txt", "./a.md"], finds: ["说明.txt", "a.md"] },
    { args: ["a.md", ".", "a.md"], finds: ["a.md", "B.MARKDOWN", "子/[一]d.md", "子/c.md"] },
    { args: ["**/*.md"], finds: ["a.md", "子/[一]d.md", "子/c.md"] },
    { args: ["*.{md,txt}"], finds: ["a.md", "说明.txt"] },
    { args: ["**"], finds: ["B.MARKDOWN", "a.md", "子/[一]d.md", "子/c.md"] },
    { args: ["**/*.md", "!子/c.md"], finds: ["a.md", "子/[一]d.md"] },
    { args: ["子/[一]d.md"], finds: ["子/[一]d.md"] },
    { args: [".藏"], finds: [".藏/f.md"] },
    { args: ["--files-from", "-"], input: "a.md\r\n\r\n子/c.md\n", finds: ["a.md", "子/c.md"] },
    { args: ["--files-from", "-"], input: "a.md\0子/[一]d.md\0", finds: ["a.md", "子/[一]d.md"] },
    { args: ["a.md", "--files-from", "-"], input: "a.md\n子\n", finds: ["a.md", "子/[一]d.md", "子/c.md"] },
    { args: ["--files-from", "-"], input: "", finds: [] },
    { args: ["-"], input: "报告", finds: ["<stdin>"] },
    { args: ["-", "a.md", "--stdin-filepath", "子/新.md"], input: "报告", finds: ["子/新.md", "a.md"] },
    { args: ["--stdin-filepath", "子/新.md"], input: "报告", finds: ["子/新.md"] },
  ];
  test.each(cases)("$args", async ({ args, finds, input }) => {
    const cwd = tempFolder(tree);
    const outcome = await runInProcess(check(...args), { cwd, ...(input === undefined ? {} : { input }) });
    expect(pathsOf(outcome.stdout)).toEqual(finds);
    expect(outcome.status).toBe(0);
  });

  test("an absolute path stays as it was named", async () => {
    const cwd = tempFolder(tree);
    expect(pathsOf((await runInProcess(check(`${cwd}/子`), { cwd: tempFolder() })).stdout)).toEqual([
      `${cwd}/子/[一]d.md`,
      `${cwd}/子/c.md`,
    ]);
  });

  const failing = [
    { args: ["没有.md", "a.md"], says: "没有.md" },
    { args: ["没有*.md", "a.md"], says: "没有*.md" },
    { args: ["g.png", "a.md"], says: "不是文本文件" },
    { args: ["a.md/b.md", "a.md"], says: "a.md/b.md" },
  ];
  test.each(failing)("$args: names what fails, checks the rest, exits with 2", async ({ args, says }) => {
    const { status, stdout, stderr } = await runInProcess(check(...args), { cwd: tempFolder(tree) });
    expect(status).toBe(2);
    expect(stderr).toContain(says);
    expect(pathsOf(stdout)).toEqual(["a.md"]);
  });
});

describe("config", () => {
  test("the nearest one upward applies, and globs are matched from its folder", async () => {
    const sources: DocumentSource[] = [];
    const cwd = tempFolder({
      "baogao.yaml": "profile: final\n",
      "甲/a.md": "报告",
      "乙/baogao.yml": "profile: draft\n",
      "乙/丙/b.md": "报告",
    });
    await runInProcess(check("."), { cwd, sources });
    expect(sources.map(({ path, config }) => [path, config?.path, config?.text])).toEqual([
      ["丙/b.md", `${cwd}/乙/baogao.yml`, "profile: draft\n"],
      ["甲/a.md", `${cwd}/baogao.yaml`, "profile: final\n"],
    ]);
  });

  test("--config is used instead, and reaches files outside its folder from the current one", async () => {
    const sources: DocumentSource[] = [];
    const elsewhere = tempFolder({ "own.yaml": "exclude: [旧/**]\n" });
    const cwd = tempFolder({ "baogao.yaml": "profile: final\n", "a.md": "报告", "旧/b.md": "报告" });
    await runInProcess(check(".", "--config", `${elsewhere}/own.yaml`), { cwd, sources });
    expect(sources.map(({ path, config }) => [path, config?.text])).toEqual([["a.md", "exclude: [旧/**]\n"]]);
  });

  test("include brings texts in, exclude keeps files out while a folder is walked, a named file is checked", async () => {
    const cwd = tempFolder({
      "baogao.yaml": "include: ['报告/**/*.txt']\nexclude: ['**/旧*']\n",
      "报告/a.txt": "报告",
      "其他/b.txt": "报告",
      "报告/旧稿.md": "报告",
      "报告/c.md": "报告",
    });
    expect(pathsOf((await runInProcess(check("."), { cwd })).stdout)).toEqual(["报告/a.txt", "报告/c.md"]);
    expect(pathsOf((await runInProcess(check("报告/旧稿.md"), { cwd })).stdout)).toEqual(["报告/旧稿.md"]);
  });

  test("a broken one is reported once at its place, makes the status 2 and stops no check", async () => {
    const cwd = tempFolder({ "baogao.yaml": "rules:\n  W: [\n", "a.md": "报告 H", "b.md": "报告" });
    const { status, stdout } = await runInProcess(check("."), { cwd });
    const { files } = JSON.parse(stdout);
    expect(status).toBe(2);
    expect(pathsOf(stdout)).toEqual(["baogao.yaml", "a.md", "b.md"]);
    expect(files[0].findings).toHaveLength(1);
    expect(files[0].findings[0].range.start).toEqual({ line: 1, character: 2 });
  });

  test("options become settings", async () => {
    const sources: DocumentSource[] = [];
    const args = check("a.md", "--profile", "final", "--kind", "调研报告", "--report", "--locale", "en");
    await runInProcess(args, { cwd: tempFolder({ "a.md": "" }), sources });
    expect(sources[0]?.settings).toEqual({
      locale: "en",
      profile: "draft",
      rules: {},
      asked: { profile: "final", kind: "research" },
      forceReport: true,
    });
  });
});

describe("output", () => {
  const files = { "甲.md": "报告\n  HWE\n", "乙.md": "普通 \u001b[31m文本\n" };

  test("pretty groups by file in the order of the text and counts from 1", async () => {
    const { stdout } = await runInProcess(["check", "甲.md", "乙.md"], { cwd: tempFolder(files) });
    expect(stdout).toBe(
      [
        "甲.md",
        "  2:3  提示  字母 H  letters/hint",
        "  2:4  警告  字母 W  letters/warning",
        "  2:5  错误  字母 E  letters/error",
        "",
        "检查了 2 个文件，其中报告 1 份：错误 1，警告 1，信息 0，提示 1",
        "",
      ].join("\n"),
    );
  });

  test("pretty in English", async () => {
    const { stdout } = await runInProcess(["check", "甲.md", "--locale", "en"], { cwd: tempFolder(files) });
    expect(stdout).toContain("  2:4  warning  字母 W  letters/warning\n");
    expect(stdout).toContain("Files checked: 1, reports among them: 1. Errors 1, warnings 1, infos 0, hints 1\n");
  });

  test("colours on a terminal, none with --no-color, none into a pipe unless FORCE_COLOR says so", async () => {
    const cwd = tempFolder(files);
    const colourful = async (args: string[], terminal: boolean, env: Record<string, string> = {}) =>
      (await runInProcess(["check", "甲.md", ...args], { cwd, terminal, env })).stdout.includes("\u001b[");
    expect(await colourful([], true)).toBe(true);
    expect(await colourful(["--no-color"], true)).toBe(false);
    expect(await colourful([], false)).toBe(false);
    expect(await colourful([], false, { FORCE_COLOR: "1" })).toBe(true);
    expect(await colourful(["--no-color"], false, { FORCE_COLOR: "1" })).toBe(false);
  });

  test("--quiet leaves the findings alone", async () => {
    const { stdout } = await runInProcess(["check", "甲.md", "--quiet"], { cwd: tempFolder(files) });
    expect(stdout).toContain("letters/error");
    expect(stdout).not.toContain("检查了");
  });

  test("control characters in a file name do not reach the terminal", async () => {
    const { stdout } = await runInProcess(["check", "."], { cwd: tempFolder({ "\u001b[2J坏.md": "报告 W" }) });
    expect(stdout).toContain("␛[2J坏.md");
    expect(stdout).not.toContain("\u001b");
  });

  test("a text in GBK is checked, and a note says how it was read", async () => {
    // “报告 W” in GBK.
    const gbk = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6, 0x20, 0x57]);
    const { status, stdout, stderr } = await runInProcess(check("a.md"), { cwd: tempFolder({ "a.md": gbk }) });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).files[0].findings[0].range.start).toEqual({ line: 0, character: 3 });
    expect(stderr).toContain("GB18030");
  });

  test("rules and kinds line up under Han headings", async () => {
    const { stdout } = await runInProcess(["rules"], { cwd: tempFolder() });
    expect(stdout).toBe(
      [
        "规则             级别        修复  依据  说明",
        "letters/warning  warning     safe  实务  警告字母",
        "letters/off      off (hint)  none  —     平时不查",
        "",
      ].join("\n"),
    );
  });

  test("rules as JSON", async () => {
    const { stdout } = await runInProcess(["rules", "--format", "json", "--locale", "en"], { cwd: tempFolder() });
    expect(JSON.parse(stdout).rules[0]).toEqual({
      id: "letters/warning",
      severity: "warning",
      finalSeverity: "error",
      on: true,
      kinds: "all",
      fix: "safe",
      authority: { level: "实务", source: "测试" },
      summary: "the letter of warnings",
    });
  });
});

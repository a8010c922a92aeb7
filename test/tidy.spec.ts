import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules/.bin", name);
const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(root, path)));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const folders = readdirSync(join(root, "server/src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** From what is known to who knows it; nobody imports what stands further right. */
const order = [
  "text",
  "syntax",
  "chinese",
  "catalog",
  "config",
  "model",
  "rules",
  "features",
  "service",
  "lsp",
  "node",
  "cli",
];
const core = order.slice(0, order.indexOf("service") + 1);

describe("the direction between the folders", () => {
  const probe = "tidy-probe.ts";
  const probes = order.map((folder) => join(root, "server/src", folder, probe));
  afterAll(() => {
    for (const path of probes) rmSync(path, { force: true });
  });

  /** What Biome says of a file with these lines in this folder. */
  function lint(folder: string, lines: readonly string[]): string {
    const path = join(root, "server/src", folder, probe);
    writeFileSync(path, `${lines.join("\n")}\n`);
    const { stdout, stderr } = spawnSync(bin("biome"), ["lint", "--colors=off", "--max-diagnostics=200", path], {
      cwd: root,
      encoding: "utf8",
    });
    rmSync(path);
    return stdout + stderr;
  }

  it("knows every folder", () => {
    expect(folders.toSorted()).toEqual(order.toSorted());
    const { overrides } = JSON.parse(read("biome.json")) as { overrides: { includes: string[] }[] };
    for (const folder of folders)
      expect(overrides.map(({ includes }) => includes[0])).toContain(`server/src/${folder}/**`);
  });

  it.each(order.slice(0, -1))("%s/ may not import what stands right of it", (folder) => {
    const right = order.slice(order.indexOf(folder) + 1);
    // Siblings of one rank: both stand on text alone.
    const said = lint(
      folder,
      right.map((name) => `export * from "../${name}/index.ts";`),
    );
    expect(said.match(/noRestrictedImports/g)).toHaveLength(right.length);
  });

  it.each(core)("%s/ reads no clock and no file, and only syntax/ knows the parser", (folder) => {
    const said = lint(folder, [
      'export * from "node:fs";',
      'export * from "vscode-languageserver";',
      'export * from "@lezer/markdown";',
      "export const now = Date.now();",
    ]);
    expect(said.match(/noRestrictedImports/g)).toHaveLength(folder === "syntax" ? 2 : 3);
    expect(said).toContain("noRestrictedGlobals");
  });

  it("lets a file that keeps to it pass", () => {
    expect(lint("service", ['export * from "../features/types.ts";'])).not.toContain("noRestricted");
  });
});

describe("the tree", () => {
  it("has every folder of the server named in ARCHITECTURE.md", () => {
    const architecture = read("ARCHITECTURE.md");
    for (const folder of folders) expect(architecture).toContain(`${folder}/`);
  });

  it("has fresh generated files", () => {
    const { status, stdout, stderr } = spawnSync(bin("tsx"), ["scripts/gen.ts", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout + stderr).not.toContain("stale");
    expect(status).toBe(0);
  }, 60_000);

  const texts = tracked.filter((path) => /\.(?:[cm]?[jt]s|json|ya?ml|md|txt|sh)$|^\.ci\//.test(path));

  it("names no package registry and no path of one machine", () => {
    // Put together from parts, so that this file does not name them itself.
    const hosts = ["registry", "npmmirror"].map((name) => `${name}\\.`).join("|");
    const host = new RegExp(`https?://[\\w.-]*(?:${hosts})[\\w.-]+`);
    const machine = new RegExp(`(?<![\\w.~$}{/-])/(?:${["work", "root", "home/\\w+"].join("|")})/[\\w.-]+`);
    const wrong = texts.filter((path) => {
      const text = read(path);
      return host.test(text) || machine.test(text);
    });
    expect(wrong).toEqual([]);
  });

  it("has nothing put off until later", () => {
    const later = new RegExp(
      `\\b(?:${["TO" + "DO", "FIX" + "ME", "XX" + "X:", "HA" + "CK"].join("|")})\\b|not implemented`,
      "i",
    );
    const wrong = tracked.filter(
      (path) =>
        !path.includes("/generated/") &&
        /^(?:server|client|scripts)\/.*\.[cm]?[jt]s$/.test(path) &&
        later.test(read(path)),
    );
    expect(wrong).toEqual([]);
  });

  it("says of every exported function of the core what it does", () => {
    const bare = tracked
      .filter((path) => core.some((folder) => path.startsWith(`server/src/${folder}/`)) && /\.ts$/.test(path))
      .filter((path) => !/generated/.test(path))
      .flatMap((path) =>
        [...read(path).matchAll(/(?<=^|\n)(.*)\nexport (?:async )?function\*? (\w+)/g)]
          .filter(([, above]) => !above!.trimEnd().endsWith("*/"))
          .map(([, , name]) => `${path} ${name}`),
      );
    expect(bare).toEqual([]);
  });
});

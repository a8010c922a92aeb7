// The benchmark itself; `scripts/bench.mjs` builds, installs AutoCorrect and starts this.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compare } from "./compare.ts";
import { describeMachine } from "./machine.ts";
import { putBetweenMarkers } from "./markers.ts";
import { autoCorrect, baogao } from "./peers.ts";
import { full, quick } from "./plan.ts";
import { profileTyping } from "./profileTyping.ts";
import { writeSample } from "./sample.ts";
import { renderTable } from "./table.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({
  options: {
    autocorrect: { type: "string" },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    profile: { type: "string" },
    size: { type: "string", default: "35000" },
  },
});

/** Where the results go with `--write`. */
const pages = ["README.md", "docs/benchmark.md"].map((page) => join(root, page));

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "baogao-bench-"));
  try {
    if (values.profile !== undefined) await profile(folder, values.profile);
    else await bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function profile(folder: string, path: string): Promise<void> {
  const sample = writeSample(folder, Number(values.size));
  const spots = await profileTyping(baogao(root), sample, 200, path);
  const total = spots.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  console.log(`Profile: ${path}. Own time while typing 200 keys into ${sample.text.length} characters:`);
  for (const { name, milliseconds } of spots) {
    console.log(
      `${milliseconds.toFixed(1).padStart(9)} ms ${((100 * milliseconds) / total).toFixed(1).padStart(5)} %  ${name}`,
    );
  }
}

async function bench(folder: string): Promise<void> {
  const script = values.autocorrect;
  if (script === undefined) throw new Error("--autocorrect SCRIPT is missing; run this with npm run bench");
  // Read before measuring: minutes of work must not be lost to a page without markers.
  if (values.write) for (const page of pages) putBetweenMarkers(readFileSync(page, "utf8"), "");
  const { rows, notes } = await compare({
    ours: baogao(root),
    theirs: autoCorrect(script),
    script,
    folder,
    plan: values.quick ? quick : full,
    log: (line) => console.error(line),
  });
  const names = [`Baogao ${versionOf(root)}`, `AutoCorrect ${versionOf(dirname(script))}`] as const;
  const machine = `${describeMachine(new Date())}${values.quick ? " (--quick)" : ""}`;
  const result = [renderTable(rows, [...names]), ...notes, machine].join("\n\n");
  console.log(result);
  if (!values.write) return;
  for (const page of pages) writeFileSync(page, putBetweenMarkers(readFileSync(page, "utf8"), `\n${result}\n`));
}

function versionOf(packageFolder: string): string {
  return (JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string }).version;
}

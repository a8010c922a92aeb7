import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { calibrate } from "./calibrate.ts";
import { measureCommandLine } from "./measureCommandLine.ts";
import { measureInProcess } from "./measureInProcess.ts";
import { measureStart } from "./measureStart.ts";
import { type Contestant, measureTyping } from "./measureTyping.ts";
import type { Peer } from "./peers.ts";
import type { Plan } from "./plan.ts";
import { writeMany, writeSample } from "./sample.ts";
import { median, percentile } from "./statistics.ts";
import { type Row, UNEQUAL } from "./table.ts";

interface Comparison {
  readonly ours: Peer;
  readonly theirs: Peer;
  /** AutoCorrect's command line, from which its module is found. */
  readonly script: string;
  /** An empty folder for the documents. */
  readonly folder: string;
  readonly plan: Plan;
  readonly log: (line: string) => void;
}

export interface Result {
  readonly rows: readonly Row[];
  /** What a reader must know who compares the figures. */
  readonly notes: readonly string[];
}

/** Measures both peers and gives the lines of the table. @throws Error when one of them does not do the work */
export async function compare({ ours, theirs, script, folder, plan, log }: Comparison): Promise<Result> {
  const samples = plan.documents.map((document) => ({ ...document, sample: writeSample(folder, document.size) }));
  const contestants: Contestant[] = [];
  for (const peer of [ours, theirs]) {
    contestants.push({ args: peer.server, publications: await calibrate(peer.server, samples[0]!.sample) });
  }

  const typing: Row[] = [];
  const memory: Row[] = [];
  const findings: Row[] = [];
  const notes: string[] = [];
  for (const { size, sample, keystrokes, warmUp } of samples) {
    log(`Typing into ${size} characters …`);
    const [mine, other] = await measureTyping(contestants, { sample, count: keystrokes, warmUp });
    const silent = [mine!, other!].map(({ fewest }) => fewest === 0);
    const unequal = silent.includes(true);
    for (const [name, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const) {
      const label = `按键到诊断 keystroke → diagnostics, ${name}`;
      typing.push({
        ...row(label, size, percentile(mine!.times, share), percentile(other!.times, share), "ms"),
        unequal,
      });
    }
    if (silent[0]) notes.push(fellSilent(ours.name, size, mine!.diagnostics));
    if (silent[1]) notes.push(fellSilent(theirs.name, size, other!.diagnostics));
    memory.push({ ...row("常驻内存 resident memory", size, mine!.memory, other!.memory, "MiB"), unequal });
    findings.push(row("打开时的诊断条数 diagnostics on opening", size, mine!.diagnostics, other!.diagnostics, ""));
    findings.push(row("输入时最少的诊断条数 fewest diagnostics while typing", size, mine!.fewest, other!.fewest, ""));
  }

  const starts: Row[] = [];
  for (const { size, sample, starts: runs } of samples) {
    log(`Starting with ${size} characters …`);
    const [mine, other] = await measureStart(contestants, sample, runs);
    starts.push(row("启动到首次诊断 start → first diagnostics", size, median(mine!), median(other!), "ms"));
  }

  const parses: Row[] = [];
  const checks: Row[] = [];
  for (const { size, sample, runsInProcess } of samples) {
    log(`Checking ${size} characters in process …`);
    const { parse, check, theirCheck, theirError } = await measureInProcess(sample, runsInProcess, script);
    parses.push(row("解析 parse, in process", size, parse, null, "ms"));
    const unequal = theirError !== null;
    checks.push({ ...row("全面检查 full check, in process", size, check, theirCheck, "ms"), unequal });
    if (theirError !== null) notes.push(gaveUp(theirs.name, size, theirError));
  }

  const { count, size, runs } = plan.files;
  log(`Command lines over ${count} files …`);
  const many = join(folder, "many");
  mkdirSync(many);
  writeMany(many, count, size);
  const [mine, other] = await measureCommandLine([ours, theirs], many, count, runs);
  const label = `命令行 command line, ${count.toLocaleString("en")} × ${size.toLocaleString("en")}`;
  const files = [row(label, null, median(mine!), median(other!), "ms")];
  return { rows: [...typing, ...starts, ...memory, ...parses, ...checks, ...files, ...findings], notes };
}

/** A server that answers without a single finding has not checked the text, however soon it answers. */
function fellSilent(name: string, size: number, opened: number): string {
  const characters = size.toLocaleString("en");
  const found = opened.toLocaleString("en");
  return (
    `${UNEQUAL} ${characters} 字：${name} 打开时给出 ${found} 条诊断，修改后有时一条不给，按键和内存各行并非同等工作量的比较。` +
    ` At ${characters} characters ${name} gives ${found} diagnostics on opening and at times none after a change, ` +
    "so the rows of keystrokes and memory do not compare equal work."
  );
}

/** What its module says for itself when it is called again and again in one process. */
function gaveUp(name: string, size: number, reason: string): string {
  const characters = size.toLocaleString("en");
  return (
    `${UNEQUAL} ${characters} 字：${name} 在同一进程内再次检查时中途放弃（${reason}），进程内全面检查一行并非同等工作量的比较。` +
    ` At ${characters} characters ${name} gives up when it checks again in the same process (${reason}), ` +
    "so the row of the full check in process does not compare equal work."
  );
}

function row(label: string, size: number, ours: number | null, theirs: number | null, unit: Row["unit"]): Row;
function row(label: string, size: null, ours: number, theirs: number, unit: Row["unit"]): Row;
function row(label: string, size: number | null, ours: number | null, theirs: number | null, unit: Row["unit"]): Row {
  return { label, size, ours, theirs, unit };
}

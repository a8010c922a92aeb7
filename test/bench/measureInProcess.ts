import { createRequire } from "node:module";
import { setImmediate as turn } from "node:timers/promises";
import { builtinCatalog } from "../../server/src/catalog/index.ts";
import { outline } from "../../server/src/model/facts/outline.ts";
import { placeholders } from "../../server/src/model/facts/placeholders.ts";
import { ReportDocument } from "../../server/src/model/reportDocument.ts";
import { createReportService } from "../../server/src/service/createReportService.ts";
import type { Sample } from "./sample.ts";
import { median } from "./statistics.ts";

/** Runs before those that count, in which the engine compiles what is hot. */
const WARM_UP = 3;

/** Medians in milliseconds, in this process, of work on a text that is seen for the first time. */
export interface InProcess {
  /** Our blocks with their inline Markdown, outline and placeholders. */
  readonly parse: number;
  /** All our findings, from the text. */
  readonly check: number;
  /** AutoCorrect's `lintFor`, through its Node binding. */
  readonly theirCheck: number;
  /** Why AutoCorrect gave the text up in some run, null where it checked it in all. */
  readonly theirError: string | null;
}

/** What AutoCorrect's package exports, as far as it is used here. */
interface AutoCorrectModule {
  lintFor(text: string, filePath: string): { readonly lines: readonly unknown[]; readonly error: string };
}

/**
 * Reads and checks the text of `sample` `runs` times, each time with nothing remembered.
 *
 * @param script AutoCorrect's command line; its module is found from there
 * @throws Error when a rule crashes, or one of the two finds nothing
 */
export async function measureInProcess(sample: Sample, runs: number, script: string): Promise<InProcess> {
  const autoCorrect = createRequire(script)("./index.js") as AutoCorrectModule;
  const parse: number[] = [];
  const check: number[] = [];
  const theirCheck: number[] = [];
  let theirError: string | null = null;
  for (let run = -WARM_UP; run < runs; run++) {
    const times = [
      await time(() => parseReport(sample.text)),
      await time(() => checkReport(sample)),
      await time(() => {
        const { lines, error } = autoCorrect.lintFor(sample.text, "report.md");
        if (error !== "") theirError = lastLine(error);
        else if (lines.length === 0) throw new Error(`AutoCorrect finds nothing in ${sample.uri}`);
      }),
    ];
    if (run < 0) continue;
    parse.push(times[0]!);
    check.push(times[1]!);
    theirCheck.push(times[2]!);
  }
  return { parse: median(parse), check: median(check), theirCheck: median(theirCheck), theirError };
}

/** The reason, without the place: its parser prints the line of the text above it. */
function lastLine(error: string): string {
  return error
    .trim()
    .split("\n")
    .at(-1)!
    .replace(/^[\s=]+/, "");
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function parseReport(text: string): void {
  const document = ReportDocument.create(text, { catalog: builtinCatalog, kind: null, forced: false, excluded: false });
  document.derive(outline);
  document.derive(placeholders);
}

async function checkReport({ uri, text }: Sample): Promise<void> {
  const service = createReportService({
    now: () => performance.now(),
    turn: () => turn(),
    log: (level, message) => {
      if (level === "error") throw new Error(message);
    },
  });
  const { total } = await service.check({
    id: uri,
    path: "report.md",
    text,
    settings: { locale: "zh", profile: "draft", rules: {} },
    config: null,
  });
  if (total === 0) throw new Error("our check finds nothing");
}

import { performance } from "node:perf_hooks";
import { pMapIterable } from "p-map";
import type { CheckResult, ReportService, Settings } from "../../service/service.ts";
import type { Console } from "../console.ts";
import { ExitCode } from "../exit.ts";
import type { ConfigFinder, LoadedConfig } from "../files/config.ts";
import { type InputOptions, readInput } from "../files/input.ts";
import { shownPath } from "../files/paths.ts";
import type { Target } from "../files/targets.ts";
import type { CliHost } from "../host.ts";
import { write } from "../io.ts";
import { bilingual, messages } from "../messages.ts";
import { createProgress } from "../progress.ts";
import { reasonOf } from "../reason.ts";
import { inTextOrder, type Reporter, type Tally } from "../report/reporter.ts";

/** Files that are read while another one is checked; enough to hide the disk, few enough to hold in memory. */
const READ_AHEAD = 8;

/** What a run over many files takes. */
export interface CheckRun {
  readonly host: CliHost;
  readonly service: ReportService;
  readonly console: Console;
  readonly configs: ConfigFinder;
  readonly settings: Settings;
  readonly stdinFilepath: string | undefined;
  readonly reporter: Reporter;
  readonly showProgress: boolean;
  /** How many warnings are let pass. */
  readonly maxWarnings: number;
}

/**
 * Checks the targets one after the other, prints each as it is done and keeps nothing of it. What goes wrong with one
 * is said and makes the exit status 2; the others are checked all the same.
 */
export async function checkTargets(targets: readonly Target[], run: CheckRun): Promise<ExitCode> {
  const { host, service, console, configs, settings, reporter, stdinFilepath } = run;
  const tally: Tally = { files: 0, reports: 0, bySeverity: { error: 0, warning: 0, info: 0, hint: 0 } };
  const total = run.showProgress ? targets.length : 0;
  const progress = createProgress(host, settings.locale, total, () => performance.now());
  console.beforeLine = () => progress.erase();
  const print = async (text: string): Promise<void> => {
    if (text === "") return;
    progress.erase();
    await write(host.stdout, text);
  };
  const report = async (shown: string, result: CheckResult): Promise<void> => {
    tally.files++;
    if (result.isReport) tally.reports++;
    for (const { severity } of result.findings) tally.bySeverity[severity]++;
    await print(reporter.file({ shown, result, findings: inTextOrder(result.findings) }));
  };
  const seenConfigs = new Set<LoadedConfig>();
  const reportConfig = async (config: LoadedConfig | null): Promise<void> => {
    if (config === null || seenConfigs.has(config)) return;
    seenConfigs.add(config);
    const result = service.checkConfig(config.source, settings);
    if (result.findings.length === 0) return;
    console.failed = true;
    await report(shownPath(host.cwd, config.file), result);
  };

  await print(reporter.begin());
  const options: InputOptions = { cwd: host.cwd, stdin: host.stdin, stdinFilepath, settings, configs };
  const inputs = pMapIterable(targets, (target) => readInput(target, options), { concurrency: READ_AHEAD });
  let done = 0;
  for await (const input of inputs) {
    if ("problem" in input) console.problem(input.problem);
    else {
      await reportConfig(input.config);
      if (input.note !== undefined) console.note(input.note);
      try {
        await report(input.shown, await service.check(input.source, { limit: Number.POSITIVE_INFINITY }));
      } catch (error) {
        console.problem(bilingual(messages.internal, { path: input.shown, reason: reasonOf(error) }));
      }
      service.forget(input.source.id);
    }
    progress.update(++done);
  }
  progress.erase();
  await print(reporter.end(tally));
  if (console.failed) return ExitCode.failure;
  const { error: errors, warning: warnings } = tally.bySeverity;
  return errors > 0 || warnings > run.maxWarnings ? ExitCode.findings : ExitCode.ok;
}

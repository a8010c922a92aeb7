import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { ReportService } from "../service/service.ts";
import type { Console } from "./console.ts";
import type { CliContext } from "./host.ts";
import { bilingual, messages } from "./messages.ts";

/** Makes the service for one run. A rule that crashes makes the run a failure, since its findings are missing. */
export function serviceFor({ host, parts }: CliContext, console: Console): ReportService {
  return parts.createService({
    now: () => performance.now(),
    turn: () => setImmediate(),
    log(level, message) {
      if (level === "error")
        console.problem(
          bilingual(messages.ruleFault, { reason: host.env.BAOGAO_DEBUG ? message : firstLine(message) }),
        );
      else if (level === "warn") console.note({ zh: message, en: message });
    },
  });
}

/** What happened, without the stack trace that may follow. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0]!;
}

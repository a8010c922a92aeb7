import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import type { ReportService } from "../service/service.ts";
import type { Console } from "./console.ts";
import type { CliParts } from "./host.ts";

/** Makes the service for one run. A rule that crashes makes the run a failure, since its findings are missing. */
export function serviceFor(parts: CliParts, console: Console): ReportService {
  return parts.createService({
    now: () => performance.now(),
    turn: () => setImmediate(),
    log(level, message) {
      if (level === "error") console.problem({ zh: message, en: message });
      else if (level === "warn") console.note({ zh: message, en: message });
    },
  });
}

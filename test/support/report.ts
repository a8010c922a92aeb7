import { builtinCatalog } from "../../server/src/catalog/index.ts";
import { type DocumentContext, ReportDocument } from "../../server/src/model/reportDocument.ts";
import { createReportService, type ServiceData } from "../../server/src/service/createReportService.ts";
import type { ConfigSource, DocumentSource, ReportService, Settings } from "../../server/src/service/service.ts";

/** A document as the model sees it; a report whatever it says, unless `forced` is false. */
export function documentOf(text: string, context: Partial<DocumentContext> = {}): ReportDocument {
  return ReportDocument.create(text, {
    catalog: builtinCatalog,
    kind: null,
    forced: true,
    excluded: false,
    ...context,
  });
}

/** A document as a host hands it to the service; a report whatever it says, unless the settings say otherwise. */
export function sourceOf(
  text: string,
  settings: Partial<Settings> = {},
  rest: { id?: string; path?: string; config?: ConfigSource | null } = {},
): DocumentSource {
  return {
    id: "report.md",
    path: "report.md",
    config: null,
    ...rest,
    text,
    settings: { locale: "zh", profile: "draft", forceReport: true, rules: {}, ...settings },
  };
}

/** What the service of a test wrote to its log. */
export interface TestService extends ReportService {
  readonly logged: readonly string[];
}

/** A service that needs nothing of the outside. */
export function testService(data?: ServiceData): TestService {
  const logged: string[] = [];
  const env = {
    now: () => performance.now(),
    turn: () => new Promise<void>((resolve) => setImmediate(resolve)),
    log: (_level: string, message: string) => logged.push(message),
  };
  return { ...createReportService(env, data), logged };
}

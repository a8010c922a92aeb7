import type { Range } from "vscode-languageserver";
import type { NewReportFields } from "../../service/service.ts";
import {
  KINDS_REQUEST,
  type KindEntry,
  NEW_REPORT_REQUEST,
  type NewReportParams,
  type NewReportResult,
  PLACEHOLDERS_REQUEST,
  type PlaceholdersParams,
} from "../protocol.ts";
import { positionsOf, toRange } from "../ranges.ts";
import { documentRequest, invalidParams, request } from "../requests.ts";
import type { Session } from "../session.ts";

/** The fields of a new report; what has the wrong type counts as left out. */
function fieldsOf({ year, org, author }: NewReportParams): NewReportFields {
  return {
    ...(typeof year === "number" ? { year } : {}),
    ...(typeof org === "string" ? { org } : {}),
    ...(typeof author === "string" ? { author } : {}),
  };
}

/** The requests that only our own clients know. */
export function handleCustom(session: Session): void {
  const { connection, service } = session;
  connection.onRequest(
    PLACEHOLDERS_REQUEST,
    documentRequest(session, PLACEHOLDERS_REQUEST, [] as Range[], ({ document, source }, _: PlaceholdersParams) =>
      service.placeholders(source).map((span) => toRange(positionsOf(document), span)),
    ),
  );
  connection.onRequest(
    KINDS_REQUEST,
    request(session, KINDS_REQUEST, async (): Promise<KindEntry[]> => {
      const { service: settings } = await session.settings.of(session.folders.all[0] ?? "");
      return service.kinds(settings).map(({ id, name }) => ({ id, name }));
    }),
  );
  connection.onRequest(
    NEW_REPORT_REQUEST,
    request(session, NEW_REPORT_REQUEST, async (params: NewReportParams): Promise<NewReportResult> => {
      const { service: settings } = await session.settings.of(session.folders.all[0] ?? "");
      const known = service.kinds(settings).some(({ id }) => id === params?.kind);
      if (!known) throw invalidParams(`No such kind of report / 没有这种文种: ${String(params?.kind)}`);
      const { snippet, plain } = service.newReport(params.kind, fieldsOf(params));
      return { snippet, plain };
    }),
  );
}

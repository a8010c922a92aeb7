import {
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { checkConfigDocument, checkReport } from "../checks.ts";
import { isConfigUri } from "../configFiles.ts";
import type { Report } from "../reports.ts";
import { documentRequest } from "../requests.ts";
import type { Session } from "../session.ts";

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function answer(report: Report, params: DocumentDiagnosticParams): DocumentDiagnosticReport {
  return report.id === params.previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.id }
    : { kind: DocumentDiagnosticReportKind.Full, resultId: report.id, items: [...report.items] };
}

/** A check that a newer text overtook is worth asking again, unlike one that the client cancelled. */
function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "The document changed.", { retriggerRequest: true });
}

/** `textDocument/diagnostic`: what a client that pulls gets of an open report or an open configuration. */
export function handleDiagnostic(session: Session): void {
  const ofReport = documentRequest(
    session,
    "textDocument/diagnostic",
    NOTHING,
    async (opened, params: DocumentDiagnosticParams, cancellation) =>
      answer(await checkReport(session, opened, cancellation), params),
    askAgain,
  );
  session.connection.languages.diagnostics.on(async (params, token) => {
    const document = session.documents.get(params?.textDocument?.uri);
    if (document === undefined || !isConfigUri(document.uri)) return ofReport(params, token);
    return answer(await checkConfigDocument(session, document), params);
  });
}

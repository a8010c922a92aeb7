import type { Connection } from "vscode-languageserver";
import { createReportService } from "../service/createReportService.ts";
import type { ReportService, ServiceEnv } from "../service/service.ts";
import { handleCodeAction } from "./handlers/codeAction.ts";
import { handleCompletion } from "./handlers/completion.ts";
import { handleCustom } from "./handlers/custom.ts";
import { handleDiagnostic } from "./handlers/diagnostic.ts";
import { handleDocumentSymbol } from "./handlers/documentSymbol.ts";
import { handleFoldingRange } from "./handlers/foldingRange.ts";
import { handleLifecycle } from "./handlers/lifecycle.ts";
import { handleWorkspace } from "./handlers/workspace.ts";
import type { Host } from "./host.ts";
import { Session } from "./session.ts";

/**
 * Serves one client until it says `exit` or the connection breaks.
 *
 * @param connection a connection that does not listen yet
 * @param createService makes the service; tests put a broken one in its place
 */
export function startServer(
  connection: Connection,
  host: Host,
  createService: (env: ServiceEnv) => ReportService = createReportService,
): void {
  const service = createService({
    now: () => host.now(),
    turn: () => host.turn(),
    log: (level, message) => connection.console[level](message),
  });
  const session = new Session(connection, host, service);
  handleLifecycle(session);
  handleWorkspace(session);
  handleDiagnostic(session);
  handleDocumentSymbol(session);
  handleFoldingRange(session);
  handleCodeAction(session);
  handleCompletion(session);
  handleCustom(session);
  connection.listen();
}

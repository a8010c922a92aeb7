import { startServer } from "../lsp/startServer.ts";
import { connect, type Transport } from "../lsp/transport.ts";
import type { ReportService, ServiceEnv } from "../service/service.ts";
import { nodeHost } from "./nodeHost.ts";
import { productVersion } from "./version.ts";

/**
 * Serves the client at the other end of `transport`.
 *
 * @param createService makes the service; tests put a broken one in its place
 * @throws Error when the other end can't be reached
 */
export async function serve(transport: Transport, createService?: (env: ServiceEnv) => ReportService): Promise<void> {
  const connection = await connect(transport);
  // Whatever escapes every handler costs the user one answer, never the server.
  const survive = (error: unknown): void => {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  process.on("uncaughtException", survive);
  process.on("unhandledRejection", survive);
  startServer(connection, nodeHost(productVersion()), createService);
}

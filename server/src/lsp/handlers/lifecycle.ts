import { ErrorCodes, type InitializeParams, ResponseError } from "vscode-languageserver";
import { initializeResult } from "../capabilities.ts";
import { readClientFeatures } from "../clientFeatures.ts";
import type { Session } from "../session.ts";

/** `initialize` and `shutdown`; the library itself answers `exit`, with 0 after a shutdown and 1 without one. */
export function handleLifecycle(session: Session): void {
  const { connection } = session;
  connection.onInitialize((params: InitializeParams) => {
    if (session.state !== "waiting") return new ResponseError(ErrorCodes.InvalidRequest, "initialize came twice.");
    session.client = readClientFeatures(params);
    session.folders.initialize(params);
    session.settings.initialize(session.client, params.initializationOptions);
    session.state = "running";
    return initializeResult(session.client, session.host.version);
  });
  connection.onShutdown(() => {
    session.state = "shutdown";
    session.publisher.stop();
  });
}

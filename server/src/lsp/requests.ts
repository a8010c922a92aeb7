import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { type Cancellation, CancelledError } from "../service/service.ts";
import type { Opened, Session } from "./session.ts";

/** What a request about one document carries at least. */
interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** The error of a request whose parameters are not what the protocol says. */
export function invalidParams(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}

/** The error of a request that another change of the document overtook. */
export function contentModified(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, "The document changed.");
}

/** @throws ResponseError when the protocol allows no request now */
function assertRunning(session: Session): void {
  if (session.state === "waiting") throw new ResponseError(ErrorCodes.ServerNotInitialized, "initialize comes first.");
  if (session.state === "shutdown") throw new ResponseError(ErrorCodes.InvalidRequest, "The server was shut down.");
}

/** Logs what a handler threw and gives the error to answer with. */
function answerTo(session: Session, name: string, error: unknown): ResponseError {
  if (error instanceof ResponseError) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  session.connection.console.error(`${name}: ${detail}`);
  return new ResponseError(ErrorCodes.InternalError, `${name}: ${String(error)}`);
}

/** Makes a request handler of `handle` that answers only while the server runs, and logs what `handle` throws. */
export function request<P, R>(session: Session, name: string, handle: (params: P) => R | Promise<R>) {
  return async (params: P): Promise<R | ResponseError<never>> => {
    try {
      assertRunning(session);
      return await handle(params);
    } catch (error) {
      return answerTo(session, name, error) as ResponseError<never>;
    }
  };
}

/**
 * Makes a handler of requests about one document: `empty` for a document that is unknown, of another language or
 * switched off; an error of the protocol when the client cancelled or the document changed meanwhile.
 *
 * @param modified makes the error for a document that changed, where the request has one of its own
 */
export function documentRequest<P extends DocumentParams, R, E = void>(
  session: Session,
  name: string,
  empty: R,
  handle: (opened: Opened, params: P, cancellation: Cancellation) => R | Promise<R>,
  modified: () => ResponseError<E> = contentModified as () => ResponseError<E>,
) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError<E>> => {
    const overtaken = (): ResponseError<E> =>
      token.isCancellationRequested
        ? new ResponseError<E>(LSPErrorCodes.RequestCancelled, "The request was cancelled.")
        : modified();
    try {
      assertRunning(session);
      const uri: unknown = params?.textDocument?.uri;
      if (typeof uri !== "string") throw invalidParams("textDocument.uri is missing.");
      const document = session.documents.get(uri);
      if (document === undefined) return empty;
      const cancellation = session.documents.cancellation(document, token);
      await session.documents.settled(document, cancellation);
      const opened = await session.open(document);
      if (cancellation.isCancellationRequested) return overtaken();
      if (opened === null) return empty;
      const result = await handle(opened, params, cancellation);
      return cancellation.isCancellationRequested ? overtaken() : result;
    } catch (error) {
      if (error instanceof CancelledError) return overtaken();
      return answerTo(session, name, error) as ResponseError<E>;
    }
  };
}

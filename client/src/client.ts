import type * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import type { BaogaoInitializationOptions } from "../../server/src/lsp/protocol.ts";
import { restartPolicy } from "./restartPolicy.ts";

/** Where a report can live. Not `git:` and the like: the old side of a diff needs no findings. */
const SCHEMES = ["file", "untitled", "vscode-remote", "vscode-vfs"] as const;

/** The port of the debugger, the one that `.vscode/launch.json` attaches to. */
const INSPECT = "--inspect=6009";

/**
 * The client of the bundled server, not yet started. The server gets every Markdown and plain text document, since
 * it alone decides what is a report; plain text is one only where a config or a setting says so.
 */
export function createClient(serverModule: string, output: vscode.LogOutputChannel): LanguageClient {
  const module = { module: serverModule, transport: TransportKind.ipc };
  const server: ServerOptions = { run: module, debug: { ...module, options: { execArgv: ["--nolazy", INSPECT] } } };
  const initializationOptions: BaogaoInitializationOptions = { host: "vscode", status: true };
  const options: LanguageClientOptions = {
    documentSelector: SCHEMES.flatMap((scheme) => [
      { scheme, language: "markdown" },
      { scheme, language: "plaintext" },
      { scheme, language: "yaml", pattern: "**/baogao.{yaml,yml}" },
    ]),
    initializationOptions,
    outputChannel: output,
    diagnosticCollectionName: "baogao",
    // Since version 11 the library pulls on opening alone unless it is told otherwise.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    errorHandler: restartPolicy(),
  };
  // The library reads `baogao.trace.server`: this id is the section of its settings.
  return new LanguageClient("baogao", "Baogao", server, options);
}

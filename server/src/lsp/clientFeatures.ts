import type { InitializeParams } from "vscode-languageserver";
import type { Locale } from "../service/service.ts";
import type { BaogaoInitializationOptions } from "./protocol.ts";

/** What the client at the other end can do, read once from `initialize`. */
export interface ClientFeatures {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly lazyCodeActionEdits: boolean;
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  readonly keepIndentation: boolean;
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly registerWatchers: boolean;
  readonly foldingLimit: number;
  /** The client is VS Code or one of its kin, whose own Markdown outline lists `#` headings. */
  readonly isVscode: boolean;
  readonly wantsStatus: boolean;
  /** The language of the editor's interface, for `baogao.locale: auto`. */
  readonly locale: Locale;
}

/** VS Code and the editors made from its sources, as they name themselves in `clientInfo`. */
const VSCODE_NAMES = /visual studio code|code[ -]?(?:oss|server)|vscod(?:e|ium)|cursor|windsurf|positron|theia/i;

/** Reads the features from what the client said at `initialize`; whatever it left out it can't do. */
export function readClientFeatures(params: Partial<InitializeParams>): ClientFeatures {
  const { textDocument, workspace } = params.capabilities ?? {};
  const options = (params.initializationOptions ?? {}) as BaogaoInitializationOptions;
  const insertTextModes = textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet ?? [];
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    lazyCodeActionEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    keepIndentation: insertTextModes.includes(1),
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    registerWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    isVscode: options.host === "vscode" || VSCODE_NAMES.test(params.clientInfo?.name ?? ""),
    wantsStatus: options.status === true,
    locale: params.locale === undefined || /^zh\b/i.test(params.locale) ? "zh" : "en",
  };
}

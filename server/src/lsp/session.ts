import type { Connection } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentSource, ReportService } from "../service/service.ts";
import { type ClientFeatures, readClientFeatures } from "./clientFeatures.ts";
import { ConfigFiles } from "./configFiles.ts";
import { Documents } from "./documents.ts";
import { Folders } from "./folders.ts";
import type { Host } from "./host.ts";
import { Publisher } from "./publisher.ts";
import { Reports } from "./reports.ts";
import type { EditorSettings } from "./settings.ts";
import { SettingsStore } from "./settingsStore.ts";
import { StatusSender } from "./status.ts";

/** The languages in which reports are written, as editors name them (`text` is Vim's name for plain text). */
const LANGUAGES: ReadonlySet<string> = new Set(["markdown", "plaintext", "text"]);

/** A document with what applies to it. */
export interface Opened {
  readonly document: TextDocument;
  readonly source: DocumentSource;
  readonly settings: EditorSettings;
}

/** Everything one connection holds; the handlers get it and nothing else. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly service: ReportService;
  readonly documents: Documents;
  readonly folders = new Folders();
  readonly settings: SettingsStore;
  readonly configs: ConfigFiles;
  readonly reports = new Reports();
  readonly publisher: Publisher;
  readonly status: StatusSender;
  client: ClientFeatures = readClientFeatures({});
  /** Where the protocol stands: nothing but `initialize` before, nothing but `exit` after `shutdown`. */
  state: "waiting" | "running" | "shutdown" = "waiting";

  constructor(connection: Connection, host: Host, service: ReportService) {
    this.connection = connection;
    this.host = host;
    this.service = service;
    this.documents = new Documents(host, connection);
    this.settings = new SettingsStore(connection, this.client);
    this.configs = new ConfigFiles(host, this.documents, (message) => connection.console.warn(message));
    this.publisher = new Publisher(this);
    this.status = new StatusSender(this);
  }

  /** The document with its settings and its configuration, or `null` where this server has nothing to say. */
  async open(document: TextDocument): Promise<Opened | null> {
    if (!LANGUAGES.has(document.languageId)) return null;
    const folder = this.folders.of(document.uri);
    const settings = await this.settings.of(document.uri);
    const config = folder === null ? null : await this.configs.of(folder);
    if (!settings.enable) return null;
    const source: DocumentSource = {
      id: document.uri,
      path: folder === null ? "" : Folders.relativePath(document.uri, folder),
      text: document.getText(),
      settings: settings.service,
      config: config?.source ?? null,
    };
    return { document, source, settings };
  }
}

import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isConfigUri } from "../configFiles.ts";
import { normalUri } from "../folders.ts";
import type { Session } from "../session.ts";

/** The pause after a key in an open configuration before the reports are checked with it, in milliseconds. */
const CONFIG_DELAY_MS = 300;

/** Checks every open document again, since something changed that stands in none of them. */
function checkAgain(session: Session): void {
  const { client, connection, documents, publisher, status } = session;
  for (const document of documents.all()) {
    publisher.later(document, 0);
    // A document that is switched off now is not checked any more, and only this takes its status away.
    status.later(document.uri, document.version);
  }
  if (!client.pullDiagnostics || !client.refreshDiagnostics || documents.all().length === 0) return;
  connection.languages.diagnostics.refresh().catch((error: unknown) => {
    connection.console.warn(`workspace/diagnostic/refresh: ${String(error)}`);
  });
}

/** Reads the configuration of the folders anew and checks again what it rules. */
async function readConfigsAgain(session: Session, uris: readonly string[]): Promise<void> {
  const { folders, configs, publisher } = session;
  const changed = uris.filter(isConfigUri).map((uri) => ({ uri: normalUri(uri), folder: folders.of(uri) }));
  const owners = new Set(changed.map(({ folder }) => folder).filter((folder) => folder !== null));
  if (owners.size === 0) return;
  for (const folder of owners) configs.forget(folder);
  await Promise.all([...owners].map((folder) => publisher.config(folder)));
  for (const { uri, folder } of changed) {
    const config = folder === null ? null : await configs.of(folder);
    // What was deleted, or gave way to a file of the other name, has nothing to say any more.
    if (config === null || normalUri(config.uri) !== uri) await publisher.clear(uri);
  }
  checkAgain(session);
}

async function register(session: Session): Promise<void> {
  const { client, connection } = session;
  try {
    if (client.configuration && client.registerConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "baogao" });
    }
    if (client.registerWatchers) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/baogao.{yaml,yml}" }],
      });
    }
  } catch (error) {
    connection.console.warn(`client/registerCapability: ${String(error)}`);
  }
}

/** Keeps diagnostics in step with the open documents of a client that gets them pushed, and with open configurations. */
function followDocuments(session: Session): void {
  const { documents, publisher, reports, service, settings, status } = session;
  const configTimers = new Map<string, NodeJS.Timeout>();
  const readSoon = ({ uri }: TextDocument, delay: number): void => {
    clearTimeout(configTimers.get(uri));
    configTimers.set(
      uri,
      setTimeout(() => {
        configTimers.delete(uri);
        void readConfigsAgain(session, [uri]);
      }, delay),
    );
  };
  documents.onDidOpen(({ document }) => {
    // What was pushed for a configuration while it was closed is pulled from now on.
    if (session.client.pullDiagnostics) void publisher.clear(normalUri(document.uri));
    publisher.later(document, 0);
  });
  documents.onDidChangeContent(({ document }) => {
    if (documents.wasTyped(document)) publisher.later(document);
    if (isConfigUri(document.uri)) readSoon(document, CONFIG_DELAY_MS);
  });
  documents.onDidClose(({ document }) => {
    void publisher.clear(document.uri);
    status.forget(document.uri);
    reports.forget(document.uri);
    settings.forget(document.uri);
    service.forget(document.uri);
    if (isConfigUri(document.uri)) readSoon(document, 0);
  });
}

/** Settings, folders and configurations, and what has to be checked again when one of them changes. */
export function handleWorkspace(session: Session): void {
  const { connection, configs, folders, publisher, settings } = session;
  connection.onInitialized(async () => {
    if (session.client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async (event) => {
        const { removed, added } = folders.change(event);
        for (const folder of removed) {
          const gone = await configs.of(folder);
          configs.forget(folder);
          if (gone !== null) await publisher.clear(gone.uri);
        }
        await Promise.all(added.map((folder) => publisher.config(folder)));
        checkAgain(session);
      });
    }
    await register(session);
    await Promise.all(folders.all.map((folder) => publisher.config(folder)));
  });
  connection.onDidChangeConfiguration(async (params) => {
    settings.changed(params?.settings);
    await Promise.all(folders.all.map((folder) => publisher.config(folder)));
    checkAgain(session);
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    readConfigsAgain(
      session,
      changes.map(({ uri }) => uri),
    ),
  );
  followDocuments(session);
}

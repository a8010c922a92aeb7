import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Cancellation, findingLimit } from "../service/service.ts";
import { type ConfigFile, configFile } from "./configFiles.ts";
import type { Report } from "./reports.ts";
import type { Opened, Session } from "./session.ts";

/** Checks an open report. @throws CancelledError */
export async function checkReport(session: Session, opened: Opened, cancellation: Cancellation): Promise<Report> {
  const { document, source } = opened;
  const { version } = document;
  const result = await session.service.check(source, { limit: findingLimit, cancellation });
  session.status.later(document.uri, version);
  return session.reports.of(document.uri, result, session.client.relatedInformation);
}

/** Checks a configuration; nothing is found in one whose folder switched the checks off. */
export async function checkConfig(session: Session, { uri, source }: ConfigFile): Promise<Report> {
  const settings = await session.settings.of(uri);
  if (!settings.enable) return { id: "off", items: [] };
  const result = session.service.checkConfig(source, settings.service);
  return session.reports.of(uri, result, session.client.relatedInformation);
}

/** Checks a configuration as it stands in the editor. */
export function checkConfigDocument(session: Session, document: TextDocument): Promise<Report> {
  return checkConfig(session, configFile(document.uri, document.getText()));
}

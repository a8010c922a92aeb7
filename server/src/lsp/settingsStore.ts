import type { Connection } from "vscode-languageserver";
import type { ClientFeatures } from "./clientFeatures.ts";
import { type EditorSettings, readSettings, sectionOf } from "./settings.ts";

/**
 * The settings that apply to each resource. Clients that answer `workspace/configuration` are asked once for each
 * resource until they say that something changed; for the others, what they sent counts everywhere.
 */
export class SettingsStore {
  readonly #connection: Connection;
  #client: ClientFeatures;
  #sent: Readonly<Record<string, unknown>> = {};
  readonly #byUri = new Map<string, Promise<EditorSettings>>();
  /** One object for each distinct content, so that the service can tell by identity that nothing changed. */
  readonly #byContent = new Map<string, EditorSettings>();

  constructor(connection: Connection, client: ClientFeatures) {
    this.#connection = connection;
    this.#client = client;
  }

  /** Takes what `initialize` said; its options are the settings until the client sends others. */
  initialize(client: ClientFeatures, options: unknown): void {
    this.#client = client;
    this.#sent = sectionOf(options);
    this.#byUri.clear();
    this.#byContent.clear();
  }

  /** The settings of a resource; the same object as long as nothing changed. */
  of(uri: string): Promise<EditorSettings> {
    let settings = this.#byUri.get(uri);
    if (settings === undefined) {
      settings = this.#ask(uri);
      this.#byUri.set(uri, settings);
    }
    return settings;
  }

  /** Forgets what was asked, and takes what `workspace/didChangeConfiguration` brought, if it brought something. */
  changed(sent: unknown): void {
    if (!this.#client.configuration && sent !== null && sent !== undefined) this.#sent = sectionOf(sent);
    this.#byUri.clear();
  }

  /** Forgets the settings of one resource, which was closed. */
  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<EditorSettings> {
    let section = this.#sent;
    if (this.#client.configuration) {
      try {
        const answer: unknown = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: "baogao" });
        // A client without such a section answers null; what it said at the start still counts then.
        section = { ...this.#sent, ...sectionOf(answer) };
      } catch (error) {
        this.#connection.console.warn(`workspace/configuration: ${String(error)}`);
      }
    }
    const content = JSON.stringify(section);
    const known = this.#byContent.get(content);
    if (known !== undefined) return known;
    const settings = readSettings(section, this.#client.locale);
    this.#byContent.set(content, settings);
    return settings;
  }
}

import { URI } from "vscode-uri";
import type { ConfigSource } from "../service/service.ts";
import type { Documents } from "./documents.ts";
import { normalUri } from "./folders.ts";
import type { Host } from "./host.ts";

/** The names of a configuration, in the order in which they are looked for in the root of a workspace folder. */
const NAMES = ["baogao.yaml", "baogao.yml"] as const;

/** A `baogao.yaml`, with the URI that its diagnostics go to. */
export interface ConfigFile {
  readonly uri: string;
  readonly source: ConfigSource;
}

/** Whether `uri` is called like a configuration, wherever it lies. */
export function isConfigUri(uri: string): boolean {
  return NAMES.some((name) => uri.endsWith(`/${name}`));
}

/** The configuration as it is now in `text`. */
export function configFile(uri: string, text: string): ConfigFile {
  return { uri, source: { path: URI.parse(uri).path, text } };
}

/**
 * The configuration of each workspace folder. A configuration open in the editor counts as it stands there, since in
 * LSP the client owns the text of what is open; the others are read from the host once and again when they change.
 */
export class ConfigFiles {
  readonly #host: Host;
  readonly #documents: Documents;
  readonly #log: (message: string) => void;
  readonly #byFolder = new Map<string, Promise<ConfigFile | null>>();

  constructor(host: Host, documents: Documents, log: (message: string) => void) {
    this.#host = host;
    this.#documents = documents;
    this.#log = log;
  }

  /** The configuration of a folder (normal URI with a slash at the end), or `null`; the same object until it changes. */
  of(folder: string): Promise<ConfigFile | null> {
    let config = this.#byFolder.get(folder);
    if (config === undefined) {
      config = this.#load(folder);
      this.#byFolder.set(folder, config);
    }
    return config;
  }

  /** Forgets the configuration of a folder, which changed or went. */
  forget(folder: string): void {
    this.#byFolder.delete(folder);
  }

  async #load(folder: string): Promise<ConfigFile | null> {
    for (const name of NAMES) {
      const uri = folder + name;
      const open = this.#documents
        .all()
        .find((document) => isConfigUri(document.uri) && normalUri(document.uri) === uri);
      const text = open?.getText() ?? (await this.#read(uri));
      if (text !== null) return configFile(open?.uri ?? uri, text);
    }
    return null;
  }

  async #read(uri: string): Promise<string | null> {
    try {
      return await this.#host.readFile(uri);
    } catch (error) {
      this.#log(`${uri}: ${String(error)}`);
      return null;
    }
  }
}

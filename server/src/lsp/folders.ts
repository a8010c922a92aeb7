import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { URI } from "vscode-uri";

/** A URI in one spelling, since editors differ in what they escape (`file:///c%3A/` and `file:///C:/`). */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The normal URI of a folder, with a slash at its end. */
function folderUri(uri: string): string {
  const normal = normalUri(uri);
  return normal.endsWith("/") ? normal : `${normal}/`;
}

/** The folders of the workspace, by normal URI with a slash at the end. */
export class Folders {
  #uris: readonly string[] = [];

  /** Takes the folders of `initialize`, or the root of a client that has no folders. */
  initialize(params: Partial<InitializeParams>): void {
    const { workspaceFolders, rootUri, rootPath } = params;
    const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : null);
    const uris = workspaceFolders?.map((folder) => folder.uri) ?? (root === null ? [] : [root]);
    this.#uris = uris.map(folderUri);
  }

  /** Takes a change; gives the folders that went and those that came. */
  change(event: WorkspaceFoldersChangeEvent): {
    readonly removed: readonly string[];
    readonly added: readonly string[];
  } {
    const removed = event.removed.map((folder) => folderUri(folder.uri));
    const added = event.added.map((folder) => folderUri(folder.uri));
    this.#uris = [...new Set([...this.#uris.filter((uri) => !removed.includes(uri)), ...added])];
    return { removed, added };
  }

  get all(): readonly string[] {
    return this.#uris;
  }

  /** The innermost folder that holds `uri`, or `null`. */
  of(uri: string): string | null {
    const normal = normalUri(uri);
    const holding = this.#uris.filter((folder) => normal.startsWith(folder));
    return holding.reduce<string | null>((best, one) => (one.length > (best?.length ?? 0) ? one : best), null);
  }

  /** The path of `uri` inside `folder`, with `/` and without escapes. */
  static relativePath(uri: string, folder: string): string {
    return URI.parse(uri).path.slice(URI.parse(folder).path.length);
  }
}

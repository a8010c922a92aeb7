import * as vscode from "vscode";

/** What `activate` of the extension gives to tests. */
export interface BaogaoApi {
  /** The process id of the running language server; undefined while there is none. */
  serverPid(): number | undefined;
}

/**
 * The extension under test, activated.
 *
 * @throws where it is not installed, or gives no `serverPid`
 */
export async function api(): Promise<BaogaoApi> {
  const extension = vscode.extensions.getExtension<Partial<BaogaoApi>>("baogao.baogao");
  if (extension === undefined) throw new Error("The extension baogao.baogao is not there.");
  const given = await extension.activate();
  if (typeof given?.serverPid !== "function") {
    throw new Error("activate() gives no serverPid(), which the suite needs to end the server.");
  }
  return given as BaogaoApi;
}

/** What the manifest of the extension contributes. */
export function contributes(): { snippets?: { language: string; path: string }[] } {
  return vscode.extensions.getExtension("baogao.baogao")?.packageJSON?.contributes ?? {};
}

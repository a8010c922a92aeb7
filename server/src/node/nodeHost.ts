import { readFile } from "node:fs/promises";
import { URI } from "vscode-uri";
import type { Host } from "../lsp/host.ts";

/** The codes of a file that simply is not there. */
const ABSENT: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR"]);

async function readFileUri(uri: string): Promise<string | null> {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== "file") return null;
  try {
    return await readFile(parsed.fsPath, "utf8");
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  }
}

/** The machine as Node shows it. */
export function nodeHost(version: string): Host {
  return {
    version,
    now: () => performance.now(),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    readFile: readFileUri,
  };
}

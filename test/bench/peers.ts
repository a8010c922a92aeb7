import { join } from "node:path";

/** One of the two whose speed is compared. */
export interface Peer {
  /** As the table names it. */
  readonly name: string;
  /** Arguments of Node that start the language server over stdio. */
  readonly server: readonly string[];
  /** Arguments of Node that check every file of `folder` and print what was found. */
  commandLine(folder: string): readonly string[];
  /** The same in JSON, to see how many files were checked. */
  commandLineJson(folder: string): readonly string[];
  /** The number of checked files in what `commandLineJson` printed. @throws SyntaxError when it is no JSON */
  checkedFiles(printed: string): number;
}

/** Our own server and command line, as they were built under `root`. */
export function baogao(root: string): Peer {
  const cli = join(root, "server/dist/cli.js");
  return {
    name: "Baogao",
    server: [join(root, "server/dist/node.js"), "--stdio"],
    commandLine: (folder) => [cli, "check", folder],
    commandLineJson: (folder) => [cli, "check", "--format", "json", folder],
    checkedFiles: (printed) => (JSON.parse(printed) as { summary: { files: number } }).summary.files,
  };
}

/** AutoCorrect; `script` is the command line of its npm package. */
export function autoCorrect(script: string): Peer {
  return {
    name: "AutoCorrect",
    server: [script, "server"],
    commandLine: (folder) => [script, "--lint", folder],
    commandLineJson: (folder) => [script, "--lint", "--format", "json", folder],
    checkedFiles: (printed) => (JSON.parse(printed) as { messages: unknown[] }).messages.length,
  };
}

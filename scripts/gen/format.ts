import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const biome = require.resolve("@biomejs/biome/bin/biome");
const root = join(import.meta.dirname, "../..");

/**
 * Formats a generated file as `npm run check` wants it.
 * @param path where the file will stand, from the root of the project; says the language
 * @throws Error when Biome can't read the text
 */
export function formatted(path: string, text: string): string {
  return execFileSync(process.execPath, [biome, "format", `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: "utf8",
    // What Biome complains about stands in the error that is thrown; on success its notices are of no interest.
    stdio: "pipe",
  });
}

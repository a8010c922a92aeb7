import { createColors } from "picocolors";
import stringWidth from "string-width";
import type { CliHost } from "./host.ts";

export type Colors = ReturnType<typeof createColors>;

/**
 * The colours for standard output: none with `--no-color`, none into files and pipes unless FORCE_COLOR asks for
 * them, and on terminals what NO_COLOR, FORCE_COLOR and TERM say.
 */
export function colorsFor(host: CliHost, wanted: boolean): Colors {
  const { stdout, env } = host;
  const forced = env.FORCE_COLOR !== undefined && !["", "0", "false"].includes(env.FORCE_COLOR) && !env.NO_COLOR;
  return createColors(wanted && (stdout.isTTY ? (stdout.hasColors?.() ?? false) : forced));
}

/** Pads `text` with spaces to `width` columns of a terminal, where a Han character takes two. */
function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/**
 * Lines up rows in columns two spaces apart; the last column stays as wide as it is. All rows have the same length.
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
    });
  }
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : padEnd(cell, widths[column]!))).join("  "),
  );
}

/** Shows control characters as pictures (␛), since a text that is quoted must not steer the terminal. */
export function printable(text: string): string {
  return text
    .replace(/[\u0000-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\u007f-\u009f]/g, "\u2421");
}

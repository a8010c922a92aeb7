import { readFile } from "node:fs/promises";
import type { Bilingual } from "../../catalog/types.ts";
import { bilingual, messages } from "../messages.ts";
import { reasonOf } from "../reason.ts";
import { decodeText } from "./decode.ts";

/** A text that was read, with what is to be said about its encoding; or why there is none. */
export type ReadText = { readonly text: string; readonly note?: Bilingual } | { readonly problem: Bilingual };

/** Reads a file (absolute) as text. Never rejects. `shown` is what messages call it. */
export async function readText(file: string, shown: string): Promise<ReadText> {
  try {
    return textOf(await readFile(file), shown);
  } catch (error) {
    return { problem: bilingual(messages.unreadable, { path: shown, reason: reasonOf(error) }) };
  }
}

/** The same for bytes that are there already. */
export function textOf(bytes: Uint8Array, shown: string): ReadText {
  const decoded = decodeText(bytes);
  if ("text" in decoded) {
    if (decoded.encoding !== "GB18030") return { text: decoded.text };
    return {
      text: decoded.text,
      note: bilingual(messages.legacyEncoding, { path: shown, encoding: decoded.encoding }),
    };
  }
  const problem =
    decoded.kind === "binary"
      ? bilingual(messages.notText, { path: shown })
      : bilingual(messages.damagedUtf8, { path: shown, line: decoded.line + 1 });
  return { problem };
}

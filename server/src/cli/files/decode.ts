/** A text and the encoding it was read in; `legacy` when that was none of Unicode's. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030";
}

/** Why bytes are no text that we can read. */
export type DecodeFault = { readonly kind: "binary" } | { readonly kind: "damaged"; readonly line: number };

/**
 * Up to this share of unreadable characters among the non-ASCII ones, a text is taken for damaged UTF-8 rather than
 * for GBK: nearly every Han character of GBK is unreadable as UTF-8, while a cut or a bad sector costs a few.
 */
const DAMAGE_SHARE = 0.1;

/**
 * Reads the bytes of a file as text: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030, in which
 * older office programs still save. A byte order mark is no part of the text. Never throws.
 * `line` of a fault is zero-based.
 */
export function decodeText(bytes: Uint8Array): DecodedText | DecodeFault {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWith("utf-16le", "UTF-16LE", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWith("utf-16be", "UTF-16BE", bytes);
  const utf8 = decodeWith("utf-8", "UTF-8", bytes);
  if ("text" in utf8) return utf8;
  const line = damagedLine(bytes);
  if (line !== undefined) return { kind: "damaged", line };
  const legacy = decodeWith("gb18030", "GB18030", bytes);
  // Images and archives pass for GB18030 now and then, but they hold NUL, which no such text does.
  return "text" in legacy && legacy.text.includes("\0") ? { kind: "binary" } : legacy;
}

function decodeWith(label: string, encoding: DecodedText["encoding"], bytes: Uint8Array): DecodedText | DecodeFault {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return { kind: "binary" };
  }
}

/** The zero-based line of the first broken byte in what is UTF-8 for the most part, else undefined. */
function damagedLine(bytes: Uint8Array): number | undefined {
  const lossy = new TextDecoder("utf-8").decode(bytes);
  const broken = lossy.match(/\ufffd/g)?.length ?? 0;
  const foreign = lossy.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (lossy.includes("\0") || broken > foreign * DAMAGE_SHARE) return undefined;
  return lossy.slice(0, lossy.indexOf("\ufffd")).split("\n").length - 1;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../server/src/cli/files/decode.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8");

/** “述职报告” in GBK, as office programs saved it; GB18030 has the same bytes for it. */
const GBK = Buffer.from([0xca, 0xf6, 0xd6, 0xb0, 0xb1, 0xa8, 0xb8, 0xe6]);

describe("decodeText", () => {
  test("reads UTF-8, and takes its byte order mark away", () => {
    expect(decodeText(utf8("述职报告"))).toEqual({ text: "述职报告", encoding: "UTF-8" });
    expect(decodeText(utf8("\ufeff述职报告"))).toEqual({ text: "述职报告", encoding: "UTF-8" });
    expect(decodeText(utf8("一\ufeff二"))).toEqual({ text: "一\ufeff二", encoding: "UTF-8" });
    expect(decodeText(new Uint8Array())).toEqual({ text: "", encoding: "UTF-8" });
  });

  test("reads UTF-16 of both byte orders", () => {
    const little = Buffer.from("\ufeff述职报告", "utf16le");
    expect(decodeText(little)).toEqual({ text: "述职报告", encoding: "UTF-16LE" });
    expect(decodeText(Buffer.from(little).swap16())).toEqual({ text: "述职报告", encoding: "UTF-16BE" });
  });

  test("reads GBK, which is no UTF-8", () => {
    expect(decodeText(GBK)).toEqual({ text: "述职报告", encoding: "GB18030" });
  });

  test("tells damaged UTF-8 from GBK and names the line", () => {
    const whole = utf8(`第一行没有问题。\n${"这一行很长，后面有坏字节。".repeat(4)}`);
    expect(decodeText(Buffer.concat([whole, Buffer.from([0xe5, 0x91])]))).toEqual({ kind: "damaged", line: 1 });
  });

  test("takes pictures for no text", () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
    expect(decodeText(png)).toEqual({ kind: "binary" });
  });

  test("gives back any text that was written as UTF-8, and throws on no bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const decoded = decodeText(utf8(`a${text}`));
        expect(decoded).toEqual({ text: `a${text}`, encoding: "UTF-8" });
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void decodeText(bytes)));
  });
});

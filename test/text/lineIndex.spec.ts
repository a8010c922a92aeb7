import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "../../server/src/text/lineIndex.ts";
import { slice } from "../../server/src/text/span.ts";

const lines = (text: string) => {
  const index = new LineIndex(text);
  return Array.from({ length: index.count }, (_, line) => slice(text, index.spanOf(line)));
};

/** Texts that are mostly ends of lines, with what is longer or shorter than it looks. */
const texts = fc
  .array(fc.constantFrom("\n", "\r", "\r\n", "甲", "a", "𠮷", "\ud800", "\0", "\u2028"), { maxLength: 30 })
  .map((parts) => parts.join(""));

describe("lines", () => {
  it.each([
    ["", [""]],
    ["甲", ["甲"]],
    ["甲\n乙", ["甲", "乙"]],
    ["甲\r\n乙\r\n", ["甲", "乙", ""]],
    ["甲\r乙\r", ["甲", "乙", ""]],
    ["甲\n\r\n\r\r\n乙", ["甲", "", "", "", "乙"]],
    ["\n\n", ["", "", ""]],
    ["甲\u2028乙\u0085丙", ["甲\u2028乙\u0085丙"]],
  ])("of %j", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it("are what a split at the three ends of line gives", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(lines(text)).toEqual(text.split(/\r\n|\r|\n/));
      }),
    );
  });
});

describe("positions", () => {
  it("count UTF-16 units", () => {
    const index = new LineIndex("甲𠮷乙\n丙");
    expect(index.positionAt(3)).toEqual({ line: 0, character: 3 });
    expect(index.positionAt(5)).toEqual({ line: 1, character: 0 });
    expect(index.offsetAt({ line: 0, character: 4 })).toBe(4);
  });

  it("never stand between \\r and \\n", () => {
    const index = new LineIndex("甲\r\n乙");
    expect(index.positionAt(2)).toEqual({ line: 0, character: 1 });
    expect(index.positionAt(3)).toEqual({ line: 1, character: 0 });
  });

  it("outside the text are taken to its nearest end", () => {
    const index = new LineIndex("甲乙\n丙");
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 1 });
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(4);
    expect(index.offsetAt({ line: -1, character: 0 })).toBe(0);
    expect(index.offsetAt({ line: 0, character: -5 })).toBe(0);
    expect([index.startOf(-1), index.endOf(-1), index.startOf(2), index.endOf(2)]).toEqual([0, 0, 4, 4]);
  });

  it("go to an offset and back, unless it lies between \\r and \\n", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const inside = text[offset - 1] === "\r" && text[offset] === "\n";
          expect(index.offsetAt(index.positionAt(offset))).toBe(inside ? offset - 1 : offset);
          expect(index.lineAt(offset)).toBe(text.slice(0, inside ? offset - 1 : offset).split(/\r\n|\r|\n/).length - 1);
        }
      }),
    );
  });
});

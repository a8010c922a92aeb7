import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimalEdit } from "../../server/src/service/minimalEdit.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { anyText, keystroke, reportText, typed } from "./arbitraries.ts";

const isHigh = (text: string, index: number) => /[\ud800-\udbff]/.test(text[index] ?? "");
const isLow = (text: string, index: number) => /[\udc00-\udfff]/.test(text[index] ?? "");

describe("minimalEdit", () => {
  it("gives the target text, and nothing for no change", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, reportText), fc.oneof(anyText, reportText), (before, after) => {
        expect(applyEdits(before, minimalEdit(before, after))).toBe(after);
        expect(minimalEdit(before, before)).toEqual([]);
      }),
    );
  });

  it("gives the target text after a keystroke, and cuts no surrogate pair", () => {
    const astral = reportText.map((text) => text.replaceAll("工", "𠮷").replaceAll("作", "👩‍🚒"));
    fc.assert(
      fc.property(astral, keystroke, (before, key) => {
        const after = typed(before, key);
        const edits = minimalEdit(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        for (const { span } of edits) {
          for (const edge of [span.start, span.end]) {
            expect(isHigh(before, edge - 1) && isLow(before, edge)).toBe(false);
          }
        }
      }),
    );
  });

  it("touches nothing but the lines that changed", () => {
    const edits = minimalEdit("一\n二\n三\n四", "一\n二点\n三\n四点");
    expect(edits.map(({ span, newText }) => [span.start, span.end, newText])).toEqual([
      [3, 3, "点"],
      [7, 7, "点"],
    ]);
  });
});

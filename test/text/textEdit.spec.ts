import { describe, expect, it } from "vitest";
import { span } from "../../server/src/text/span.ts";
import { applyEdits, conflict, type TextEdit } from "../../server/src/text/textEdit.ts";

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: span(start, end), newText });

describe("edits", () => {
  it("are applied at places of the text as it was, in whatever order they come", () => {
    expect(applyEdits("甲乙丙丁", [edit(3, 4, "四"), edit(0, 1, "一")])).toBe("一乙丙四");
    expect(applyEdits("甲乙", [])).toBe("甲乙");
  });

  it("that insert at one place keep their order, before what is replaced there", () => {
    expect(applyEdits("甲乙", [edit(1, 1, "一"), edit(1, 1, "二")])).toBe("甲一二乙");
    expect(applyEdits("甲乙", [edit(1, 2, "丙"), edit(1, 1, "一")])).toBe("甲一丙");
    expect(applyEdits("甲乙", [edit(0, 1, "丙"), edit(1, 1, "一")])).toBe("丙一乙");
  });

  it.each([
    [[edit(0, 2, ""), edit(1, 3, "")]],
    [[edit(0, 3, ""), edit(1, 1, "一")]],
    [[edit(2, 1, "")]],
    [[edit(0, 9, "")]],
  ])("that overlap or leave the text are refused", (edits) => {
    expect(() => applyEdits("甲乙丙", edits)).toThrow(RangeError);
  });

  it("conflict where they overlap, not where they touch", () => {
    expect(conflict([edit(0, 2, ""), edit(1, 3, "")])).toBe(true);
    expect(conflict([edit(1, 2, ""), edit(0, 1, ""), edit(1, 1, "一")])).toBe(false);
    expect(conflict([])).toBe(false);
  });
});

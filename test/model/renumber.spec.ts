import { describe, expect, it } from "vitest";
import { renumberOne, renumberRun, shiftFrom } from "../../server/src/model/edits/renumber.ts";
import { numberingRuns } from "../../server/src/model/facts/numbering.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { documentOf } from "../support/report.ts";

const runOf = (text: string) => documentOf(text).derive(numberingRuns)[0]!;

describe("renumbering", () => {
  it.each([
    ["一、甲\n三、乙\n三、丙", "一、甲\n二、乙\n三、丙"],
    ["(一)甲\n（三）、乙", "(一)甲\n（二）、乙"],
    ["1.甲\n1．乙\n9、丙", "1.甲\n2．乙\n3、丙"],
    ["①甲\n③乙", "①甲\n②乙"],
    ["第1章 甲\n第3章 乙", "第1章 甲\n第2章 乙"],
    ["**十、甲**\n　　十二、乙", "**一、甲**\n　　二、乙"],
  ])("%j writes numerals alone", (text, expected) => {
    expect(applyEdits(text, renumberRun(runOf(text)))).toBe(expected);
  });

  it("moves what follows and leaves what is right", () => {
    const run = runOf("一、甲\n二、乙\n四、丙\n五、丁");
    expect(applyEdits("一、甲\n二、乙\n四、丙\n五、丁", shiftFrom(run, run.members[2]!, -1))).toBe(
      "一、甲\n二、乙\n三、丙\n四、丁",
    );
    expect(renumberOne(run.members[0]!, 1)).toEqual([]);
    expect(renumberOne(run.members[0]!, 0)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { sourceOf, testService } from "../support/report.ts";

const text =
  "---\nkind: 调研报告\nprofile: draft\n---\n# 区水务局2025年度工作总结\n\n一、工作情况\n\n全年检修管网*处。\n";
const config = { path: "baogao.yaml", text: "kind: 讲话稿\nprofile: draft\n" };

describe("what was asked for by name", () => {
  it("comes before front matter and config", async () => {
    const source = sourceOf(text, { asked: { profile: "final", kind: "work-summary" } }, { config });
    const { kinds, findings } = await testService().check(source);
    expect(kinds).toEqual(["work-summary"]);
    expect(findings.find(({ rule }) => rule === "placeholder/unfilled")?.severity).toBe("error");
  });

  it("leaves the front matter, then the config, to decide where nothing was", async () => {
    const service = testService();
    expect((await service.check(sourceOf(text, { kind: "general" }, { config }))).kinds).toEqual(["research"]);
    const bare = text.slice(text.indexOf("#"));
    expect((await service.check(sourceOf(bare, { kind: "general" }, { config }))).kinds).toEqual(["speech"]);
  });
});

import { describe, expect, it } from "vitest";
import { builtinCatalog } from "../../server/src/catalog/index.ts";
import { headingOf } from "../../server/src/model/facts/heading.ts";
import { defineFact } from "../../server/src/model/reportDocument.ts";
import { documentOf } from "../support/report.ts";

describe("a document", () => {
  it("has one block for each line, whatever ends it", () => {
    expect(documentOf("甲\r\n乙\r丙\n").blocks.map(({ text }) => text)).toEqual(["甲", "乙", "丙", ""]);
  });

  it("shares the blocks that an edit leaves alone, and what was derived from them", () => {
    const before = documentOf("一、甲\n正文\n二、乙");
    const heading = headingOf(before.blocks[0]!);
    const after = before.next("前言\n一、甲\n正文。\n二、乙");
    expect(after.blocks[1]).toBe(before.blocks[0]);
    expect(after.blocks[3]).toBe(before.blocks[2]);
    expect(after.blocks[2]).not.toBe(before.blocks[1]);
    expect(headingOf(after.blocks[1]!)).toBe(heading);
    expect(before.text).toBe("一、甲\n正文\n二、乙");
  });

  it("reads its lines anew with another catalogue", () => {
    const before = documentOf("一、甲");
    const catalog = { ...builtinCatalog };
    const after = before.next("一、甲", { ...before.context, catalog });
    expect(after.blocks[0]).not.toBe(before.blocks[0]);
    expect(after.catalog).toBe(catalog);
  });

  it("computes a fact once", () => {
    let computed = 0;
    const fact = defineFact("counted", () => {
      computed++;
      return undefined;
    });
    const doc = documentOf("甲");
    doc.derive(fact);
    doc.derive(fact);
    expect(computed).toBe(1);
  });

  it("knows its line ending", () => {
    expect(documentOf("甲\r\n乙\n").eol).toBe("\r\n");
    expect(documentOf("甲\r乙").eol).toBe("\r");
    expect(documentOf("甲").eol).toBe("\n");
  });

  it("takes any string", () => {
    for (const text of [
      "",
      "\0",
      "\ud800甲\udc00",
      "\r",
      "*".repeat(5000),
      "[".repeat(5000),
      "（".repeat(5000),
      "`".repeat(5000),
    ]) {
      const doc = documentOf(text);
      for (const block of doc.blocks) headingOf(block);
      expect(doc.text).toBe(text);
    }
  });
});

describe("what is protected", () => {
  const kinds = (text: string) =>
    documentOf(text).blocks.map(({ opaque, blank }) => (opaque ? "opaque" : blank ? "blank" : "text"));

  it("are whole lines of front matter, code and comments", () => {
    expect(kinds("---\na: 1\n---\n```\n一、甲\n```\n一、乙")).toEqual([
      "opaque",
      "opaque",
      "opaque",
      "opaque",
      "opaque",
      "opaque",
      "text",
    ]);
    expect(kinds("<!-- 甲\n乙\n丙 -->丁\n戊")).toEqual(["opaque", "opaque", "text", "text"]);
    expect(kinds("甲<!-- 乙\n丙 -->")).toEqual(["text", "opaque"]);
  });

  it("a line of comments alone has nothing to read", () => {
    expect(kinds("<!-- 甲 -->\n <!-- 甲 --> <!-- 乙 -->\n<!-- 甲 -->乙\n`甲`\nhttps://example.com")).toEqual([
      "blank",
      "blank",
      "text",
      "text",
      "text",
    ]);
  });

  it("a comment that never closes hides nothing, a fence that never closes hides the rest", () => {
    expect(kinds("<!-- 甲\n乙")).toEqual(["text", "text"]);
    expect(kinds("```\n乙\n丙")).toEqual(["opaque", "opaque", "opaque"]);
  });

  it("a fence closes with its own mark, at least as long", () => {
    expect(kinds("````\n```\n~~~~\n````\n乙")).toEqual(["opaque", "opaque", "opaque", "opaque", "text"]);
  });
});

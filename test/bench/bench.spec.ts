import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { makeReport } from "./corpus.ts";
import { keystrokes } from "./edits.ts";
import { fromFirstHeader } from "./framing.ts";
import { putBetweenMarkers } from "./markers.ts";
import { Publications } from "./publications.ts";
import { median, percentile } from "./statistics.ts";
import { renderTable } from "./table.ts";

describe("the documents of the benchmark", () => {
  test.each([3_000, 35_000, 350_000])("have %i characters or up to a section more", (size) => {
    const text = makeReport(size, 1);
    expect(text.length).toBeGreaterThanOrEqual(size);
    expect(text.length).toBeLessThan(size + 4_000);
  });

  test("are the same for the same seed and others for another", () => {
    expect(makeReport(3_000, 7)).toBe(makeReport(3_000, 7));
    expect(makeReport(3_000, 7)).not.toBe(makeReport(3_000, 8));
  });
});

test("the keystrokes stay within the text, insert and delete, and give the text back after whole bursts", () => {
  const text = makeReport(3_000, 1);
  const edits = keystrokes(text, 400, 1);
  expect(edits).toHaveLength(400);
  let document = TextDocument.create("file:///report.md", "markdown", 0, text);
  let restored = 0;
  for (const { offset, deleted, inserted } of edits) {
    const now = document.getText();
    expect(offset + deleted).toBeLessThanOrEqual(now.length);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + deleted) };
    document = TextDocument.update(document, [{ range, text: inserted }], document.version + 1);
    expect(document.getText()).toBe(now.slice(0, offset) + inserted + now.slice(offset + deleted));
    if (document.getText() === text) restored++;
  }
  expect(restored).toBeGreaterThan(20);
  expect(edits.filter(({ deleted }) => deleted > 0).length).toBeGreaterThan(150);
});

test("percentiles are values that were measured", () => {
  const values = [5, 1, 4, 2, 3];
  expect(median(values)).toBe(3);
  expect(percentile(values, 0.95)).toBe(5);
  expect(percentile(values, 0)).toBe(1);
  expect(() => median([])).toThrow(RangeError);
});

test("a greeting before the first header is dropped, however it is cut", async () => {
  const stream = fromFirstHeader();
  for (const part of ["Starting …\nConte", "nt-Length: 2\r\n\r\n", "{}"]) stream.write(part);
  stream.end();
  let passed = "";
  for await (const chunk of stream) passed += String(chunk);
  expect(passed).toBe("Content-Length: 2\r\n\r\n{}");
});

test("the publication that is waited for is the one with its ordinal", async () => {
  const publications = new Publications();
  const answer = publications.next(2);
  expect(() => publications.next(1)).toThrow();
  publications.add({ uri: "file:///cleared", diagnostics: [] });
  publications.add({ uri: "file:///found", diagnostics: [] });
  expect((await answer).uri).toBe("file:///found");
});

test("the table shows the ratio and marks what is not equal work", () => {
  const table = renderTable(
    [
      { label: "a", size: 3_000, ours: 1, theirs: 4, unit: "ms" },
      { label: "b", size: null, ours: 300, theirs: 150, unit: "MiB", unequal: true },
      { label: "c", size: 3_000, ours: 2, theirs: null, unit: "ms" },
      { label: "d", size: 3_000, ours: 1234, theirs: 2, unit: "" },
    ],
    ["O", "T"],
  );
  expect(table.split("\n").slice(2)).toEqual([
    "| a | 3,000 | 1.00 ms | 4.00 ms | 0.25 |",
    "| b |  | 300 MiB | 150 MiB | 2.00 † |",
    "| c | 3,000 | 2.00 ms | – |  |",
    "| d | 3,000 | 1,234 | 2 |  |",
  ]);
});

test("results replace what stands between the markers and nothing else", () => {
  const page = "a\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nz\n";
  const written = putBetweenMarkers(page, "new");
  expect(written).toBe("a\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nz\n");
  expect(putBetweenMarkers(written, "new")).toBe(written);
  expect(() => putBetweenMarkers("no markers", "new")).toThrow();
});

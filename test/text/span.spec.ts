import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, firstEndingAfter, overlaps, overlapsAny, shift, slice, span } from "../../server/src/text/span.ts";

describe("a span", () => {
  it("has its start inside and its end outside", () => {
    expect([1, 2, 4, 5].map((offset) => contains(span(2, 5), offset))).toEqual([false, true, true, false]);
    expect(contains(span(2, 2), 2)).toBe(false);
    expect(slice("甲乙丙丁", span(1, 3))).toBe("乙丙");
    expect(shift(span(1, 3), -1)).toEqual(span(0, 2));
  });

  it("overlaps what shares a unit with it, so nothing that is empty and nothing that only touches", () => {
    expect(overlaps(span(0, 2), span(1, 3))).toBe(true);
    expect(overlaps(span(0, 4), span(1, 2))).toBe(true);
    expect(overlaps(span(0, 2), span(2, 3))).toBe(false);
    expect(overlaps(span(2, 2), span(2, 3))).toBe(false);
  });
});

describe("sorted spans", () => {
  const sorted = fc
    .uniqueArray(fc.nat(60), { maxLength: 16 })
    .map((edges) => edges.sort((a, b) => a - b))
    .map((edges) =>
      edges.flatMap((start, index) =>
        index % 2 === 0 && index + 1 < edges.length ? [span(start, edges[index + 1]!)] : [],
      ),
    );

  it("are searched as one by one", () => {
    fc.assert(
      fc.property(sorted, fc.nat(60), fc.nat(10), (spans, start, length) => {
        const at = spans.findIndex(({ end }) => end > start);
        expect(firstEndingAfter(spans, start)).toBe(at === -1 ? spans.length : at);
        const of = span(start, start + length);
        // The search is for spans of text; an empty one has its own answer above.
        if (length > 0) expect(overlapsAny(spans, of)).toBe(spans.some((each) => overlaps(each, of)));
      }),
    );
  });
});

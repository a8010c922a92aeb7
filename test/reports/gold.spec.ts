import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { symbols } from "../../server/src/features/symbols.ts";
import { outline } from "../../server/src/model/facts/outline.ts";
import { series } from "../../server/src/model/facts/series.ts";
import { slots } from "../../server/src/model/facts/slots.ts";
import type { ReportDocument } from "../../server/src/model/reportDocument.ts";
import { documentOf, sourceOf, testService } from "../support/report.ts";
import { hasShared, sharedFolder } from "../support/shared.ts";

interface GoldHeading {
  readonly line: number;
  readonly level: number;
  readonly text: string;
  readonly col: number;
  readonly run_in?: boolean;
  readonly unnumbered?: boolean;
}

interface GoldPlace {
  readonly line: number;
  readonly col: number;
  readonly context: string;
}

interface Gold {
  readonly file: string;
  readonly title: string;
  readonly headings: readonly GoldHeading[];
  readonly placeholders: readonly (GoldPlace & { readonly text: string })[];
  readonly numbering_errors: readonly (GoldPlace & { readonly derived?: boolean })[];
  readonly bracket_errors: readonly GoldPlace[];
  readonly residue: readonly (GoldPlace & { readonly what: string })[];
  readonly ordinal_points: readonly {
    readonly line: number;
    readonly items: readonly string[];
    readonly cols: readonly number[];
  }[];
}

const folder = `${sharedFolder}reports/`;
const golds: readonly Gold[] = hasShared
  ? readdirSync(`${folder}gold`).map((name) => JSON.parse(readFileSync(`${folder}gold/${name}`, "utf8")) as Gold)
  : [];

/** A place as the labels write it: one-based line and column. */
function place(doc: ReportDocument, offset: number): string {
  const { line, character } = doc.lines.positionAt(offset);
  return `${line + 1}:${character + 1}`;
}

const label = ({ line, col }: GoldPlace | GoldHeading): string => `${line}:${col}`;

describe.skipIf(!hasShared)("the five reference reports", () => {
  describe.each(golds.map((gold) => [gold.file, gold] as const))("%s", (file, gold) => {
    const text = hasShared ? readFileSync(folder + file, "utf8") : "";
    const doc = documentOf(text, { forced: false });
    const findings = async () => testService().check(sourceOf(text, { forceReport: false }));
    const placesOf = async (rule: string) =>
      (await findings()).findings.filter((finding) => finding.rule === rule).map(({ span }) => place(doc, span.start));

    it("is a report by its title alone", async () => {
      expect((await findings()).isReport).toBe(true);
      expect(symbols(doc)[0]?.name).toBe(gold.title);
    });

    it("has the headings of the labels, with their levels and names", () => {
      const found = doc
        .derive(outline)
        .all.map(({ level, headingSpan, heading }) => `${place(doc, headingSpan.start)} ${level} ${heading.name}`);
      const wanted = gold.headings
        .filter(({ unnumbered }) => !unnumbered)
        .map((heading) => `${label(heading)} ${heading.level} ${heading.text}`);
      expect(found).toEqual(wanted);
    });

    it("has the series of the labels", () => {
      const found = doc
        .derive(series)
        .flatMap(({ items }) => items)
        .map((item) => `${place(doc, item.span.start)} ${doc.slice(item.wordSpan)}`);
      const wanted = gold.ordinal_points.flatMap(({ line, items, cols }) =>
        items.map((item, index) => `${line}:${cols[index]} ${item}`),
      );
      expect(found).toEqual(expect.arrayContaining(wanted));
      // What the labels do not list are nested series (一要…二要…) and those of other families.
      const extra = found.filter((each) => !wanted.includes(each));
      expect(extra.filter((each) => / .是$/.test(each))).toEqual([]);
    });

    it("has every placeholder at its exact place, and no other", async () => {
      const { findings: all } = await findings();
      const found = all
        .filter(({ rule }) => rule === "placeholder/unfilled")
        .map(({ span }) => `${place(doc, span.start)} ${doc.slice(span)}`);
      expect(found).toEqual(gold.placeholders.map((each) => `${label(each)} ${each.text}`));
    });

    it("has every residue mark and invisible character", async () => {
      const found = [...(await placesOf("residue/marker")), ...(await placesOf("residue/invisible"))];
      const lines = (places: readonly string[]) => places.map((each) => each.split(":")[0]).sort();
      expect(lines(found)).toEqual(lines(gold.residue.map(label)));
      const marks = gold.residue.filter(({ context }) => context.startsWith("##")).map(label);
      expect(await placesOf("residue/marker")).toEqual(marks);
    });

    it("has the numbering and bracket errors", async () => {
      const first = gold.numbering_errors.filter(({ derived }) => !derived).map(label);
      expect(await placesOf("numbering/gap")).toEqual(first);
      expect((await placesOf("numbering/bracket")).sort()).toEqual(gold.bracket_errors.map(label).sort());
    });

    it("lacks no section, since each has work, problems and a plan", async () => {
      const { filled } = doc.derive(slots);
      expect([filled.has("WORK"), filled.has("ISSUE"), filled.has("PLAN")]).toEqual([true, true, true]);
      expect(await placesOf("structure/missing-section")).toEqual([]);
    });

    it("draws no finding that no careful reader would have", async () => {
      const { findings: all } = await findings();
      const rules = new Set(all.map(({ rule }) => rule));
      const read = [
        "placeholder/unfilled",
        "placeholder/emphasis",
        "residue/marker",
        "residue/invisible",
        "numbering/gap",
        "numbering/bracket",
      ];
      expect([...rules].filter((rule) => !read.includes(rule))).toEqual([]);
    });
  });
});

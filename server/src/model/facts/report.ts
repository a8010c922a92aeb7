import { kindById, kindByName, kindsOfTitle, slotsOfHeading } from "../../catalog/index.ts";
import type { Catalog, Kind } from "../../catalog/types.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { frontMatter } from "./frontMatter.ts";
import { outline } from "./outline.ts";
import { blockPlaceholders } from "./placeholders.ts";
import { type Title, title } from "./title.ts";

/** Whether a document is a report, of which kinds and of which year. */
export interface Report {
  readonly isReport: boolean;
  /** Two for a combined title such as 述职暨述责述廉报告, whose sections unite; empty when it is no report. */
  readonly kinds: readonly Kind[];
  readonly year: number | null;
}

/** The kind of a report that no title, setting or front matter tells apart. */
const fallbackKind = "general";

export const report = defineFact("report", (doc: ReportDocument): Report => {
  const { catalog, context } = doc;
  const titled = doc.derive(title);
  const matter = doc.derive(frontMatter);
  const named = context.kindAsked ? context.kind : (matter.kind ?? context.kind);
  const isReport = !context.excluded && (context.forced || matter.kind !== null || looksLikeReport(doc));
  if (!isReport) return { isReport, kinds: [], year: null };
  return {
    isReport,
    kinds: kindsOf(catalog, named, titled?.text ?? ""),
    year: matter.year ?? titled?.year ?? null,
  };
});

function kindsOf(catalog: Catalog, named: string | null, titleText: string): readonly Kind[] {
  const chosen = named === null ? undefined : kindByName(catalog, named);
  if (chosen) return [chosen];
  const byTitle = kindsOfTitle(catalog, titleText);
  if (byTitle.length > 0) return byTitle;
  const fallback = kindById(catalog, fallbackKind);
  return fallback ? [fallback] : [];
}

/** By its title and shape: see `rules.md` of the contract. */
function looksLikeReport(doc: ReportDocument): boolean {
  const titled = doc.derive(title);
  switch (titled?.verdict) {
    case "excluded":
      return false;
    case "strong":
      return true;
    case "weak":
      return namesSomeone(doc, titled) || hasKnownSections(doc);
    case "none":
      return false;
    default:
      return hasKnownSections(doc);
  }
}

/** A year, an organisation or a role, or a blank where one of them belongs: 在【请填：会议名称】上的讲话. */
function namesSomeone(doc: ReportDocument, titled: Title): boolean {
  if (titled.year !== null || titled.organisation !== null || titled.role !== null) return true;
  if (titled.organisationType !== null) return true;
  return blockPlaceholders(doc.blocks[titled.firstLine]!).length > 0;
}

function hasKnownSections(doc: ReportDocument): boolean {
  const top = doc.derive(outline).all.filter(({ level }) => level === 1);
  const known = top
    .map(({ heading }) => slotsOfHeading(doc.catalog, heading.title))
    .filter((slots) => slots.length > 0);
  // 背景 and 现状 open the notes of every trade, so they alone make no report.
  return known.length >= 2 && known.some((slots) => !slots.includes("BASIC"));
}

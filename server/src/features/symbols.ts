import { unitedSlots } from "../model/edits/insertSection.ts";
import { outline, type Section } from "../model/facts/outline.ts";
import { report } from "../model/facts/report.ts";
import { type SeriesItem, series } from "../model/facts/series.ts";
import { slots } from "../model/facts/slots.ts";
import { title } from "../model/facts/title.ts";
import type { ReportDocument } from "../model/reportDocument.ts";
import { span } from "../text/span.ts";
import type { ReportSymbol } from "./types.ts";

type Node = ReportSymbol & { readonly children: Node[] };

/**
 * The outline of a report as an editor shows it: the title above the sections, series items (一是…) as leaves of the
 * section that holds them. Empty for a document that is no report.
 */
export function symbols(doc: ReportDocument): readonly ReportSymbol[] {
  if (!doc.derive(report).isReport) return [];
  const nodes = new Map<Section, Node>();
  const roots: Node[] = [];
  const detailOf = detailer(doc);
  const top = titleNode(doc);
  const holder = top?.children ?? roots;
  if (top) roots.push(top);
  for (const section of doc.derive(outline).all) {
    const node: Node = {
      name: section.heading.name,
      detail: detailOf(section),
      kind: "section",
      range: section.range,
      selectionRange: section.headingSpan,
      children: [],
    };
    nodes.set(section, node);
    (section.parent ? nodes.get(section.parent)!.children : holder).push(node);
  }
  for (const { items, section } of doc.derive(series)) {
    const parent = section ? nodes.get(section)!.children : holder;
    items.forEach((item, index) => {
      parent.push(leaf(doc, item, items[index + 1]));
    });
  }
  for (const children of [holder, ...[...nodes.values()].map((node) => node.children)]) {
    children.sort((a, b) => a.range.start - b.range.start);
  }
  return roots;
}

function titleNode(doc: ReportDocument): Node | null {
  const titled = doc.derive(title);
  if (!titled) return null;
  return {
    name: titled.text,
    detail: doc
      .derive(report)
      .kinds.map(({ name }) => name.zh)
      .join("、"),
    kind: "title",
    range: span(doc.lines.startOf(titled.firstLine), doc.text.length),
    selectionRange: titled.span,
    children: [],
  };
}

function detailer(doc: ReportDocument): (section: Section) => string {
  const names = new Map(unitedSlots(doc.derive(report).kinds).map(({ slot, name }) => [slot, name.zh]));
  const { bySection } = doc.derive(slots);
  return (section) =>
    section.level > 1 ? "" : (bySection.get(section) ?? []).flatMap((slot) => names.get(slot) ?? []).join("、");
}

/** An item reaches to the next one of its series in the same line, else to the end of its line. */
function leaf(doc: ReportDocument, item: SeriesItem, next: SeriesItem | undefined): Node {
  const end = next?.line === item.line ? next.span.start : doc.lines.endOf(item.line);
  return {
    name: item.name,
    detail: "",
    kind: "series",
    range: span(item.span.start, Math.max(end, item.span.end)),
    selectionRange: item.span,
    children: [],
  };
}

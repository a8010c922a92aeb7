import { slotsOfHeading } from "../../catalog/index.ts";
import type { Kind, Slot } from "../../catalog/types.ts";
import { sentences } from "../../chinese/sentences.ts";
import { type Block, blockFact } from "../block.ts";
import { defineFact, type ReportDocument } from "../reportDocument.ts";
import { outline, type Section, topSections } from "./outline.ts";
import { report } from "./report.ts";
import { title } from "./title.ts";

/** Which sections fill which slots. */
export interface Slots {
  /** The slots of a section, by its heading or its place; sections about nothing known are absent. */
  readonly bySection: ReadonlyMap<Section, readonly Slot[]>;
  /** Every slot that the report has, also those met by a heading of the second level or by sentences alone. */
  readonly filled: ReadonlySet<Slot>;
}

/** How the problems of a report are put when no heading announces them; problems that were solved are work. */
const problemSentence =
  /(?<!(?:解决|整改|化解|破解|纠正|消除|针对|围绕|查找)[^，。；]{0,8})(?:存在|还有|仍有|尚有|面临).{0,16}(?:问题|不足|差距|短板|薄弱环节|困难)|(?:问题|不足|差距|短板)(?:主要)?(?:有(?![效力序所望关])|是|表现)/;
/** What an item about a problem says. */
const shortcoming = /不够|不足|欠缺|有待|不强|不高|不到位|不深|差距|薄弱/;

const namesProblems: (block: Block) => boolean = blockFact(
  (block) =>
    !block.blank && sentences(block.text).some(({ start, end }) => problemSentence.test(block.text.slice(start, end))),
);

export const slots = defineFact("slots", (doc: ReportDocument): Slots => {
  const { kinds } = doc.derive(report);
  const { all } = doc.derive(outline);
  const bySection = new Map<Section, readonly Slot[]>();
  for (const section of all) {
    if (section.parent?.parent) continue;
    const found = headingSlots(doc, section, kinds);
    if (found.length > 0) bySection.set(section, found);
  }
  const filled = new Set<Slot>([...bySection.values()].flat());
  addByPosition(doc, topSections(doc), bySection, filled);
  if (!filled.has("ISSUE") && doc.blocks.some(namesProblems)) filled.add("ISSUE");
  if (hasPreamble(doc)) filled.add("INTRO");
  return { bySection, filled };
});

/** What the headings of a block mean, by the kinds they were read for: fifteen patterns a heading are too many a key. */
const readings: (block: Block) => Map<string, readonly Slot[]> = blockFact(() => new Map());

function headingSlots(doc: ReportDocument, section: Section, kinds: readonly Kind[]): readonly Slot[] {
  const known = readings(doc.blocks[section.line]!);
  const key = kinds.map(({ id }) => id).join(" ");
  let found = known.get(key);
  if (!found) {
    found = slotsOfHeading(doc.catalog, section.heading.title.replace(/[。：:；\s]+$/, ""), kinds);
    known.set(key, found);
  }
  return found;
}

/** Where headings tell nothing: the first section is the work, one full of shortcomings the problems, the last the plan. */
function addByPosition(
  doc: ReportDocument,
  top: readonly Section[],
  bySection: Map<Section, readonly Slot[]>,
  filled: Set<Slot>,
): void {
  if (top.length < 2) return;
  const claim = (section: Section | undefined, slot: Slot): void => {
    if (!section || filled.has(slot) || bySection.has(section)) return;
    bySection.set(section, [slot]);
    filled.add(slot);
  };
  if (!filled.has("ISSUE")) {
    claim(
      top.find((section) => tellsShortcomings(doc, section)),
      "ISSUE",
    );
  }
  claim(top[0], "WORK");
  if (top.length > 2) claim(top.at(-1), "PLAN");
}

function tellsShortcomings(doc: ReportDocument, section: Section): boolean {
  const lines = doc.blocks.slice(section.line + 1, section.lastLine + 1).filter((block) => !block.blank);
  return lines.length > 0 && lines.filter(({ text }) => shortcoming.test(text)).length * 2 > lines.length;
}

/** Whether body text stands between the title and the first section. */
function hasPreamble(doc: ReportDocument): boolean {
  const first = doc.derive(outline).all[0]?.line ?? doc.blocks.length;
  const from = (doc.derive(title)?.lastLine ?? -1) + 1;
  return doc.blocks.slice(from, first).some((block) => !block.blank && block.text.trim().length > 20);
}

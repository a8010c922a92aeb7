import type { Kind } from "../catalog/types.ts";
import { formatMark } from "../chinese/marks.ts";

/** What fills the blanks of a title; an absent value leaves a blank to fill in later. */
export interface TitleFields {
  readonly year?: number | undefined;
  readonly org?: string | undefined;
  readonly author?: string | undefined;
}

/**
 * The text of a new report of `kind`: title, opening, and the sections that the kind requires or expects, numbered, with
 * a blank line between paragraphs. Lines end with \n; blanks are `【请填：…】`, and `{{year}}`, `{{org}}` and `{{author}}`
 * stand for what the title is to name.
 */
export function reportTemplate(kind: Kind): string {
  const shown = kind.slots.filter((slot) => slot.presence !== "optional" || slot.slot === "CLOSE");
  // A kind that demands nothing shows all it knows.
  const slots = shown.some((slot) => slot.heading !== "") ? shown : kind.slots;
  const paragraphs = [`# ${kind.titleTemplate}`];
  let number = 0;
  for (const slot of slots) {
    if (slot.heading !== "") paragraphs.push(formatMark("chinese", ++number) + slot.heading);
    if (slot.skeleton.trim() !== "") paragraphs.push(slot.skeleton.trimEnd());
  }
  return `${paragraphs.join("\n\n")}\n`;
}

/** A new report of `kind` with the fields filled in; what is not known stays a blank. */
export function newReport(kind: Kind, { year, org, author }: TitleFields): string {
  return reportTemplate(kind)
    .replaceAll("{{year}}", year === undefined ? "【请填：年份】" : String(year))
    .replaceAll("{{org}}", org ?? "【请填：单位】")
    .replaceAll("{{author}}", author ?? "【请填：姓名】");
}

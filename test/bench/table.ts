/** One line of the result: what was measured, and the two figures, null where there is none. */
export interface Row {
  readonly label: string;
  /** Characters of the document, null where there is more than one. */
  readonly size: number | null;
  readonly ours: number | null;
  readonly theirs: number | null;
  readonly unit: "ms" | "MiB" | "";
  /** One of the two did not do the whole work: the row is marked, and the text below the table says how. */
  readonly unequal?: boolean;
}

/** Stands behind the ratio of a row that does not compare equal work. */
export const UNEQUAL = "†";

/** A Markdown table of `rows` with ours ÷ theirs in its last column. */
export function renderTable(rows: readonly Row[], names: readonly [string, string]): string {
  const head = ["测量项 measured", "字数 characters", names[0], names[1], "比值 ratio"];
  const lines = rows.map(({ label, size, ours, theirs, unit, unequal }) => [
    label,
    size === null ? "" : size.toLocaleString("en"),
    figure(ours, unit),
    figure(theirs, unit),
    unit === "" || ours === null || theirs === null
      ? ""
      : `${(ours / theirs).toFixed(2)}${unequal ? ` ${UNEQUAL}` : ""}`,
  ]);
  const rule = ["---", "---:", "---:", "---:", "---:"];
  return [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Three significant figures, no more than the measurement bears. */
function figure(value: number | null, unit: Row["unit"]): string {
  if (value === null) return "–";
  if (unit === "") return value.toLocaleString("en");
  const rounded = value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(value < 1 ? 2 : 3);
  return `${rounded} ${unit}`;
}

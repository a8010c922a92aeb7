import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeReport } from "./corpus.ts";

/** A generated report in a folder of its own. */
export interface Sample {
  /** Characters that were asked for; `text.length` is near it. */
  readonly size: number;
  readonly folder: string;
  readonly uri: string;
  readonly text: string;
}

/** Writes the report of `size` characters into `folder`, which must exist. */
export function writeSample(folder: string, size: number): Sample {
  const text = makeReport(size, size);
  const path = join(folder, `report-${size}.md`);
  writeFileSync(path, text);
  return { size, folder, uri: pathToFileURL(path).href, text };
}

/** Writes `count` different reports of `size` characters into `folder`. */
export function writeMany(folder: string, count: number, size: number): void {
  for (let index = 0; index < count; index++) {
    writeFileSync(join(folder, `report-${String(index).padStart(4, "0")}.md`), makeReport(size, index + 1));
  }
}

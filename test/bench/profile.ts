import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** Where a function stands; line and column are zero-based. */
interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** The part of V8's CPU profile that is read here; times are microseconds on the monotonic clock. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
  }[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A function and the milliseconds spent in itself, without those it calls. */
export interface HotSpot {
  readonly name: string;
  readonly milliseconds: number;
}

/**
 * The functions that took the most time of their own after `from` (microseconds of the monotonic clock, as
 * `process.hrtime` reads it), most expensive first; waiting is left out.
 */
export function hotSpots(path: string, from: number, count: number): readonly HotSpot[] {
  const profile = JSON.parse(readFileSync(path, "utf8")) as CpuProfile;
  const place = placesInSources();
  const names = new Map(
    profile.nodes.map(({ id, callFrame }) => [
      id,
      `${callFrame.functionName || "(anonymous)"} ${place(callFrame)}`.trim(),
    ]),
  );
  const spent = new Map<string, number>();
  let now = profile.startTime;
  for (const [index, sample] of profile.samples.entries()) {
    // A delta is the time before its sample, so a sample lasts until the next one.
    now += profile.timeDeltas[index]!;
    const name = names.get(sample)!;
    if (now < from || name === "(idle)") continue;
    spent.set(name, (spent.get(name) ?? 0) + (profile.timeDeltas[index + 1] ?? 0) / 1000);
  }
  return [...spent]
    .map(([name, milliseconds]) => ({ name, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count);
}

/** Names the file and the line of a function: those of the source where the bundle has a source map beside it. */
function placesInSources(): (frame: CallFrame) => string {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (url: string) => {
    if (!maps.has(url)) {
      const path = url.startsWith("file:") ? `${fileURLToPath(url)}.map` : "";
      maps.set(url, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, "utf8"))) : null);
    }
    return maps.get(url)!;
  };
  return ({ url, lineNumber, columnNumber }) => {
    if (url === "") return "";
    const entry = mapOf(url)?.findEntry(lineNumber, columnNumber);
    if (entry !== undefined && "originalSource" in entry && entry.originalSource) {
      return `${entry.originalSource.replace(/^(\.\.\/)+/, "")}:${entry.originalLine + 1}`;
    }
    return `${basename(url)}:${lineNumber + 1}`;
  };
}

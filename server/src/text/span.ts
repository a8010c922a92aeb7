/**
 * A half-open range of a text, in UTF-16 code units: `start` is the first unit inside, `end` the first behind.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to but without `end` (UTF-16 offsets). */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `offset` lies inside `of`, its end excluded. */
export function contains(of: Span, offset: number): boolean {
  return offset >= of.start && offset < of.end;
}

/** Whether the two spans share at least one code unit; an empty span overlaps nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same span, `by` code units further on. */
export function shift(of: Span, by: number): Span {
  return { start: of.start + by, end: of.end + by };
}

/** The part of `text` that `of` covers. */
export function slice(text: string, of: Span): string {
  return text.slice(of.start, of.end);
}

/**
 * The index of the first element of `sorted` (by `start`, not overlapping) that ends behind `offset`,
 * or the length of `sorted` when there is none.
 */
export function firstEndingAfter(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether one of `sorted` (by `start`, not overlapping) shares a code unit with `of`. */
export function overlapsAny(sorted: readonly Span[], of: Span): boolean {
  const candidate = sorted[firstEndingAfter(sorted, of.start)];
  return candidate !== undefined && overlaps(candidate, of);
}

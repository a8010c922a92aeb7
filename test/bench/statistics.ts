/**
 * The value that `share` (0–1) of `values` do not exceed, by the nearest-rank method: always one that was measured.
 *
 * @throws RangeError when there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("no values to take a percentile of");
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** The middle of `values`; with an even number of them the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

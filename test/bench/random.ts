/** A source of numbers that gives the same ones for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, but not with, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both with. */
  whole(least: number, most: number): number;
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** True in `share` of the cases (0–1). */
  chance(share: number): boolean;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for choosing words. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { next, whole, pick: (items) => items[whole(0, items.length - 1)]!, chance: (share) => next() < share };
}

/** How often each thing is measured. */
export interface Plan {
  readonly documents: readonly {
    readonly size: number;
    readonly keystrokes: number;
    readonly warmUp: number;
    readonly starts: number;
    readonly runsInProcess: number;
  }[];
  /** The folder that the command lines go over. */
  readonly files: { readonly count: number; readonly size: number; readonly runs: number };
}

/** The run whose figures are published. */
export const full: Plan = {
  documents: [
    { size: 3_000, keystrokes: 300, warmUp: 40, starts: 15, runsInProcess: 30 },
    { size: 35_000, keystrokes: 200, warmUp: 40, starts: 10, runsInProcess: 15 },
    { size: 350_000, keystrokes: 60, warmUp: 10, starts: 5, runsInProcess: 5 },
  ],
  files: { count: 1_000, size: 3_000, runs: 5 },
};

/** A run of less than a minute, to see where one stands. */
export const quick: Plan = {
  documents: [
    { size: 3_000, keystrokes: 60, warmUp: 20, starts: 3, runsInProcess: 5 },
    { size: 35_000, keystrokes: 40, warmUp: 10, starts: 3, runsInProcess: 3 },
    { size: 350_000, keystrokes: 10, warmUp: 2, starts: 1, runsInProcess: 1 },
  ],
  files: { count: 200, size: 3_000, runs: 2 },
};

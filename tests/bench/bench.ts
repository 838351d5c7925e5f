/** One line of docs/benchmarks.md: a figure, what it is held against, and the promise. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  /** Measured ÷ alternative, or the plain figure where there is no alternative. */
  readonly figure: string;
  /** Absent where a figure is only reported. */
  readonly promise?: string;
  /** Whether the promise holds; true where there is none. */
  readonly holds: boolean;
  /** False for times on the clock: another machine is not a mistake of ours. */
  readonly asserted: boolean;
}

/** A benchmark: several rows from one run, so that ratios compare the same minute. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

/** A figure with the words that name it. */
interface Figure {
  readonly name: string;
  readonly value: number;
}

/** The middle of the values. @throws Error when there are none */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('median of nothing');
  return middle;
};

/** One figure divided by another, with a promise of at most or at least. */
export const ratioRow = (
  what: string,
  measured: Figure,
  against: Figure,
  { max, min }: { readonly max?: number; readonly min?: number },
): Row => {
  const ratio = measured.value / against.value;
  return {
    ...seenRow(what, measured, against),
    asserted: true,
    promise: max === undefined ? `≥ ${min}` : `≤ ${max}`,
    holds: (max === undefined || ratio <= max) && (min === undefined || ratio >= min),
  };
};

/** One figure divided by another, reported without a promise. */
export const seenRow = (what: string, measured: Figure, against: Figure): Row => ({
  what,
  measured: measured.name,
  against: against.name,
  figure: (measured.value / against.value).toFixed(2),
  holds: true,
  asserted: false,
});

/** A figure on its own with its unit, for example `212 KB`, and the most it may be. */
export const countRow = (what: string, value: number, most: number, unit = ''): Row => ({
  ...reportedRow(what, `${value}${unit}`),
  asserted: true,
  promise: `≤ ${most}${unit}`,
  holds: value <= most,
});

/** Seconds on the clock and the goal for them, which is reported and not asserted. */
export const secondsRow = (what: string, ms: number, most: number): Row => ({
  ...reportedRow(what, `${(ms / 1000).toFixed(1)} s`),
  promise: `≤ ${most} s`,
  holds: ms <= most * 1000,
});

/** A figure on its own, reported without a promise. */
export const reportedRow = (what: string, figure: string): Row => ({
  what,
  measured: '',
  against: '',
  figure,
  holds: true,
  asserted: false,
});

/** Milliseconds an awaited piece of work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from) / 1e6;
};

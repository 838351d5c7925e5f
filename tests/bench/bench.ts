/** One line of docs/benchmarks.md: a figure, what it is held against, and the promise. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly against: string;
  /** Measured ÷ alternative, or the plain figure where there is no alternative. */
  readonly figure: string;
  readonly promise: string;
  readonly holds: boolean;
}

/** A benchmark: several rows from one run, so that ratios compare the same minute. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('median of nothing');
  return middle;
};

export const ratioRow = (
  what: string,
  measured: { readonly name: string; readonly value: number },
  against: { readonly name: string; readonly value: number },
  promise: { readonly max?: number; readonly min?: number },
): Row => {
  const ratio = measured.value / against.value;
  const { max, min } = promise;
  return {
    what,
    measured: measured.name,
    against: against.name,
    figure: ratio.toFixed(2),
    promise: max === undefined ? `≥ ${min}` : `≤ ${max}`,
    holds: (max === undefined || ratio <= max) && (min === undefined || ratio >= min),
  };
};

/** Milliseconds an awaited piece of work takes. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from) / 1e6;
};

/** What one step of the build did. */
export interface Built {
  readonly target: string;
  /** True when nothing had changed since the last time. */
  readonly skipped: boolean;
  /** One line for the person who builds: sizes, counts. */
  readonly note: string;
}

/** One thing that ships. `run` throws a PlainError when it cannot be built. */
export interface Target {
  readonly name: string;
  readonly run: () => Promise<Built>;
}

/** Bytes as people read them. */
export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}

/** One thing that must hold. `run` answers the problems it found, one line each; none is well. */
export interface Check {
  readonly name: string;
  /** What it looks after, for the person who reads the report. */
  readonly about: string;
  readonly run: () => Promise<readonly string[]>;
}

/** One request of the SDK, as counted. */
interface Entry {
  /** The function that made it; absent for an administrator outside. */
  readonly function: string | undefined;
  /** As faults name it: `database.getDocument`, `wx:subscribeMessage.send`. */
  readonly action: string;
  /** The collection, for a database action that names one. */
  readonly collection: string | undefined;
}

const MOST = 10_000;

/** Which requests the SDK made, for tests and benchmarks that count them. Off until asked for. */
export class Journal {
  private entries: Entry[] | undefined;

  note(entry: Entry): void {
    if (this.entries !== undefined && this.entries.length < MOST) this.entries.push(entry);
  }

  /** What was noted since the last call, in order; the first call begins to note. */
  take(): readonly Entry[] {
    const taken = this.entries ?? [];
    this.entries = [];
    return taken;
  }
}

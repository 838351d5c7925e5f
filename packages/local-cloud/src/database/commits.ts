import type { Sqlite } from './sqlite';

/** Thrown by work that must wait for another's lock; it is tried again from the start. */
export class Blocked extends Error {
  override readonly name = 'Blocked';

  constructor(readonly released: Promise<void>) {
    super('waits for a lock');
  }
}

/** Thrown by work that fails in the middle, when what it wrote before is to stay. */
export class KeepEarlier extends Error {
  override readonly name = 'KeepEarlier';

  constructor(readonly reason: unknown) {
    super('failed after some writes');
  }
}

interface Job {
  /** Does the writes; gives what to do once they are on disk. */
  readonly work: () => () => void;
  readonly fail: (error: unknown) => void;
}

// Requests of many writers are read over several turns; a single writer is never kept waiting.
const MOST_TURNS = 32;

/**
 * Group commit. Writes that arrive in the same few turns of the event loop, or while an earlier
 * commit holds it up, share one transaction and one flush to disk. Each runs in a savepoint of its own,
 * so that one that fails takes nothing from its neighbours; all are answered after the commit.
 */
export class Commits {
  private queue: Job[] = [];
  private scheduled = false;
  private closed = false;

  /** @param onRollback called when writes were taken back, to mend what is kept in memory */
  constructor(
    private readonly sqlite: Sqlite,
    private readonly onRollback: () => void,
  ) {}

  /**
   * Runs work in the next commit.
   * @param work writes through the connection, without awaiting anything
   * @param undo takes back what the work changed in memory, if the commit fails after all
   * @returns what the work returned, once it is on disk
   */
  submit<T>(work: () => T, undo?: () => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.enqueue({
        work: () => {
          const result = work();
          return () => resolve(result);
        },
        fail: (error) => {
          undo?.();
          reject(error);
        },
      });
    });
  }

  /** Commits what is waiting, and takes nothing more. */
  close(): void {
    this.run();
    this.closed = true;
  }

  private enqueue(job: Job): void {
    if (this.closed) {
      job.fail(new Error('the database is closed'));
      return;
    }
    this.queue.push(job);
    if (this.scheduled) return;
    this.scheduled = true;
    this.gather(this.queue.length, MOST_TURNS);
  }

  /** Runs the queue as soon as a turn of the event loop has brought nothing more. */
  private gather(seen: number, turns: number): void {
    setImmediate(() => {
      if (this.queue.length > seen && turns > 0) this.gather(this.queue.length, turns - 1);
      else this.run();
    });
  }

  private run(): void {
    this.scheduled = false;
    const jobs = this.queue;
    this.queue = [];
    if (jobs.length === 0 || this.closed) return;
    const answers: (() => void)[] = [];
    const parked = new Set<Job>();
    try {
      this.sqlite.run('BEGIN IMMEDIATE');
      for (const job of jobs) {
        const answer = this.attempt(job);
        if (answer === undefined) parked.add(job);
        else answers.push(answer);
      }
      this.sqlite.run('COMMIT');
    } catch (error) {
      this.rollback();
      // Nothing of the batch is on disk: all must hear it but those that wait to be tried again.
      for (const job of jobs) if (!parked.has(job)) job.fail(error);
      return;
    }
    for (const answer of answers) answer();
  }

  /** Runs one job in a savepoint; gives its answer, or undefined when it has none to wait for. */
  private attempt(job: Job): (() => void) | undefined {
    this.sqlite.run('SAVEPOINT job');
    try {
      const answer = job.work();
      this.sqlite.run('RELEASE job');
      return answer;
    } catch (error) {
      if (error instanceof KeepEarlier) {
        this.sqlite.run('RELEASE job');
        return () => job.fail(error.reason);
      }
      this.sqlite.run('ROLLBACK TO job');
      this.sqlite.run('RELEASE job');
      this.onRollback();
      if (error instanceof Blocked) void error.released.then(() => this.enqueue(job));
      else return () => job.fail(error);
      return undefined;
    }
  }

  private rollback(): void {
    try {
      this.sqlite.run('ROLLBACK');
    } catch {
      // A full disk has ended the transaction by itself.
    }
    this.onRollback();
  }
}

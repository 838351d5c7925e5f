import { asynchronous, type Options, type Result } from './api';

type Listener = (value: unknown) => void;
type TaskWork = (task: ProgressTask, options: Options) => Promise<Result>;

/** A task of wx.request, wx.uploadFile …: it can be aborted and tells its progress. */
export class ProgressTask {
  private readonly listeners = new Map<string, Set<Listener>>();
  private abortWork: (() => void) | undefined;
  private aborted = false;
  private readonly promise: Promise<Result> | undefined;

  constructor(name: string, options: Options, report: (error: unknown) => void, work: TaskWork) {
    const progress = options['onProgressUpdate'];
    if (typeof progress === 'function') this.on('progress', (value) => progress(value));
    this.promise = asynchronous(name, (given) => work(this, given), report)(options);
  }

  /** What the project gets: the task, which is a promise too when no callback was given. */
  facade(): Record<string, unknown> {
    const { promise } = this;
    const part = (event: string) => ({
      [`on${event}`]: (listener: Listener) => this.on(keyOf(event), listener),
      [`off${event}`]: (listener?: Listener) => this.off(keyOf(event), listener),
    });
    const task: Record<string, unknown> = {
      abort: () => {
        this.aborted = true;
        this.abortWork?.();
      },
      ...part('ProgressUpdate'),
      ...part('HeadersReceived'),
      ...part('ChunkReceived'),
    };
    if (!promise) return task;
    // A promise with the task's methods, as WeChat's is.
    return Object.assign(promise, task) as unknown as Record<string, unknown>;
  }

  onAbort(abort: () => void): void {
    this.abortWork = abort;
    if (this.aborted) abort();
  }

  tell(event: string, value: unknown): void {
    for (const listener of this.listeners.get(event) ?? []) listener(value);
  }

  /** `done` and `expected` are the words in WeChat's names: totalBytesSent, …ExpectedToSend. */
  progress(done: number, total: number, doneWord: string, expectedWord: string): void {
    this.tell('progress', {
      progress: total > 0 ? Math.floor((done / total) * 100) : 0,
      [`totalBytes${doneWord}`]: done,
      [`totalBytesExpectedTo${expectedWord}`]: total,
    });
  }

  private on(event: string, listener: Listener): void {
    const set = this.listeners.get(event) ?? new Set();
    set.add(listener);
    this.listeners.set(event, set);
  }

  private off(event: string, listener?: Listener): void {
    if (listener) this.listeners.get(event)?.delete(listener);
    else this.listeners.delete(event);
  }
}

function keyOf(event: string): string {
  return event === 'ProgressUpdate' ? 'progress' : event.charAt(0).toLowerCase() + event.slice(1);
}

import type { AppInstance } from './app';
import type { HostEmitter } from './emitter';
import { describeError, errorNotice } from './errors';
import type { Notice, Shell } from './host';

/** Where errors and gaps go: App.onError, listeners, the console, and a notice on the page. */
export class Faults {
  private readonly noticed = new Set<string>();
  /** Set once there is an app. */
  app: AppInstance | undefined;

  constructor(
    private readonly shell: Shell,
    private readonly emitter: HostEmitter,
  ) {}

  /** Shows a notice, once for its kind and name. */
  notice(notice: Notice): void {
    const key = `${notice.kind}:${notice.name}`;
    if (this.noticed.has(key)) return;
    this.noticed.add(key);
    this.shell.notice(notice);
  }

  report(error: unknown): void {
    console.error(error);
    const text = describeError(error);
    this.app?.call('onError', text);
    this.emitter.emit('error', text);
    // Not through `notice`: the same error may come again after it was dismissed.
    this.shell.notice(errorNotice(error));
  }

  /** A promise that nobody caught. */
  rejected(reason: unknown, promise: Promise<unknown>): void {
    console.error(reason);
    const handled = this.app?.call('onUnhandledRejection', { reason, promise }) ?? false;
    const heard = this.emitter.emit('unhandledRejection', { reason, promise });
    if (!handled && heard === 0) this.shell.notice(errorNotice(reason));
  }

  /** Runs the project's code so that what it throws stops nothing else. */
  guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.report(error);
    }
  }
}

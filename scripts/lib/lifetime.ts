import { stop } from 'esbuild';
import { messageOf, report } from './plain-error';

/** How long closing may take before the process ends anyway, in milliseconds. */
const PATIENCE = 5000;

/**
 * Keeps a command alive until somebody ends it (Ctrl-C, a signal, or the death of the process
 * that started it), then closes what it opened, last opened first, and ends with 0.
 */
export class Lifetime {
  private readonly closers: (() => Promise<void> | void)[] = [];
  private ending = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => void this.end(0));
    }
    process.on('disconnect', () => void this.end(0));
  }

  /** Registers what must be closed at the end. */
  onEnd(close: () => Promise<void> | void): void {
    this.closers.push(close);
  }

  /** Closes everything and ends the process; a second call changes nothing. */
  async end(code: number): Promise<never> {
    if (!this.ending) {
      this.ending = true;
      setTimeout(() => process.exit(code), PATIENCE).unref();
      for (const close of this.closers.reverse()) {
        try {
          await close();
        } catch (error) {
          console.error(messageOf(error));
        }
      }
      // The bundler runs beside us and complains aloud when we end in the middle of its talk.
      await stop();
      process.exit(code);
    }
    return new Promise(() => undefined);
  }
}

/** Runs a command that stays until it is ended; one that fails to start closes what it opened. */
export async function runUntilEnded(start: (life: Lifetime) => Promise<void>): Promise<void> {
  const life = new Lifetime();
  try {
    await start(life);
  } catch (error) {
    report(error);
    await life.end(1);
  }
}

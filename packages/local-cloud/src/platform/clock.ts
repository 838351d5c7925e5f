import type { PlatformStore } from './store';

/**
 * The platform's clock: the machine's, moved by so many milliseconds. It moves in the processes
 * that the platform starts and in the platform's own stamps; the machine's is left alone. The
 * shift outlives a restart, because data that was written by it does too.
 */
export class Clock {
  private shift: number;
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly store: PlatformStore) {
    this.shift = Number(store.fact('clock.shiftMs') ?? '0');
  }

  get shiftMs(): number {
    return this.shift;
  }

  /** Milliseconds since 1970 by the shifted clock. */
  readonly now = (): number => Date.now() + this.shift;

  /** Moves the clock to `shiftMs` away from the machine's (absolute, not added up). */
  set(shiftMs: number): void {
    this.store.setFact('clock.shiftMs', String(shiftMs));
    this.shift = shiftMs;
    for (const listener of this.listeners) listener();
  }

  /** Calls back after each move. */
  onMove(listener: () => void): void {
    this.listeners.push(listener);
  }
}

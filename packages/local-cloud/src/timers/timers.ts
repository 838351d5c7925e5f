import { CloudError } from '../errors';
import { readFunctionConfig, type TimerTrigger } from '../functions/config';
import type { FunctionPool } from '../functions/pool';
import type { Clock } from '../platform/clock';
import { messageOf } from '../platform/plain-error';
import { nextTime, parseCron } from './cron';

/** How often config.json files are read again, at least. */
const LOOK_MS = 30_000;

/** Runs functions by the timers of their config.json. */
export class Timers {
  private readonly due = new Map<string, number>();
  private timeout: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly running = new Set<Promise<unknown>>();
  private readonly complained = new Set<string>();

  constructor(
    private readonly pool: FunctionPool,
    private readonly clock: Clock,
    private readonly log: (line: string) => void,
  ) {}

  /** Starts to keep the schedule. A clock moved forward makes every timer it passes run once. */
  start(): void {
    this.clock.onMove(() => this.look());
    this.look();
  }

  /**
   * Runs a function as its timer would, now.
   * @returns the function's answer as JSON
   * @throws CloudError when the function has no timer or fails
   */
  async fire(name: string): Promise<string> {
    const trigger = this.triggers(name)[0];
    if (trigger === undefined) {
      throw new CloudError('INVALID_PARAM', `function "${name}" has no timer in its config.json`);
    }
    return this.run(name, trigger);
  }

  /** Starts no more runs. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timeout);
  }

  /** Waits for the runs under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private look(): void {
    if (this.stopped) return;
    clearTimeout(this.timeout);
    const now = this.clock.now();
    let soonest = now + LOOK_MS;
    const seen = new Set<string>();
    for (const name of this.pool.names()) {
      for (const trigger of this.triggers(name)) {
        const key = `${name} ${trigger.name} ${trigger.cron}`;
        seen.add(key);
        const next = this.plan(key, trigger, now, () => this.runLater(name, trigger));
        if (next !== undefined) soonest = Math.min(soonest, next);
      }
    }
    for (const key of this.due.keys()) if (!seen.has(key)) this.due.delete(key);
    this.timeout = setTimeout(() => this.look(), Math.max(1, soonest - this.clock.now()));
  }

  /** Runs what is due and says when the timer is due next. */
  private plan(
    key: string,
    trigger: TimerTrigger,
    now: number,
    run: () => void,
  ): number | undefined {
    try {
      const next = nextTime(parseCron(trigger.cron), now);
      const planned = this.due.get(key);
      if (planned !== undefined && planned <= now) run();
      if (next === undefined) this.due.delete(key);
      else this.due.set(key, next);
      return next;
    } catch (error) {
      this.complain(key, `timer ${key}: ${messageOf(error)}`);
      return undefined;
    }
  }

  private runLater(name: string, trigger: TimerTrigger): void {
    const run = this.run(name, trigger).catch((error: unknown) => {
      this.log(`timer of ${name} failed: ${messageOf(error)}`);
    });
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
  }

  private run(name: string, trigger: TimerTrigger): Promise<string> {
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(this.clock.now()).toISOString(),
      Message: '',
    };
    return this.pool.invoke(name, JSON.stringify(event), { source: 'wx_trigger', timer: true });
  }

  private triggers(name: string): readonly TimerTrigger[] {
    try {
      return readFunctionConfig(this.pool.folder(name)).timers;
    } catch (error) {
      this.complain(name, messageOf(error));
      return [];
    }
  }

  private complain(key: string, line: string): void {
    if (this.complained.has(key)) return;
    this.complained.add(key);
    this.log(line);
  }
}

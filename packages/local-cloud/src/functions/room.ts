import { CloudError } from '../errors';
import type { Instance } from './instance';

interface Waiting {
  readonly take: (instance: Instance) => void;
  readonly giveUp: (error: Error) => void;
}

/** The instances of one function: who is busy, who is idle, who waits. */
export class Room {
  readonly instances = new Set<Instance>();
  private readonly busy = new Set<Instance>();
  /** First come, first served. */
  private readonly waiting: Waiting[] = [];
  private closed = false;

  /**
   * @param start starts another instance of the function
   * @param limit how many there may be at a time
   */
  constructor(
    private readonly start: () => Instance,
    private readonly limit: number,
  ) {}

  /** An instance for one event: an idle one, a new one, or the next that gets free. */
  async acquire(): Promise<Instance> {
    this.sweep();
    const idle = [...this.instances].find((instance) => !this.busy.has(instance));
    if (idle !== undefined) return this.take(idle);
    if (this.instances.size < this.limit) return this.take(this.another());
    return new Promise((take, giveUp) => {
      this.waiting.push({ take, giveUp });
    });
  }

  /** Gives an instance back; whoever waits gets it, or a new one if this one has ended. */
  release(instance: Instance): void {
    this.busy.delete(instance);
    this.sweep();
    const next = this.waiting.shift();
    if (next === undefined) return;
    try {
      next.take(this.take(this.instances.has(instance) ? instance : this.another()));
    } catch (error) {
      next.giveUp(error instanceof Error ? error : closing());
    }
  }

  /** Ends every instance and waits until each is gone. */
  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.waiting.splice(0)) waiting.giveUp(closing());
    for (const instance of this.instances) instance.kill();
    await Promise.all([...this.instances].map((instance) => instance.ended));
  }

  private take(instance: Instance): Instance {
    this.busy.add(instance);
    return instance;
  }

  private another(): Instance {
    if (this.closed) throw closing();
    const instance = this.start();
    this.instances.add(instance);
    return instance;
  }

  /** Lets go of instances that ended, and of idle ones whose code is out of date. */
  private sweep(): void {
    for (const instance of this.instances) {
      if (instance.usable && (this.busy.has(instance) || !instance.stale)) continue;
      if (instance.usable) instance.kill();
      this.instances.delete(instance);
    }
  }
}

function closing(): CloudError {
  return new CloudError('SYS_ERR', 'the local cloud is closing');
}

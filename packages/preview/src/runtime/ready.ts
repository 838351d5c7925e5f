import type { EngineComponent } from './engine';

/**
 * Runs the `ready` lifetime, which the engine leaves to its host: once for each component, after
 * it was attached and what was being done is done; for a new page before its onReady.
 */
export class ReadyQueue {
  private readonly waiting = new Set<EngineComponent>();
  private scheduled = false;

  /** A component was attached to the document. */
  attached(component: EngineComponent): void {
    this.waiting.add(component);
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  /** It is gone again, perhaps before it was ready. */
  detached(component: EngineComponent): void {
    this.waiting.delete(component);
  }

  flush(): void {
    for (const component of this.waiting) {
      this.waiting.delete(component);
      component.triggerLifetime('ready', []);
    }
  }
}

import type { HostEvents } from './host';

type Listener<K extends keyof HostEvents> = (value: HostEvents[K]) => void;

/** The events of `Host.on`. A listener that throws does not keep the others from hearing. */
export class HostEmitter {
  private readonly listeners: { [K in keyof HostEvents]: Set<Listener<K>> } = {
    appShow: new Set(),
    appHide: new Set(),
    error: new Set(),
    unhandledRejection: new Set(),
    pageNotFound: new Set(),
    route: new Set(),
    resize: new Set(),
  };

  /** Returns what ends the listening. */
  on<K extends keyof HostEvents>(event: K, listener: Listener<K>): () => void {
    const set: Set<Listener<K>> = this.listeners[event];
    set.add(listener);
    return () => set.delete(listener);
  }

  emit<K extends keyof HostEvents>(event: K, value: HostEvents[K]): number {
    const set: Set<Listener<K>> = this.listeners[event];
    for (const listener of [...set]) {
      try {
        listener(value);
      } catch (error) {
        console.error(error);
      }
    }
    return set.size;
  }
}

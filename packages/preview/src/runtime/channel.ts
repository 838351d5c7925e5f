import type { EventChannel } from './host';

type Listener = (...data: unknown[]) => void;

/** The two ends of a navigateTo: what one emits, the other hears. */
export function createChannels(): { opener: EventChannel; opened: EventChannel } {
  const forOpener = new Listeners();
  const forOpened = new Listeners();
  return { opener: end(forOpener, forOpened), opened: end(forOpened, forOpener) };
}

function end(own: Listeners, other: Listeners): EventChannel {
  return {
    emit: (name, ...data) => other.emit(name, data),
    on: (name, listener) => own.add(name, listener, false),
    once: (name, listener) => own.add(name, listener, true),
    off: (name, listener) => own.remove(name, listener),
  };
}

/** Keeps what was emitted before anybody listened, as WeChat does. */
class Listeners {
  private readonly listeners = new Map<string, { run: Listener; once: boolean }[]>();
  private readonly waiting = new Map<string, unknown[][]>();

  add(name: string, run: Listener, once: boolean): void {
    const list = this.listeners.get(name) ?? [];
    this.listeners.set(name, [...list, { run, once }]);
    const waiting = this.waiting.get(name) ?? [];
    this.waiting.delete(name);
    for (const data of waiting) this.emit(name, data);
  }

  remove(name: string, run: Listener | undefined): void {
    const list = this.listeners.get(name) ?? [];
    this.listeners.set(name, run === undefined ? [] : list.filter((item) => item.run !== run));
  }

  emit(name: string, data: unknown[]): void {
    const list = this.listeners.get(name) ?? [];
    if (list.length === 0) {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), data]);
      return;
    }
    this.listeners.set(
      name,
      list.filter((item) => !item.once),
    );
    for (const item of list) item.run(...data);
  }
}

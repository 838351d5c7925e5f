import type { Collection } from './catalog';

/** A document that a transaction has written and not yet let go of. */
export interface Lock {
  /** The transaction's id. */
  readonly owner: string;
  /** Resolves when it is let go of. */
  readonly released: Promise<void>;
}

interface Held extends Lock {
  readonly release: () => void;
}

/** The documents that transactions hold. */
export class Locks {
  private readonly locks = new Map<string, Held>();
  private readonly names = new Map<string, string[]>();

  /** @param key names the document; asked only when there are locks at all */
  get(collection: Collection, key: () => string): Lock | undefined {
    return this.locks.size === 0 ? undefined : this.locks.get(nameOf(collection, key()));
  }

  take(collection: Collection, key: string, owner: string): void {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const name = nameOf(collection, key);
    this.locks.set(name, { owner, released, release });
    const names = this.names.get(owner) ?? [];
    names.push(name);
    this.names.set(owner, names);
  }

  /** Lets go of everything that a transaction holds. */
  release(owner: string): void {
    for (const name of this.names.get(owner) ?? []) {
      const lock = this.locks.get(name);
      this.locks.delete(name);
      lock?.release();
    }
    this.names.delete(owner);
  }
}

function nameOf(collection: Collection, key: string): string {
  return `${collection.id}:${key}`;
}

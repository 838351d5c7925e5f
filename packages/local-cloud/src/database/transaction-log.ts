import type { Collection } from './catalog';
import type { Sqlite } from './sqlite';
import { findByKey, type Store } from './store';
import type { Document } from './values';

/** One write of a transaction; null removes the document. */
export interface Write {
  readonly collection: Collection;
  readonly key: Buffer;
  readonly document: Document | null;
}

/** Writes everything of a transaction, within a commit. */
export function replay(sqlite: Sqlite, store: Store, log: readonly Write[]): void {
  for (const { collection, key, document } of log) {
    const stored = findByKey(sqlite, collection, key);
    if (document === null) {
      if (stored !== undefined) store.remove(collection, stored);
    } else if (stored === undefined) store.insert(collection, document);
    else store.replace(collection, stored, document);
  }
}

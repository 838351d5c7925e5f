import type { Collection } from './catalog';
import { documentOf } from './cursor';
import type { Engine } from './engine';
import { type Found, find, matching, planFor, type Search } from './find';
import { encodeKey } from './key';
import { findByKey } from './store';
import type { Transaction } from './transactions';
import type { Document, Value } from './values';

/** Where documents are written to: the file, or a transaction. */
export interface Target {
  find(search: Search): Found[];
  matching(search: Search): Iterable<Found>;
  check(document: Document): void;
  current(id: Value): Found | undefined;
  insert(document: Document): void;
  replace(found: Found, document: Document): void;
  remove(found: Found): void;
}

/** The committed documents, outside of transactions. */
export function fileTarget(engine: Engine, collection: Collection): Target {
  const { sqlite, store, transactions } = engine;
  const view = { sqlite };
  return {
    find: (search) => find(view, collection, search),
    matching: (search) =>
      matching(view, collection, search, planFor(view, collection, search), noCost()),
    check: (document) => transactions.requireFree(collection, document),
    current: (id) => {
      const stored = findByKey(sqlite, collection, encodeKey(id));
      if (stored === undefined) return undefined;
      return { document: documentOf(stored.body), stored, body: stored.body };
    },
    insert: (document) => store.insert(collection, document),
    replace: ({ stored }, document) => {
      if (stored !== undefined) store.replace(collection, stored, document);
    },
    remove: ({ stored }) => {
      if (stored !== undefined) store.remove(collection, stored);
    },
  };
}

/** The documents as a transaction sees them. */
export function transactionTarget(
  engine: Engine,
  transaction: Transaction,
  collection: Collection,
): Target {
  const { transactions } = engine;
  const { view } = transaction;
  return {
    find: (search) => find(view, collection, search),
    matching: (search) =>
      matching(view, collection, search, planFor(view, collection, search), noCost()),
    check: () => undefined,
    current: (id) => transactions.current(transaction, collection, id),
    insert: (document) => transactions.insert(transaction, collection, document),
    replace: (_, document) => transactions.write(transaction, collection, document),
    remove: ({ document }) => transactions.remove(transaction, collection, document),
  };
}

function noCost(): { documents: number; keys: number } {
  return { documents: 0, keys: 0 };
}

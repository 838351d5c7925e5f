import { stringifyEjson } from '../ejson';
import type { Catalog } from './catalog';
import type { Commits } from './commits';
import type { Sqlite } from './sqlite';
import type { Store } from './store';
import type { Transactions } from './transactions';
import type { Document } from './values';

/** What an action answers, without its requestId. */
export type Answer = Record<string, unknown>;

/** The parts that actions work with. */
export interface Engine {
  readonly sqlite: Sqlite;
  readonly catalog: Catalog;
  readonly store: Store;
  readonly commits: Commits;
  readonly transactions: Transactions;
  readonly now: () => number;
}

/** An id as it stands in an answer. */
export function idForWire(document: Document): unknown {
  const encoded: unknown = JSON.parse(stringifyEjson(document['_id'] ?? null));
  return encoded;
}

import type { Collection } from './catalog';
import { type Cost, countKeys, documentOf, read, type Stored } from './cursor';
import { encodeKey } from './key';
import type { Matcher } from './matcher';
import { type Plan, plan, type SortField } from './planner';
import { firstSorted, sortKey } from './sorting';
import type { Sqlite } from './sqlite';
import type { Document } from './values';

/** What a transaction has written but not committed: documents by key, null for removed ones. */
export type Overlay = ReadonlyMap<string, Document | null>;

/** What a reader sees: a connection, and on top of it the writes of its transaction. */
export interface View {
  readonly sqlite: Sqlite;
  readonly overlay?: (collection: Collection) => Overlay | undefined;
}

/** A document that was found. */
export interface Found {
  readonly document: Document;
  /** Where it is stored; undefined when it is as a transaction has written it. */
  readonly stored: Stored | undefined;
  /** Its stored text, as long as that is what it is. */
  readonly body: string | undefined;
}

/** What to find. */
export interface Search {
  readonly query: Document;
  readonly matches: Matcher;
  readonly sort: readonly SortField[];
  readonly offset: number;
  readonly limit: number;
}

/** The name of a document in overlays and locks. */
export function keyName(document: Document): string {
  return nameOfKey(encodeKey(document['_id']));
}

/** See `keyName`. */
export function nameOfKey(key: Buffer): string {
  return key.toString('latin1');
}

/** Chooses how a search is going to be read. */
export function planFor(view: View, collection: Collection, search: Search): Plan {
  return plan(collection, search.query, search.sort, (candidate, limit) =>
    countKeys(view.sqlite, candidate, limit),
  );
}

/** Every match, one after another, in the order of the plan. */
export function* matching(
  view: View,
  collection: Collection,
  search: Search,
  how: Plan,
  cost: Cost,
): Generator<Found> {
  const overlay = view.overlay?.(collection);
  for (const stored of read(view.sqlite, collection, how, cost)) {
    const document = documentOf(stored.body);
    if (overlay?.has(keyName(document)) === true) continue;
    if (search.matches(document)) yield { document, stored, body: stored.body };
  }
  for (const document of overlay?.values() ?? []) {
    if (document === null || !search.matches(document)) continue;
    yield { document, stored: undefined, body: undefined };
  }
}

/**
 * Finds documents in the order asked for. Only what is to be given out is kept in memory, and
 * reading stops as soon as it is complete.
 */
export function find(
  view: View,
  collection: Collection,
  search: Search,
  cost: Cost = { documents: 0, keys: 0 },
): Found[] {
  const wanted = search.offset + search.limit;
  if (search.limit === 0) return [];
  const how = planFor(view, collection, search);
  const matches = matching(view, collection, search, how, cost);
  const overlaid = (view.overlay?.(collection)?.size ?? 0) > 0;
  if (search.sort.length > 0 && (!how.sorted || overlaid)) {
    const keyOf = (found: Found): Buffer => sortKey(found.document, search.sort);
    return firstSorted(matches, keyOf, wanted).slice(search.offset);
  }
  const found: Found[] = [];
  let seen = 0;
  for (const match of matches) {
    seen += 1;
    if (seen > search.offset) found.push(match);
    if (seen >= wanted) break;
  }
  return found;
}

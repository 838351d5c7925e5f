import type { Collection, Index } from './catalog';
import { documentOf } from './cursor';
import { duplicateKey } from './failures';
import { keyName, type View } from './find';
import { indexKeys } from './index-keys';
import { integer, text } from './sqlite';
import { shownKey } from './store';
import type { Document } from './values';

/**
 * Checks a transaction's write against the unique indexes as the transaction sees them; the
 * commit checks again against what has been committed meanwhile.
 * @throws CloudError E11000 when another document holds the value
 */
export function checkUniqueIn(view: View, collection: Collection, document: Document): void {
  const self = keyName(document);
  const overlay = view.overlay?.(collection);
  for (const index of collection.indexes) {
    if (!index.unique) continue;
    const keys = indexKeys(index, document).keys;
    const names = new Set(keys.map((key) => key.toString('latin1')));
    const clash =
      keys.some((key) => isTaken(view, collection, index, key, self)) ||
      [...(overlay ?? [])].some(
        ([name, other]) =>
          name !== self &&
          other !== null &&
          indexKeys(index, other).keys.some((key) => names.has(key.toString('latin1'))),
      );
    if (clash) throw duplicateKey(collection.name, index.name, shownKey(index, document));
  }
}

/** Whether a stored document that the transaction has not rewritten holds an entry. */
function isTaken(
  view: View,
  collection: Collection,
  index: Index,
  key: Buffer,
  self: string,
): boolean {
  const overlay = view.overlay?.(collection);
  const rows = view.sqlite.rows(`SELECT rid FROM ${index.table} WHERE key = ?`, [key]);
  return rows.some((row) => {
    const body = view.sqlite.first(`SELECT body FROM ${collection.table} WHERE rid = ?`, [
      integer(row, 0),
    ]);
    const owner = keyName(documentOf(text(body, 0)));
    return owner !== self && overlay?.has(owner) !== true;
  });
}

import { invalidParam, requestFailed } from './failures';
import { EMPTY_ARRAY_KEY, encodeKey, invert } from './key';
import { sortValue } from './matcher';
import type { SortField } from './planner';
import { type Document, isArray, isDocument, type Value } from './values';

/**
 * Reads an order in either form in which SDKs send it: `{ field: 1 | -1 }`, or the older list of
 * `{ field, direction: 'asc' | 'desc' }`.
 */
export function sortFields(order: Value | undefined): SortField[] {
  if (order === undefined || order === null) return [];
  if (isArray(order)) {
    return order.map((item) => {
      const field = isDocument(item) ? item['field'] : undefined;
      const direction = isDocument(item) ? item['direction'] : undefined;
      if (typeof field !== 'string') throw invalidParam('order must name fields');
      return sortField(field, direction === 'desc' || direction === -1 ? -1 : 1);
    });
  }
  if (!isDocument(order)) throw invalidParam('order must be an object');
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw requestFailed(`the order of "${path}" must be 1 or -1`);
    }
    return sortField(path, direction);
  });
}

function sortField(path: string, direction: 1 | -1): SortField {
  if (path === '' || path.startsWith('$')) throw invalidParam(`"${path}" cannot be sorted by`);
  return { path, parts: path.split('.'), direction };
}

/** Bytes that sort as a document sorts among others. */
export function sortKey(document: Document, fields: readonly SortField[]): Buffer {
  return Buffer.concat(
    fields.map(({ parts, direction }) => {
      const { value, empty } = sortValue(document, parts, direction);
      const key = empty ? EMPTY_ARRAY_KEY : encodeKey(value);
      return direction === 1 ? key : invert(key);
    }),
  );
}

interface Ranked<T> {
  readonly key: Buffer;
  readonly item: T;
}

/**
 * Sorts a stream and keeps only its first `count` items; items that sort alike keep their order.
 * @param count how many are wanted; Infinity for all
 */
export function firstSorted<T>(items: Iterable<T>, keyOf: (item: T) => Buffer, count: number): T[] {
  let kept: Ranked<T>[] = [];
  let worst: Buffer | undefined;
  const shrink = (): void => {
    // Node's sort is stable, and later items stand behind earlier ones.
    kept.sort((a, b) => Buffer.compare(a.key, b.key));
    kept = kept.slice(0, count);
    if (kept.length === count) worst = kept.at(-1)?.key;
  };
  for (const item of items) {
    const key = keyOf(item);
    if (worst !== undefined && Buffer.compare(key, worst) >= 0) continue;
    kept.push({ key, item });
    if (kept.length >= 2 * count + 64) shrink();
  }
  shrink();
  return kept.map(({ item }) => item);
}

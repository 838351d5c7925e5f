import { stringifyEjson } from '../ejson';
import { CloudError } from '../errors';
import type { Catalog, Collection, Index } from './catalog';
import { documentOf, type Stored } from './cursor';
import { duplicateKey } from './failures';
import { type IndexKeys, indexKeys } from './index-keys';
import { encodeKey } from './key';
import { valuesAt } from './paths';
import { integer, type Sqlite, text } from './sqlite';
import type { Document, Value } from './values';

/** The platform was seen to refuse documents above about 5 MB. */
const DOCUMENT_LIMIT = 5 * 1024 * 1024;

/** Finds a document by the encoded key of its `_id`. */
export function findByKey(sqlite: Sqlite, collection: Collection, key: Buffer): Stored | undefined {
  const row = sqlite.first(`SELECT rid, body FROM ${collection.table} WHERE key = ?`, [key]);
  return row === undefined ? undefined : { rid: integer(row, 0), body: text(row, 1) };
}

/**
 * Writes documents together with their index entries, within a transaction of the caller's. Each
 * call checks everything before it writes anything: one that throws has written nothing.
 */
export class Store {
  constructor(
    private readonly sqlite: Sqlite,
    private readonly catalog: Catalog,
  ) {}

  /** @throws CloudError on a value that a unique index holds already, or too large a document */
  insert(collection: Collection, document: Document): void {
    const id = document['_id'] ?? null;
    const key = encodeKey(id);
    const body = bodyOf(document);
    if (findByKey(this.sqlite, collection, key) !== undefined) {
      throw duplicateKey(collection.name, '_id_', shown(['_id'], [id]));
    }
    const keys = this.keysOf(collection, document);
    this.checkUnique(collection, document, keys, undefined);
    const rid = this.sqlite.run(`INSERT INTO ${collection.table} (key, body) VALUES (?, ?)`, [
      key,
      body,
    ]);
    for (const [index, entry] of keys) this.addEntries(index, entry, rid);
  }

  /** Puts a document in the place of another one with the same `_id`. */
  replace(collection: Collection, stored: Stored, document: Document): void {
    const body = bodyOf(document);
    const before = this.keysOf(collection, documentOf(stored.body));
    const after = this.keysOf(collection, document);
    this.checkUnique(collection, document, after, stored.rid);
    this.sqlite.run(`UPDATE ${collection.table} SET body = ? WHERE rid = ?`, [body, stored.rid]);
    for (const [i, [index, entry]] of after.entries()) {
      const old = before[i]?.[1].keys ?? [];
      for (const key of without(old, entry.keys)) this.dropEntry(index, key, stored.rid);
      this.addEntries(index, { ...entry, keys: without(entry.keys, old) }, stored.rid);
    }
  }

  remove(collection: Collection, stored: Stored): void {
    for (const [index, entry] of this.keysOf(collection, documentOf(stored.body))) {
      for (const key of entry.keys) this.dropEntry(index, key, stored.rid);
    }
    this.sqlite.run(`DELETE FROM ${collection.table} WHERE rid = ?`, [stored.rid]);
  }

  /** Enters a document that is already there into a new index. */
  enter(collection: Collection, index: Index, stored: Stored): void {
    const document = documentOf(stored.body);
    const entry = indexKeys(index, document);
    this.checkUnique(collection, document, [[index, entry]], stored.rid);
    this.addEntries(index, entry, stored.rid);
  }

  private keysOf(
    collection: Collection,
    document: Document,
  ): ReadonlyArray<readonly [Index, IndexKeys]> {
    return collection.indexes.map((index) => [index, indexKeys(index, document)]);
  }

  private checkUnique(
    collection: Collection,
    document: Document,
    keys: ReadonlyArray<readonly [Index, IndexKeys]>,
    rid: number | undefined,
  ): void {
    for (const [index, entry] of keys) {
      if (!index.unique) continue;
      for (const key of entry.keys) {
        const other = this.sqlite.first(
          `SELECT rid FROM ${index.table} WHERE key = ? AND rid <> ? LIMIT 1`,
          [key, rid ?? 0],
        );
        if (other === undefined) continue;
        throw duplicateKey(collection.name, index.name, shownKey(index, document));
      }
    }
  }

  private addEntries(index: Index, entry: IndexKeys, rid: number): void {
    this.catalog.markMultikey(index, entry.multikey);
    for (const key of entry.keys) {
      this.sqlite.run(`INSERT INTO ${index.table} (key, rid) VALUES (?, ?)`, [key, rid]);
    }
  }

  private dropEntry(index: Index, key: Buffer, rid: number): void {
    this.sqlite.run(`DELETE FROM ${index.table} WHERE key = ? AND rid = ?`, [key, rid]);
  }
}

function without(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  return keys.filter((key) => !others.some((other) => other.equals(key)));
}

/**
 * The stored form of a document.
 * @throws CloudError EXCEED_MAX_PAYLOAD_SIZE for one that is too large
 */
export function bodyOf(document: Document): string {
  const body = stringifyEjson(document);
  // A character takes at most three bytes, so most need not be counted.
  if (body.length * 3 > DOCUMENT_LIMIT && Buffer.byteLength(body) > DOCUMENT_LIMIT) {
    throw new CloudError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      `the document is larger than ${DOCUMENT_LIMIT} bytes`,
    );
  }
  return body;
}

/** How a refusal names the values of a document in an index. */
export function shownKey(index: Index, document: Document): string {
  const paths = index.fields.map((field) => field.path);
  const values = index.fields.map((field) => valuesAt(document, field.parts)[0] ?? null);
  return shown(paths, values);
}

function shown(paths: readonly string[], values: readonly Value[]): string {
  const fields = paths.map((path, i) => `${path}: ${stringifyEjson(values[i] ?? null)}`);
  return `{ ${fields.join(', ')} }`;
}

import { collectionExists, collectionMissing, invalidParam, notOffered } from './failures';
import type { IndexField, IndexShape } from './index-keys';
import { isPosition } from './paths';
import { integer, type Sqlite, text } from './sqlite';
import type { IndexDefinition } from './types';

/** An index as it lies in the file. */
export interface Index extends IndexShape {
  readonly id: number;
  readonly name: string;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly fields: readonly IndexField[];
  /** The table of its entries (key, rid); the `_id` index is the documents' own. */
  readonly table: string;
  /** One bit for each field that led through a list in some document, ever. */
  multikey: number;
}

/** A collection as it lies in the file: documents in one table, each index in another. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  readonly table: string;
  readonly primary: Index;
  readonly indexes: Index[];
}

const TABLES = [
  'CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)',
  `CREATE TABLE IF NOT EXISTS indexes (
     id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL,
     definition TEXT NOT NULL, multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name))`,
];

/** The collections and indexes of a file, kept in memory beside their tables. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();

  constructor(private readonly sqlite: Sqlite) {
    for (const sql of TABLES) sqlite.run(sql);
    this.reload();
  }

  /** Reads everything anew, after a rollback of changes to it. */
  reload(): void {
    this.collections.clear();
    this.sqlite.forget();
    for (const row of this.sqlite.rows('SELECT id, name FROM collections ORDER BY id')) {
      const collection = collectionOf(integer(row, 0), text(row, 1));
      this.collections.set(collection.name, collection);
      this.readIndexes(collection);
    }
  }

  /** @throws CloudError when there is no such collection */
  get(name: string): Collection {
    const collection = this.collections.get(name);
    if (collection === undefined) throw collectionMissing(name);
    return collection;
  }

  has(name: string): boolean {
    return this.collections.has(name);
  }

  /** Makes a collection; in a transaction of the caller's. */
  create(name: string): Collection {
    if (!/^[A-Za-z][\w-]{0,63}$/.test(name)) {
      throw invalidParam(`"${name}" cannot be the name of a collection`);
    }
    if (this.collections.has(name)) throw collectionExists(name);
    const id = this.sqlite.run('INSERT INTO collections (name) VALUES (?)', [name]);
    const collection = collectionOf(id, name);
    this.sqlite.run(
      `CREATE TABLE ${collection.table} (
         rid INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    );
    this.collections.set(name, collection);
    return collection;
  }

  /** Takes back what a rolled back transaction had created. */
  forget(name: string): void {
    this.collections.delete(name);
  }

  /** Makes an empty index; its entries are the caller's. */
  addIndex(collection: Collection, definition: IndexDefinition): Index {
    const id = this.sqlite.run(
      'INSERT INTO indexes (collection, name, definition) VALUES (?, ?, ?)',
      [collection.id, definition.name, definitionText(definition)],
    );
    const index = indexOf(id, definition);
    this.sqlite.run(
      `CREATE TABLE ${index.table} (
         key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) WITHOUT ROWID`,
    );
    collection.indexes.push(index);
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    this.sqlite.forget();
    this.sqlite.run(`DROP TABLE ${index.table}`);
    this.sqlite.run('DELETE FROM indexes WHERE id = ?', [index.id]);
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
  }

  /** Whether an index is as a definition wants it. */
  isSame(index: Index, definition: IndexDefinition): boolean {
    const row = this.sqlite.first('SELECT definition FROM indexes WHERE id = ?', [index.id]);
    return text(row, 0) === definitionText(definition);
  }

  /** Records that fields of an index have led through a list. */
  markMultikey(index: Index, bits: number): void {
    if ((index.multikey | bits) === index.multikey) return;
    index.multikey |= bits;
    this.sqlite.run('UPDATE indexes SET multikey = ? WHERE id = ?', [index.multikey, index.id]);
  }

  /** Reads the marks anew after a rollback, which may have taken some back. */
  refreshMultikey(): void {
    const marks = new Map(
      this.sqlite
        .rows('SELECT id, multikey FROM indexes')
        .map((row) => [integer(row, 0), integer(row, 1)]),
    );
    for (const collection of this.collections.values()) {
      for (const index of collection.indexes) index.multikey = marks.get(index.id) ?? 0;
    }
  }

  private readIndexes(collection: Collection): void {
    const rows = this.sqlite.rows(
      'SELECT id, definition, multikey FROM indexes WHERE collection = ? ORDER BY id',
      [collection.id],
    );
    for (const row of rows) {
      const definition: IndexDefinition = JSON.parse(text(row, 1));
      const index = indexOf(integer(row, 0), definition);
      index.multikey = integer(row, 2);
      collection.indexes.push(index);
    }
  }
}

function collectionOf(id: number, name: string): Collection {
  const table = `documents_${id}`;
  const fields = [{ path: '_id', parts: ['_id'], descending: false }];
  const primary = { id: 0, name: '_id_', unique: true, sparse: false, fields, table, multikey: 0 };
  return { id, name, table, primary, indexes: [] };
}

function indexOf(id: number, definition: IndexDefinition): Index {
  const fields = definition.keys.map(([path, direction]): IndexField => {
    const parts = path.split('.');
    if (parts.some(isPosition)) throw notOffered(`an index on the numbered field "${path}"`);
    if (parts.some((part) => part === '' || part.startsWith('$'))) {
      throw invalidParam(`"${path}" cannot be indexed`);
    }
    return { path, parts, descending: direction === -1 };
  });
  if (fields.length === 0 || fields.length > 31) {
    throw invalidParam(`the index "${definition.name}" must have 1 to 31 fields`);
  }
  const unique = definition.unique === true;
  const sparse = definition.sparse === true;
  return { id, name: definition.name, unique, sparse, fields, table: `entries_${id}`, multikey: 0 };
}

function definitionText(definition: IndexDefinition): string {
  const { name, keys, unique, sparse } = definition;
  return JSON.stringify({ name, keys, unique: unique === true, sparse: sparse === true });
}

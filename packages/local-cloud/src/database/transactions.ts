import { randomUUID } from 'node:crypto';
import { stringifyEjson } from '../ejson';
import { CloudError } from '../errors';
import type { Catalog, Collection } from './catalog';
import { Blocked, type Commits, KeepEarlier } from './commits';
import { documentOf } from './cursor';
import { collectionMissing, duplicateKey, transactionConflict, transactionGone } from './failures';
import { type Found, keyName, nameOfKey, type Overlay, type View } from './find';
import { encodeKey } from './key';
import { Locks } from './locks';
import { integer, Sqlite } from './sqlite';
import { bodyOf, findByKey, type Store } from './store';
import { replay, type Write } from './transaction-log';
import { checkUniqueIn } from './transaction-unique';
import type { Document, Value } from './values';

/** A transaction under way. It reads from a snapshot and keeps its writes to itself. */
export interface Transaction {
  readonly id: string;
  readonly view: View;
  /** The writes in order: replayed at the commit. */
  readonly log: Write[];
  readonly overlays: Map<number, Map<string, Document | null>>;
  /** The collections that its snapshot knows. */
  readonly known: ReadonlySet<number>;
}

interface Held {
  readonly transaction: Transaction;
  readonly snapshot: Sqlite;
}

interface Parts {
  readonly file: string;
  readonly sqlite: Sqlite;
  readonly catalog: Catalog;
  readonly store: Store;
  readonly commits: Commits;
  /** How long a transaction may take, in milliseconds. */
  readonly lifetime: number;
}

/**
 * Transactions as the platform has them: a snapshot taken at the first read; the first to write a
 * document locks it, a second transaction that wants to write it fails at once, and writers
 * outside wait; one that takes too long is ended.
 */
export class Transactions {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly held = new Map<string, Held>();
  private readonly locks = new Locks();
  private readonly idle: Sqlite[] = [];

  constructor(private readonly parts: Parts) {}

  /** Starts a transaction; its snapshot is taken when it is first used. */
  start(): string {
    const id = randomUUID();
    const timer = setTimeout(() => this.end(id), this.parts.lifetime);
    timer.unref();
    this.timers.set(id, timer);
    return id;
  }

  /** @throws CloudError DATABASE_TRANSACTION_FAIL when it has ended or never was */
  get(id: string): Transaction {
    // One that is being committed takes nothing more.
    if (!this.timers.has(id)) throw transactionGone();
    const held = this.held.get(id);
    if (held !== undefined) return held.transaction;
    const snapshot = this.idle.pop() ?? new Sqlite(this.parts.file);
    snapshot.run('BEGIN');
    // The snapshot is taken by the first read, not by BEGIN.
    const known = new Set(
      snapshot.rows('SELECT id FROM collections').map((row) => integer(row, 0)),
    );
    const overlays = new Map<number, Map<string, Document | null>>();
    const overlay = (collection: Collection): Overlay | undefined => overlays.get(collection.id);
    const transaction = { id, view: { sqlite: snapshot, overlay }, log: [], overlays, known };
    this.held.set(id, { transaction, snapshot });
    return transaction;
  }

  /** A collection as a transaction sees it. */
  collection(transaction: Transaction, name: string): Collection {
    const collection = this.parts.catalog.get(name);
    if (!transaction.known.has(collection.id)) throw collectionMissing(name);
    return collection;
  }

  /** Runs writes of a transaction; one that fails ends it, as the platform does. */
  within<T>(transaction: Transaction, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.end(transaction.id);
      throw error instanceof KeepEarlier ? error.reason : error;
    }
  }

  /** A document as a transaction sees it. */
  current(transaction: Transaction, collection: Collection, id: Value): Found | undefined {
    const key = encodeKey(id);
    const written = transaction.overlays.get(collection.id)?.get(nameOfKey(key));
    if (written === null) return undefined;
    if (written !== undefined) return { document: written, stored: undefined, body: undefined };
    const stored = findByKey(transaction.view.sqlite, collection, key);
    if (stored === undefined) return undefined;
    return { document: documentOf(stored.body), stored, body: stored.body };
  }

  /**
   * Keeps a new document for the commit.
   * @throws CloudError E11000 when the transaction sees one with its id; else as `write`
   */
  insert(transaction: Transaction, collection: Collection, document: Document): void {
    const id = document['_id'] ?? null;
    if (this.current(transaction, collection, id) !== undefined) {
      throw duplicateKey(collection.name, '_id_', `{ _id: ${stringifyEjson(id)} }`);
    }
    this.write(transaction, collection, document);
  }

  /**
   * Keeps a write for the commit.
   * @throws CloudError DATABASE_TRANSACTION_CONFLICT when another one was first
   */
  write(transaction: Transaction, collection: Collection, document: Document): void {
    bodyOf(document);
    checkUniqueIn(transaction.view, collection, document);
    this.keep(transaction, { collection, key: encodeKey(document['_id']), document });
  }

  /** Keeps a removal for the commit; see `write`. */
  remove(transaction: Transaction, collection: Collection, document: Document): void {
    this.keep(transaction, { collection, key: encodeKey(document['_id']), document: null });
  }

  /**
   * For writers outside of transactions.
   * @throws Blocked while a transaction holds the document
   */
  requireFree(collection: Collection, document: Document): void {
    const lock = this.locks.get(collection, () => keyName(document));
    if (lock !== undefined) throw new Blocked(lock.released);
  }

  /** Writes everything at once; resolves when it is on disk. */
  async commit(id: string): Promise<void> {
    const timer = this.timers.get(id);
    if (timer === undefined) throw transactionGone();
    const { commits, sqlite, store } = this.parts;
    clearTimeout(timer);
    const log = this.held.get(id)?.transaction.log ?? [];
    this.timers.delete(id);
    try {
      if (log.length > 0) await commits.submit(() => replay(sqlite, store, log));
    } catch (error) {
      const duplicate = error instanceof CloudError && error.message.includes('E11000');
      throw duplicate ? transactionConflict() : error;
    } finally {
      this.end(id);
    }
  }

  abort(id: string): void {
    if (!this.timers.has(id)) throw transactionGone();
    this.end(id);
  }

  /** Ends a transaction, if it has not ended yet: lets go of its locks and its snapshot. */
  end(id: string): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    const held = this.held.get(id);
    if (held === undefined) return;
    this.held.delete(id);
    held.snapshot.run('COMMIT');
    this.idle.push(held.snapshot);
    this.locks.release(id);
  }

  close(): void {
    for (const id of [...this.timers.keys(), ...this.held.keys()]) this.end(id);
    for (const connection of this.idle) connection.close();
  }

  private keep(transaction: Transaction, write: Write): void {
    const { collection, key, document } = write;
    this.lock(transaction, collection, key);
    transaction.log.push(write);
    const overlay = transaction.overlays.get(collection.id) ?? new Map<string, Document | null>();
    overlay.set(nameOfKey(key), document);
    transaction.overlays.set(collection.id, overlay);
  }

  private lock(transaction: Transaction, collection: Collection, key: Buffer): void {
    const lock = this.locks.get(collection, () => nameOfKey(key));
    if (lock?.owner === transaction.id) return;
    const current = findByKey(this.parts.sqlite, collection, key);
    const seen = findByKey(transaction.view.sqlite, collection, key);
    if (lock !== undefined || current?.rid !== seen?.rid || current?.body !== seen?.body) {
      throw transactionConflict();
    }
    this.locks.take(collection, nameOfKey(key), transaction.id);
  }
}

const TABLE = 'bytes';

/** Bytes of files by path, in IndexedDB; what was read or written stays in memory too. */
export class Bytes {
  private readonly memory = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly database: Promise<IDBDatabase>;

  /** `expected` names the files whose bytes are fetched ahead, for synchronous reads. */
  constructor(name: string, expected: () => readonly string[]) {
    this.database = open(name);
    // A failure shows at the first read or write, which wait for the same promise.
    this.database
      .then(() => Promise.all(expected().map((path) => this.get(path))))
      .catch(() => undefined);
  }

  now(path: string): Uint8Array<ArrayBuffer> | undefined {
    return this.memory.get(path);
  }

  async get(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const known = this.memory.get(path);
    if (known) return known;
    const value = await this.run('readonly', (table) => table.get(path));
    if (!(value instanceof Uint8Array) || !(value.buffer instanceof ArrayBuffer)) return undefined;
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    this.memory.set(path, bytes);
    return bytes;
  }

  async set(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.memory.set(path, bytes);
    await this.run('readwrite', (table) => table.put(bytes, path));
  }

  async delete(path: string): Promise<void> {
    this.memory.delete(path);
    await this.run('readwrite', (table) => table.delete(path));
  }

  private async run(
    mode: IDBTransactionMode,
    work: (table: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    const database = await this.database;
    return new Promise((done, failed) => {
      const transaction = database.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => failed(transaction.error ?? new Error('IndexedDB failed'));
      transaction.onabort = () => failed(transaction.error ?? new Error('IndexedDB is full'));
    });
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error('IndexedDB cannot be opened'));
  });
}

import Database from 'libsql';

/** One stored file: where its bytes lie and what is known of it. */
export interface FileRow {
  readonly path: string;
  readonly blob: string;
  /** The openid of the person who wrote it; empty when a function or an administrator did. */
  readonly creator: string;
  readonly size: number;
}

/** One WeChat message that a function sent. */
interface MessageRow {
  readonly id: string;
  readonly openid: string;
  readonly template: string;
  readonly page: string;
  readonly data: Record<string, { value: string }>;
  /** Milliseconds by the platform's clock. */
  readonly at: number;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, blob TEXT NOT NULL, creator TEXT NOT NULL, size INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS quotas (
    openid TEXT NOT NULL, template TEXT NOT NULL, left_over INTEGER NOT NULL,
    PRIMARY KEY (openid, template));
  CREATE TABLE IF NOT EXISTS messages (
    number INTEGER PRIMARY KEY, openid TEXT NOT NULL, content TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS messages_by_openid ON messages (openid, number);
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/**
 * What the platform itself must remember, apart from the product's collections: who wrote which
 * file, how many messages a person still accepts, what was sent. Every write is on disk when its
 * call returns.
 */
export class PlatformStore {
  private readonly db: Database.Database;

  /** @param file where the database lies; made when missing */
  constructor(file: string) {
    this.db = new Database(file);
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
    this.db.exec(TABLES);
  }

  fact(name: string): string | undefined {
    return text(this.db.prepare('SELECT value FROM facts WHERE name = ?').get(name), 'value');
  }

  setFact(name: string, value: string): void {
    this.db.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)').run(name, value);
  }

  file(path: string): FileRow | undefined {
    const row: unknown = this.db.prepare('SELECT * FROM files WHERE path = ?').get(path);
    const blob = text(row, 'blob');
    const creator = text(row, 'creator');
    if (blob === undefined || creator === undefined) return undefined;
    return { path, blob, creator, size: number(row, 'size') };
  }

  putFile(row: FileRow): void {
    this.db
      .prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)')
      .run(row.path, row.blob, row.creator, row.size);
  }

  removeFile(path: string): void {
    this.db.prepare('DELETE FROM files WHERE path = ?').run(path);
  }

  /** The names of all blobs in use, to find those that a crash left behind. */
  blobs(): Set<string> {
    const rows: unknown[] = this.db.prepare('SELECT blob FROM files').all();
    return new Set(rows.flatMap((row) => text(row, 'blob') ?? []));
  }

  quota(openid: string, template: string): number {
    return number(
      this.db
        .prepare('SELECT left_over FROM quotas WHERE openid = ? AND template = ?')
        .get(openid, template),
      'left_over',
    );
  }

  addQuota(openid: string, template: string): void {
    this.db
      .prepare(
        'INSERT INTO quotas VALUES (?, ?, 1) ' +
          'ON CONFLICT (openid, template) DO UPDATE SET left_over = left_over + 1',
      )
      .run(openid, template);
  }

  /** Spends one message of a person's quota and records it, both or neither. */
  send(message: MessageRow): boolean {
    return this.db.transaction((): boolean => {
      const spent = this.db
        .prepare(
          'UPDATE quotas SET left_over = left_over - 1 ' +
            'WHERE openid = ? AND template = ? AND left_over > 0',
        )
        .run(message.openid, message.template);
      if (spent.changes === 0) return false;
      this.db
        .prepare('INSERT INTO messages (openid, content) VALUES (?, ?)')
        .run(message.openid, JSON.stringify(message));
      return true;
    })();
  }

  /** The messages sent to one person, or to everybody, oldest first. */
  messages(openid: string | undefined): unknown[] {
    const rows: unknown[] =
      openid === undefined
        ? this.db.prepare('SELECT content FROM messages ORDER BY number').all()
        : this.db
            .prepare('SELECT content FROM messages WHERE openid = ? ORDER BY number')
            .all(openid);
    return rows.map((row): unknown => JSON.parse(text(row, 'content') ?? 'null'));
  }

  close(): void {
    this.db.close();
  }
}

function cell(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
}

function text(row: unknown, column: string): string | undefined {
  const value = cell(row, column);
  return typeof value === 'string' ? value : undefined;
}

function number(row: unknown, column: string): number {
  const value = cell(row, column);
  return typeof value === 'number' ? value : 0;
}

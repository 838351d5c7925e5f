import Libsql from 'libsql';

/** What may be handed to a statement. Everything else would be misread, or end the process. */
export type Parameter = string | number | null | Uint8Array;

/** One row: its columns in the order of the statement. */
export type Row = readonly unknown[];

/**
 * A connection to the file. All of libsql that is used goes through here, because a parameter of
 * another type than these aborts the whole process inside its native code, and because a
 * statement that is not read to its end stays open and holds its transaction.
 */
export class Sqlite {
  private readonly db: Libsql.Database;
  private readonly statements = new Map<string, Libsql.Statement>();

  /** @param file made when missing; write-ahead log, and on disk before a commit returns */
  constructor(file: string) {
    this.db = new Libsql(file, { timeout: 5000 });
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
    // Fewer checkpoints in the middle of commits (16 MB of log), and 32 MB of pages in memory.
    this.db.pragma('wal_autocheckpoint = 4000');
    this.db.pragma('cache_size = -32768');
  }

  /** Runs a statement that answers nothing; gives the rowid last inserted. */
  run(sql: string, parameters: readonly Parameter[] = []): number {
    const result = this.statement(sql, false).run([...checked(parameters)]);
    return Number(result.lastInsertRowid);
  }

  /** Runs a query to its end. */
  rows(sql: string, parameters: readonly Parameter[] = []): Row[] {
    const rows: unknown[] = this.statement(sql, true).all([...checked(parameters)]);
    return rows.filter(isRow);
  }

  /** The first row of a query that answers few. */
  first(sql: string, parameters: readonly Parameter[] = []): Row | undefined {
    return this.rows(sql, parameters)[0];
  }

  /** Forgets prepared statements: needed before a table that they name can be dropped. */
  forget(): void {
    this.statements.clear();
  }

  close(): void {
    this.forget();
    this.db.close();
  }

  private statement(sql: string, reads: boolean): Libsql.Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql);
      if (reads) statement.raw();
      this.statements.set(sql, statement);
    }
    return statement;
  }
}

function isRow(row: unknown): row is Row {
  return Array.isArray(row);
}

function checked(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters) {
    const fine =
      value === null ||
      typeof value === 'string' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      Buffer.isBuffer(value);
    if (!fine) throw new TypeError(`no database parameter: ${typeof value} ${String(value)}`);
  }
  return parameters;
}

/** A column that holds a whole number. */
export function integer(row: Row | undefined, column: number): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
}

/** A column that holds text. */
export function text(row: Row | undefined, column: number): string {
  const value = row?.[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}

/** A column that holds bytes. */
export function bytes(row: Row | undefined, column: number): Buffer {
  const value = row?.[column];
  if (!Buffer.isBuffer(value)) throw new TypeError(`column ${column} holds no bytes`);
  return value;
}

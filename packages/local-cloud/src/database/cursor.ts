import { parseEjson } from '../ejson';
import type { Collection } from './catalog';
import type { Interval, Plan } from './planner';
import { bytes, integer, type Sqlite, text } from './sqlite';
import { type Document, isDocument } from './values';

/** A document as it lies in its collection. */
export interface Stored {
  readonly rid: number;
  /** Relaxed EJSON. */
  readonly body: string;
}

/** What reading has cost so far. */
export interface Cost {
  documents: number;
  keys: number;
}

interface Entry extends Stored {
  readonly key: Buffer;
}

// Few at first, because most queries want few; never many, because documents may be large.
const FIRST_PAGE = 16;
const LARGEST_PAGE = 256;
const PAGE_CHARACTERS = 4_000_000;

/** The document of a stored body. */
export function documentOf(body: string): Document {
  // Without a "$" there is nothing but plain JSON in it, which is several times quicker to read.
  const value = body.includes('"$') ? parseEjson(body, 0) : plain(body);
  if (!isDocument(value)) throw new TypeError('a stored document is no object');
  return value;
}

function plain(body: string): Document {
  return JSON.parse(body);
}

/**
 * Reads what a plan names, one document after another and each once. The caller may stop at any
 * time; nothing stays open. Documents must not be written while this runs.
 */
export function* read(
  sqlite: Sqlite,
  collection: Collection,
  plan: Plan,
  cost: Cost,
): Generator<Stored> {
  if (plan.branches !== undefined) {
    const seen = new Set<number>();
    for (const branch of plan.branches) {
      for (const stored of read(sqlite, collection, branch, cost)) {
        if (seen.has(stored.rid)) continue;
        seen.add(stored.rid);
        yield stored;
      }
    }
    return;
  }
  if (plan.index === null) {
    for (const stored of scan(sqlite, collection)) {
      cost.documents += 1;
      yield stored;
    }
    return;
  }
  const seen = new Set<number>();
  const repeats = plan.index.multikey !== 0;
  for (const entry of entries(sqlite, collection, plan)) {
    cost.keys += 1;
    if (repeats) {
      if (seen.has(entry.rid)) continue;
      seen.add(entry.rid);
    }
    cost.documents += 1;
    yield entry;
  }
}

function* scan(sqlite: Sqlite, collection: Collection): Generator<Stored> {
  const sql = `SELECT rid, body FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT ?`;
  let last = 0;
  for (let size = FIRST_PAGE; ; ) {
    const rows = sqlite.rows(sql, [last, size]);
    for (const row of rows) yield { rid: integer(row, 0), body: text(row, 1) };
    if (rows.length < size) return;
    last = integer(rows.at(-1), 0);
    size = nextSize(rows.map((row) => text(row, 1).length));
  }
}

function nextSize(lengths: readonly number[]): number {
  const average = lengths.reduce((sum, length) => sum + length, 1) / lengths.length;
  return Math.max(1, Math.min(LARGEST_PAGE, Math.floor(PAGE_CHARACTERS / average)));
}

function* entries(sqlite: Sqlite, collection: Collection, plan: Plan): Generator<Entry> {
  const intervals = plan.backward ? [...plan.intervals].reverse() : plan.intervals;
  const streams = intervals.map((interval) => stretch(sqlite, collection, plan, interval));
  if (plan.sorted && streams.length > 1) yield* merge(streams, intervals, plan.backward);
  else for (const stream of streams) yield* stream;
}

/** Reads one interval of an index, page by page. */
function* stretch(
  sqlite: Sqlite,
  collection: Collection,
  { index, backward }: Plan,
  { start, end }: Interval,
): Generator<Entry> {
  const table = index?.table ?? collection.table;
  const joined = table !== collection.table;
  const source = joined
    ? `SELECT i.key, i.rid, d.body FROM ${table} i JOIN ${collection.table} d ON d.rid = i.rid`
    : `SELECT i.key, i.rid, i.body FROM ${table} i`;
  const sql = backward
    ? `${source} WHERE (i.key, i.rid) < (?, ?) AND i.key >= ? ORDER BY i.key DESC, i.rid DESC LIMIT ?`
    : `${source} WHERE (i.key, i.rid) > (?, ?) AND i.key < ? ORDER BY i.key, i.rid LIMIT ?`;
  let key = backward ? end : start;
  let rid = 0;
  for (let size = FIRST_PAGE; ; ) {
    const rows = sqlite.rows(sql, [key, rid, backward ? start : end, size]);
    for (const row of rows) yield { key: bytes(row, 0), rid: integer(row, 1), body: text(row, 2) };
    if (rows.length < size) return;
    key = bytes(rows.at(-1), 0);
    rid = integer(rows.at(-1), 1);
    size = nextSize(rows.map((row) => text(row, 2).length));
  }
}

/** Brings intervals together that differ in pinned fields, in the order of what follows these. */
function* merge(
  streams: readonly Generator<Entry>[],
  intervals: readonly Interval[],
  backward: boolean,
): Generator<Entry> {
  const heads = streams.map((stream, i) => {
    const fixed = intervals[i]?.fixed ?? 0;
    return { stream, fixed, entry: next(stream) };
  });
  for (;;) {
    let best: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.entry === undefined) continue;
      if (best?.entry === undefined) best = head;
      else {
        const order =
          Buffer.compare(
            head.entry.key.subarray(head.fixed),
            best.entry.key.subarray(best.fixed),
          ) || head.entry.rid - best.entry.rid;
        if (backward ? order > 0 : order < 0) best = head;
      }
    }
    if (best?.entry === undefined) return;
    yield best.entry;
    best.entry = next(best.stream);
  }
}

function next(stream: Generator<Entry>): Entry | undefined {
  const result = stream.next();
  return result.done === true ? undefined : result.value;
}

/** How many entries a plan names, counted up to a limit. */
export function countKeys(sqlite: Sqlite, plan: Plan, limit: number): number {
  let count = 0;
  if (plan.index === null) return limit;
  const sql = `SELECT count(*) FROM (
    SELECT 1 FROM ${plan.index.table} WHERE key >= ? AND key < ? LIMIT ?)`;
  for (const { start, end } of plan.intervals) {
    if (count >= limit) break;
    count += integer(sqlite.first(sql, [start, end, limit - count]), 0);
  }
  return count;
}

/** An object id that came over the wire as `$oid`. */
export class ObjectId {
  /** @param hex 24 lower-case hexadecimal digits */
  constructor(readonly hex: string) {}

  // Aggregation compares values that it does not know by their text.
  toString(): string {
    return this.hex;
  }
}

/** A value as documents hold it. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Date
  | RegExp
  | ObjectId
  | readonly Value[]
  | Document;

/** An object of values; every stored document is one. */
export interface Document {
  readonly [field: string]: Value;
}

/** The kinds of values in the order in which unlike kinds sort. */
export const KIND = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x80,
  regex: 0x90,
} as const;

/** The kind of a value; a missing value (undefined) counts as null. */
export function kindOf(value: Value | undefined): number {
  if (value === null || value === undefined) return KIND.null;
  switch (typeof value) {
    case 'number':
      return KIND.number;
    case 'string':
      return KIND.string;
    case 'boolean':
      return KIND.boolean;
    default:
      if (isArray(value)) return KIND.array;
      if (value instanceof Date) return KIND.date;
      if (value instanceof RegExp) return KIND.regex;
      return value instanceof ObjectId ? KIND.objectId : KIND.object;
  }
}

/** Whether a value is a list. */
export function isArray(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is an object with fields (no list, date, pattern or id). */
export function isDocument(value: Value | undefined): value is Document {
  return typeof value === 'object' && value !== null && kindOf(value) === KIND.object;
}

/**
 * Orders two values as the database sorts and compares them: kinds first (null, numbers, texts,
 * objects, lists, ids, booleans, dates, patterns), then within the kind. Fields of objects count
 * in the order in which they stand.
 * @returns a negative number, zero or a positive number
 */
export function compare(a: Value | undefined, b: Value | undefined): number {
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind !== other) return kind - other;
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'boolean') return Number(a) - Number(b);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof ObjectId && b instanceof ObjectId) return compareTexts(a.hex, b.hex);
  if (a instanceof RegExp && b instanceof RegExp) {
    return compareTexts(a.source, b.source) || compareTexts(a.flags, b.flags);
  }
  if (isArray(a) && isArray(b)) return compareArrays(a, b);
  if (isDocument(a) && isDocument(b)) return compareDocuments(a, b);
  return 0;
}

/** Whether two values are the same value: 1 and 1.0 are, objects with fields in other order not. */
export function equals(a: Value | undefined, b: Value | undefined): boolean {
  return compare(a, b) === 0;
}

// NaN sorts before every other number and equals itself; -0 equals 0.
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Orders texts by code points, which is the order of their UTF-8 bytes; `<` goes by UTF-16. */
function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    // A surrogate stands for a code point above U+FFFF, though its number is below U+E000.
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const order = compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareDocuments(a: Document, b: Document): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    const [x, y] = [left[i], right[i]];
    if (x === undefined || y === undefined) break;
    const order = kindOf(x[1]) - kindOf(y[1]) || compareTexts(x[0], y[0]) || compare(x[1], y[1]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

import { type Document, isArray, isDocument, ObjectId, type Value } from './database/values';
import { CloudError } from './errors';

/**
 * Reads EJSON text, canonical or relaxed, with the platform's own `$tcb_server_date`.
 * @param now the server's time in milliseconds, for server dates
 * @throws CloudError INVALID_PARAM for broken JSON and for value types that are not offered
 */
export function parseEjson(text: string, now: number): Value {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw invalid('a value is no JSON');
  }
  // Values written as `{"$…": …}` are rare in stored documents, and so are halves of characters.
  return decodeEjson(raw, now);
}

/** Turns parsed EJSON into values; see `parseEjson`. */
export function decodeEjson(raw: unknown, now: number): Value {
  switch (typeof raw) {
    case 'string':
      return SURROGATE.test(raw) ? Buffer.from(raw).toString() : raw;
    case 'number':
    case 'boolean':
      return raw;
    case 'object': {
      if (raw === null) return null;
      if (Array.isArray(raw)) return raw.map((item) => decodeEjson(item, now));
      const entries = Object.entries(raw);
      const first = entries[0];
      if (first?.[0].startsWith('$')) {
        const special = decodeSpecial(first[0], first[1], now);
        if (special !== undefined) return special;
      }
      return Object.fromEntries(entries.map(([name, item]) => [name, decodeEjson(item, now)]));
    }
    default:
      return null;
  }
}

const SURROGATE = /[\ud800-\udfff]/;

/** The value that an object beginning with `$name` stands for; undefined: an ordinary object. */
function decodeSpecial(name: string, raw: unknown, now: number): Value | undefined {
  switch (name) {
    case '$numberInt':
    case '$numberDouble':
      return Number(raw);
    case '$numberLong':
      return decodeLong(raw);
    case '$date':
      return decodeDate(raw, now);
    case '$tcb_server_date':
      return new Date(now + offsetIn(raw));
    case '$oid':
      if (typeof raw === 'string' && /^[0-9a-fA-F]{24}$/.test(raw)) {
        return new ObjectId(raw.toLowerCase());
      }
      throw invalid('an $oid must be 24 hexadecimal digits');
    case '$regularExpression':
      return decodeRegex(textOf(raw, 'pattern'), textOf(raw, 'options'));
    case '$undefined':
      return null;
    case '$binary':
    case '$uuid':
    case '$numberDecimal':
    case '$timestamp':
    case '$minKey':
    case '$maxKey':
    case '$code':
    case '$symbol':
    case '$dbPointer':
      throw invalid(`values of type ${name} are not offered`);
    default:
      return undefined;
  }
}

function decodeLong(raw: unknown): number {
  const text = String(raw);
  const value = Number(text);
  if (!/^-?\d+$/.test(text)) throw invalid('a $numberLong must be a whole number');
  if (BigInt(text) !== BigInt(value)) {
    throw invalid(`the $numberLong ${text} cannot be held exactly`);
  }
  return value;
}

function decodeDate(raw: unknown, now: number): Date {
  if (typeof raw === 'object' && raw !== null && !('$numberLong' in raw)) {
    return new Date(now + offsetIn(raw));
  }
  const inner: unknown =
    typeof raw === 'object' && raw !== null ? Reflect.get(raw, '$numberLong') : raw;
  const time =
    typeof inner === 'string' && !/^-?\d+$/.test(inner) ? Date.parse(inner) : Number(inner);
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw invalid('a $date is no date');
  return date;
}

function offsetIn(raw: unknown): number {
  const offset: unknown =
    typeof raw === 'object' && raw !== null && 'offset' in raw ? raw.offset : 0;
  const value = Number(decodeEjson(offset, 0));
  if (!Number.isFinite(value)) throw invalid('the offset of a server date must be a number');
  return value;
}

function textOf(raw: unknown, field: string): string {
  const value: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, field) : raw;
  return typeof value === 'string' ? value : '';
}

/**
 * Makes a pattern from its source and MongoDB's options (i, m, s, u).
 * @throws CloudError INVALID_PARAM for the option x and for a pattern that cannot be read
 */
export function decodeRegex(pattern: string, options: string): RegExp {
  // g and y are what a JavaScript pattern may carry along; they mean nothing to a query.
  const flags = [...new Set(options.replace(/[gydv]/g, ''))].sort().join('');
  if (/[^imsu]/.test(flags)) throw invalid(`the pattern options "${options}" are not offered`);
  try {
    return new RegExp(pattern, flags);
  } catch {
    throw invalid(`the pattern /${pattern}/ cannot be read`);
  }
}

/** Writes a value as relaxed EJSON text, the form of answers and of stored documents. */
export function stringifyEjson(value: Value): string {
  return JSON.stringify(encodeEjson(value));
}

/** Turns a value into relaxed EJSON as JSON objects. */
function encodeEjson(value: Value): unknown {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value;
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
  }
  if (value instanceof Date) return { $date: encodeDate(value) };
  if (value instanceof ObjectId) return { $oid: value.hex };
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } };
  }
  if (isArray(value)) return value.map(encodeEjson);
  if (isDocument(value)) return encodeFields(value);
  return value;
}

function encodeFields(value: Document): unknown {
  const fields: [string, unknown][] = [];
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) fields.push([name, encodeEjson(item)]);
  }
  return Object.fromEntries(fields);
}

// Relaxed EJSON writes years 1970 to 9999 as text; the others, as any reader expects, as a number.
function encodeDate(date: Date): unknown {
  const time = date.getTime();
  const readable = time >= 0 && time < Date.UTC(10_000, 0, 1);
  return readable ? date.toISOString() : { $numberLong: String(time) };
}

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}

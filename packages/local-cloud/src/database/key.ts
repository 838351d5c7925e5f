import { isArray, isDocument, KIND, kindOf, ObjectId, type Value } from './values';

/**
 * Writes a value as bytes whose order is the order of the values, so that an ordinary sorted
 * table is an index. No key is the beginning of another one: keys of several fields are put
 * together by writing one behind the other.
 * @param value undefined (missing) is written as null
 */
export function encodeKey(value: Value | undefined): Buffer {
  const parts: Buffer[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

/** What an index holds for an empty list: before null, and equal to nothing else. */
export const EMPTY_ARRAY_KEY: Buffer = Buffer.from([KIND.emptyArray]);

/** The bytes for a field that is indexed downwards. */
export function invert(key: Uint8Array): Buffer {
  return Buffer.from(key.map((byte) => 255 - byte));
}

/**
 * The smallest bytes behind everything that begins with the given ones. No key begins with 255,
 * so that a single 255 is behind all keys.
 */
export function successor(prefix: Uint8Array): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 255) end -= 1;
  if (end === 0) return Buffer.from([255]);
  const result = Buffer.from(prefix.subarray(0, end));
  result[end - 1] = (result[end - 1] ?? 0) + 1;
  return result;
}

const END = Buffer.from([0]);

function write(value: Value | undefined, parts: Buffer[]): void {
  parts.push(Buffer.from([kindOf(value)]));
  if (value === null || value === undefined) return;
  if (typeof value === 'number') parts.push(numberKey(value));
  else if (typeof value === 'string') parts.push(textKey(value));
  else if (typeof value === 'boolean') parts.push(Buffer.from([value ? 1 : 0]));
  else if (value instanceof Date) parts.push(numberKey(value.getTime()));
  else if (value instanceof ObjectId) parts.push(Buffer.from(value.hex, 'hex'));
  else if (value instanceof RegExp) parts.push(textKey(value.source), textKey(value.flags));
  else if (isArray(value)) {
    for (const item of value) write(item, parts);
    parts.push(END);
  } else if (isDocument(value)) {
    for (const [name, item] of Object.entries(value)) {
      // Objects compare the kind of a field before its name.
      parts.push(Buffer.from([kindOf(item)]), textKey(name));
      write(item, parts);
    }
    parts.push(END);
  }
}

/** Eight bytes: NaN first, then from minus to plus infinity; -0 is 0. */
function numberKey(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const first = bytes[0] ?? 0;
  if (first < 128) bytes[0] = first + 128;
  else for (let i = 0; i < 8; i += 1) bytes[i] = 255 - (bytes[i] ?? 0);
  return bytes;
}

/** UTF-8 closed by two zeros; a zero inside is followed by 255, so that it sorts behind the end. */
function textKey(text: string): Buffer {
  if (!text.includes('\0')) return Buffer.from(`${text}\0\0`);
  const pieces = text.split('\0').map((piece) => Buffer.from(piece));
  const parts = pieces.flatMap((piece, i) => (i === 0 ? [piece] : [Buffer.from([0, 255]), piece]));
  return Buffer.concat([...parts, Buffer.from([0, 0])]);
}

// Stands before the imports because it must load before the hashing library does.
export { isKeyOf } from './own';

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Json } from '../json';
import { base64Url, utf8 } from './bytes';

const bytesOf = (value: Uint8Array | string): Uint8Array =>
  typeof value === 'string' ? utf8(value) : value;

/** Lower-case hex, 64 characters; text is hashed as UTF-8. */
export const sha256Hex = (value: Uint8Array | string): string => bytesToHex(sha256(bytesOf(value)));

/** Lower-case hex, 64 characters. */
export const hmacSha256Hex = (key: Uint8Array, value: Uint8Array | string): string =>
  bytesToHex(hmac(sha256, key, bytesOf(value)));

/** 43 characters that may stand in a key, a path or an address. */
export const hmacSha256Base64Url = (key: Uint8Array, value: Uint8Array | string): string =>
  base64Url(hmac(sha256, key, bytesOf(value)));

/**
 * JSON with sorted keys and without undefined: equal values give equal text on any machine.
 * @throws RangeError for a number JSON cannot carry: it would read the same as null.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${value} has no place in JSON`);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field !== undefined) fields.push(`${quoted(key)}:${canonicalJson(field)}`);
  }
  return `{${fields.join(',')}}`;
};

/** Engines of before 2019 write half a surrogate pair raw, later ones escape it: always escape. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (found) =>
    found.length === 2 ? found : `\\u${found.charCodeAt(0).toString(16)}`,
  );

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Compares without telling by time where two texts differ. */
export const equalText = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
};

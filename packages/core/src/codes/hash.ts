import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json } from '../json';

const bytesOf = (value: Uint8Array | string): Uint8Array =>
  typeof value === 'string' ? utf8ToBytes(value) : value;

export const sha256Hex = (value: Uint8Array | string): string => bytesToHex(sha256(bytesOf(value)));

export const hmacSha256Hex = (key: Uint8Array, value: Uint8Array | string): string =>
  bytesToHex(hmac(sha256, key, bytesOf(value)));

/** JSON with sorted keys and without undefined: equal values give equal text on any machine. */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = value[key];
      return field === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(field)}`];
    });
  return `{${fields.join(',')}}`;
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Compares without telling by time where two texts differ. */
export const equalText = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
};

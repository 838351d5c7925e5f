import { createHash, createHmac } from 'node:crypto';
import {
  base64Url,
  canonicalJson,
  equalText,
  hexBytes,
  hmacSha256Base64Url,
  hmacSha256Hex,
  sha256Hex,
  utf8,
} from '@anshao/core/codes';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

const anyText = fc.string({ unit: 'binary' });
/** Halves of surrogate pairs as well: what a cut emoji leaves behind. */
const tornText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

describe('hashing, held against the platform’s own', () => {
  test('writes UTF-8 as every encoder does, torn characters included', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, tornText), (text) => {
        expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
  });

  test('writes base64url as the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });

  test('reads hex as the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect([...hexBytes(Buffer.from(bytes).toString('hex'))]).toEqual([...bytes]);
      }),
    );
  });

  test('agrees on SHA-256 of text and bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = createHash('sha256').update(text, 'utf8').digest('hex');
        expect(sha256Hex(text)).toBe(expected);
        expect(sha256Hex(utf8(text))).toBe(expected);
      }),
    );
  });

  test('agrees on HMAC for keys of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), anyText, (key, text) => {
        const hmac = () => createHmac('sha256', key).update(text, 'utf8');
        expect(hmacSha256Hex(key, text)).toBe(hmac().digest('hex'));
        expect(hmacSha256Base64Url(key, text)).toBe(hmac().digest('base64url'));
      }),
    );
  });

  test('needs nothing that a phone lacks', () => {
    const { TextEncoder: encoder } = globalThis;
    Reflect.deleteProperty(globalThis, 'TextEncoder');
    try {
      expect(sha256Hex('隐患')).toBe(createHash('sha256').update('隐患', 'utf8').digest('hex'));
    } finally {
      globalThis.TextEncoder = encoder;
    }
  });
});

describe('canonical JSON', () => {
  /** The same value with the keys of every object in another order. */
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).reverse();
    return Object.fromEntries(entries.map(([key, field]) => [key, reversed(field)]));
  };

  test('does not depend on the order of keys, and reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const json = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(json)).toBe(canonicalJson(JSON.parse(JSON.stringify(reversed(json)))));
        expect(JSON.parse(canonicalJson(json))).toEqual(json);
      }),
    );
  });

  test('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: [1, 'x', null, true] })).toBe(
      '{"a":[1,"x",null,true]}',
    );
  });

  test('writes torn characters as any engine would', () => {
    expect(canonicalJson('a\ud83d')).toBe('"a\\ud83d"');
    expect(canonicalJson('😀')).toBe('"😀"');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %p, which would read as null', (n) => {
    expect(() => canonicalJson({ n })).toThrow(RangeError);
  });
});

describe('comparing secrets', () => {
  test('is true for equal texts alone', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(equalText(a, b)).toBe(a === b);
        expect(equalText(a, a)).toBe(true);
        expect(equalText(a, `${a}x`)).toBe(false);
      }),
    );
  });
});

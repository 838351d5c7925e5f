import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeKey, invert, successor } from '../../../packages/local-cloud/src/database/key';
import { compare, ObjectId, type Value } from '../../../packages/local-cloud/src/database/values';
import { values } from './support/values';

// From the least to the greatest, as MongoDB documents its order.
const RISING: readonly Value[] = [
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1.5,
  0,
  5e-324,
  1,
  2 ** 53,
  Number.POSITIVE_INFINITY,
  '',
  '1',
  'A',
  'a',
  'a\0',
  'ab',
  'é',
  '隐患',
  '\uffff',
  '😀',
  {},
  { a: null },
  { b: null },
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { a: 'x' },
  [],
  [1],
  [1, 1],
  [2],
  ['a'],
  new ObjectId('00112233445566778899aabb'),
  new ObjectId('ff112233445566778899aabb'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(Date.UTC(2026, 0)),
  /a/,
  /a/i,
  /b/,
];

const sign = (order: number): number => Math.sign(order);

describe('the order of values', () => {
  test('follows the order of kinds, and within a kind that of its values', () => {
    for (const [i, a] of RISING.entries()) {
      for (const [j, b] of RISING.entries()) {
        expect([i, j, sign(compare(a, b))]).toEqual([i, j, Math.sign(i - j)]);
      }
    }
  });

  test('takes minus zero for zero, and a missing value for null', () => {
    expect(compare(-0, 0)).toBe(0);
    expect(compare(undefined, null)).toBe(0);
    expect(encodeKey(-0)).toEqual(encodeKey(0));
    expect(encodeKey(undefined)).toEqual(encodeKey(null));
  });
});

describe('keys', () => {
  test('sort as bytes as the values sort', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const order = Buffer.compare(encodeKey(a), encodeKey(b));
        expect(sign(order)).toBe(sign(compare(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  test('put behind one another sort by the first that differs, each in its direction', () => {
    const down = (value: Value): Buffer => invert(encodeKey(value));
    fc.assert(
      fc.property(values, values, values, values, (a, b, c, d) => {
        const left = Buffer.concat([down(a), encodeKey(b)]);
        const right = Buffer.concat([down(c), encodeKey(d)]);
        expect(sign(Buffer.compare(left, right))).toBe(sign(compare(c, a) || compare(b, d)));
      }),
      { numRuns: 2000 },
    );
  });

  test('have a place behind everything that begins with them', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 6 }),
        fc.uint8Array(),
        (prefix, rest) => {
          fc.pre(prefix[0] !== 255);
          const behind = successor(prefix);
          expect(Buffer.compare(behind, Buffer.concat([prefix, rest]))).toBe(1);
          expect(Buffer.compare(behind, prefix)).toBe(1);
        },
      ),
    );
  });
});

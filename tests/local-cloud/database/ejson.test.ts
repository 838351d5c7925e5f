import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, ObjectId } from '../../../packages/local-cloud/src/database/values';
import { parseEjson, stringifyEjson } from '../../../packages/local-cloud/src/ejson';
import { values } from './support/values';

const read = (value: unknown, now = 0) => parseEjson(JSON.stringify(value), now);

describe('EJSON', () => {
  test('reads the canonical form of every kind that the SDK sends', () => {
    expect(read({ $numberInt: '7' })).toBe(7);
    expect(read({ $numberLong: '9007199254740991' })).toBe(Number.MAX_SAFE_INTEGER);
    expect(read({ $numberDouble: '1.5' })).toBe(1.5);
    expect(read({ $numberDouble: '-0.0' })).toBe(-0);
    expect(read({ $numberDouble: 'NaN' })).toBeNaN();
    expect(read({ $numberDouble: '-Infinity' })).toBe(Number.NEGATIVE_INFINITY);
    expect(read({ $date: { $numberLong: '-5' } })).toEqual(new Date(-5));
    expect(read({ $date: '2026-05-01T00:00:00Z' })).toEqual(new Date('2026-05-01T00:00:00Z'));
    expect(read({ $oid: '00112233445566778899AABB' })).toEqual(
      new ObjectId('00112233445566778899aabb'),
    );
    expect(read({ $regularExpression: { pattern: '^a', options: 'gi' } })).toEqual(/^a/i);
    expect(read([{ $undefined: true }])).toEqual([null]);
  });

  test('fills in the server date with its offset', () => {
    const sent = { at: { $tcb_server_date: { offset: { $numberInt: '60000' } } } };
    expect(read(sent, 1000)).toEqual({ at: new Date(61_000) });
    expect(read({ $tcb_server_date: { offset: 0 } }, 1000)).toEqual(new Date(1000));
  });

  test('writes the relaxed form', () => {
    const value = { n: 1, big: 2 ** 40, d: new Date(0), old: new Date(-1), z: -0, nan: Number.NaN };
    expect(JSON.parse(stringifyEjson(value))).toEqual({
      n: 1,
      big: 2 ** 40,
      d: { $date: '1970-01-01T00:00:00.000Z' },
      old: { $date: { $numberLong: '-1' } },
      z: { $numberDouble: '-0.0' },
      nan: { $numberDouble: 'NaN' },
    });
  });

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(values, (value) => {
        const again = parseEjson(stringifyEjson(value), 0);
        expect(compare(again, value)).toBe(0);
        expect(again).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps a field named __proto__ as a field', () => {
    const value = parseEjson('{"__proto__":{"admin":true},"a":1}', 0);
    expect(stringifyEjson(value)).toBe('{"__proto__":{"admin":true},"a":1}');
    expect(Object(value).admin).toBeUndefined();
  });

  test('refuses what it cannot hold rather than changing it', () => {
    expect(() => read({ $numberDecimal: '1.10' })).toThrow('$numberDecimal');
    expect(() => read({ $binary: { base64: '', subType: '00' } })).toThrow('$binary');
    expect(() => read({ $numberLong: '9007199254740993' })).toThrow('9007199254740993');
    expect(() => read({ $date: 'yesterday' })).toThrow('no date');
    expect(() => read({ $oid: '12' })).toThrow('$oid');
    expect(() => read({ $regularExpression: { pattern: '(', options: '' } })).toThrow('(');
    expect(() => parseEjson('{', 0)).toThrow('no JSON');
  });
});

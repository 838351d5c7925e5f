import { describe, expect, test } from '@jest/globals';
import { expressionTest } from '../../../packages/local-cloud/src/database/expressions';
import { compileQuery } from '../../../packages/local-cloud/src/database/matcher';
import type { Document } from '../../../packages/local-cloud/src/database/values';

const matches = (query: Document, document: Document): boolean =>
  compileQuery(query, expressionTest)(document);

/** One line: what a query says of a document. */
type Line = readonly [query: Document, document: Document, matches: boolean];

const holds = (lines: readonly Line[]): void => {
  for (const [query, document, expected] of lines) {
    expect([query, document, matches(query, document)]).toEqual([query, document, expected]);
  }
};

describe('a query', () => {
  test('takes null for missing, but $exists does not', () => {
    holds([
      [{ a: null }, {}, true],
      [{ a: null }, { a: null }, true],
      [{ a: null }, { a: 0 }, false],
      [{ a: { $gte: null } }, {}, true],
      [{ a: { $gt: null } }, {}, false],
      [{ a: { $ne: null } }, {}, false],
      [{ a: { $exists: true } }, { a: null }, true],
      [{ a: { $exists: true } }, {}, false],
      [{ a: { $exists: false } }, {}, true],
      [{ 'a.b': null }, { a: 5 }, true],
      [{ 'a.b': null }, { a: [] }, false],
      [{ 'a.b': null }, { a: [1] }, false],
      [{ 'a.b': null }, { a: [{ c: 1 }] }, true],
    ]);
  });

  test('compares within one kind of values only', () => {
    holds([
      [{ a: { $gt: 5 } }, { a: '9' }, false],
      [{ a: { $lt: 'b' } }, { a: 1 }, false],
      [{ a: { $lt: 5 } }, { a: Number.NaN }, false],
      [{ a: { $lte: Number.NaN } }, { a: Number.NaN }, true],
      [{ a: { $gte: new Date(5) } }, { a: new Date(5) }, true],
      [{ a: { $gt: false } }, { a: true }, true],
      [{ a: { $gt: 5 } }, {}, false],
    ]);
  });

  test('looks into lists: any element may answer', () => {
    holds([
      [{ a: 2 }, { a: [1, 2] }, true],
      [{ a: [1, 2] }, { a: [1, 2] }, true],
      [{ a: [1, 2] }, { a: [[1, 2]] }, true],
      [{ a: [2, 1] }, { a: [1, 2] }, false],
      [{ a: { $gt: 4, $lt: 2 } }, { a: [1, 5] }, true],
      [{ a: { $elemMatch: { $gt: 4, $lt: 2 } } }, { a: [1, 5] }, false],
      [{ 'a.b': 1 }, { a: [{ b: 2 }, { b: 1 }] }, true],
      [{ 'a.1.b': 1 }, { a: [{ b: 1 }, { b: 2 }] }, false],
      [{ 'a.0': 1 }, { a: [1, 2] }, true],
      [{ a: { $size: 2 } }, { a: [1, 2] }, true],
      [{ a: { $size: 2 } }, { a: 'xy' }, false],
      [{ a: { $all: [1, 2] } }, { a: [2, 1, 3] }, true],
      [{ a: { $all: [] } }, { a: [] }, false],
      [{ a: { $ne: 1 } }, { a: [1, 2] }, false],
      [{ a: { $nin: [3] } }, { a: [1, 2] }, true],
    ]);
  });

  test('with $elemMatch by fields wants one object that answers them all', () => {
    holds([
      [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }, false],
      [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1, c: 2 }] }, true],
      [{ a: { $elemMatch: { b: { $gt: 0 } } } }, { a: [1] }, false],
      [{ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, { a: [{ b: 2 }] }, true],
      [{ a: { $elemMatch: { $ne: 1 } } }, { a: [1] }, false],
      [{ a: { $elemMatch: { b: 1 } } }, { a: { b: 1 } }, false],
    ]);
  });

  test('takes an object for equal only with its fields in the same order', () => {
    holds([
      [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }, true],
      [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
      [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, false],
    ]);
  });

  test('joins conditions with $and, $or, $nor and $not', () => {
    holds([
      [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
      [{ $nor: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
      [{ $and: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
      [{ a: { $not: { $gt: 5 } } }, {}, true],
      [{ a: { $not: /^x/ } }, { a: 'xy' }, false],
      [{ $expr: { $gt: ['$spent', '$budget'] } }, { spent: 5, budget: 3 }, true],
    ]);
  });

  test('knows patterns, remainders and kinds', () => {
    holds([
      [{ a: /安全/ }, { a: '不安全' }, true],
      [{ a: { $regex: '^AB', $options: 'i' } }, { a: 'abc' }, true],
      [{ a: { $in: [/^x/, 1] } }, { a: ['y', 'xy'] }, true],
      [{ a: { $mod: [4, 1] } }, { a: 9 }, true],
      [{ a: { $type: 'int' } }, { a: 7 }, true],
      [{ a: { $type: ['double', 'string'] } }, { a: 1.5 }, true],
      [{ a: { $type: 'null' } }, {}, false],
      [{ a: { $type: 'long' } }, { a: 2 ** 40 }, true],
    ]);
  });

  test('is refused, naming the operator, when it asks for what is not there', () => {
    expect(() => matches({ a: { $near: 1 } }, {})).toThrow('$near is not offered');
    expect(() => matches({ a: { $geoWithin: {} } }, {})).toThrow('$geoWithin is not offered');
    expect(() => matches({ $where: 'true' }, {})).toThrow('$where');
    expect(() => matches({ a: { $magic: 1 } }, {})).toThrow('unknown operator: $magic');
    expect(() => matches({ a: { $in: 1 } }, {})).toThrow('$in needs an array');
    expect(() => matches({ $or: [] }, {})).toThrow('$or must be a nonempty array');
  });
});

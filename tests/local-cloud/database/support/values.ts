import fc from 'fast-check';
import {
  type Document,
  ObjectId,
  type Value,
} from '../../../../packages/local-cloud/src/database/values';

const texts = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'a\0', 'a\0b', 'é', '隐患', '\uffff', '😀', '😁'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e300,
    5e-324,
  ),
  fc.double(),
);

/** Any value that a document may hold, with many near collisions. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    numbers,
    texts,
    fc.constantFrom(-1, 0, 1, 1e12).map((time) => new Date(time)),
    fc.constantFrom('00', '01', 'ff').map((end) => new ObjectId(`${'0'.repeat(22)}${end}`)),
    fc.constantFrom(/a/, /a/i, /b/),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'é'), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

const scalars: fc.Arbitrary<Value> = fc.constantFrom<Value[]>(
  null,
  0,
  1,
  2,
  3,
  Number.NaN,
  'x',
  'xy',
  'y',
  true,
  new Date(5),
);
const plain: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 3 }) },
);
const rich: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: plain },
  { weight: 1, arbitrary: fc.record({ p: plain, q: plain }, { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ p: plain, q: plain }, { requiredKeys: [] }), { maxLength: 3 }),
  },
);

/** A document with a few fields out of a small world, so that queries hit some. */
export const documents: fc.Arbitrary<Document> = fc.record(
  { a: rich, b: plain, c: plain },
  { requiredKeys: [] },
);

const condition: fc.Arbitrary<Value> = fc.oneof(
  plain,
  fc.record({ $gt: scalars }),
  fc.record({ $gte: scalars, $lt: scalars }),
  fc.record({ $lte: scalars }),
  fc.record({ $in: fc.array(plain, { maxLength: 4 }) }),
  fc.record({ $ne: plain }),
  fc.record({ $nin: fc.array(scalars, { maxLength: 2 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $all: fc.array(scalars, { maxLength: 2 }) }),
  fc.record({ $elemMatch: fc.record({ $gte: scalars, $lte: scalars }) }),
  fc.record({ $not: fc.record({ $gt: scalars }) }),
  fc.constant(/^x/),
);
const elementCondition: fc.Arbitrary<Value> = fc.record({
  $elemMatch: fc.record({ p: condition, q: condition }, { requiredKeys: [] }),
});
const simple: fc.Arbitrary<Document> = fc.record(
  {
    a: fc.oneof(condition, elementCondition),
    'a.p': condition,
    'a.q': condition,
    b: condition,
    c: condition,
  },
  { requiredKeys: [] },
);

/** A query over such documents. */
export const queries: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: fc.record({ $and: fc.array(simple, { minLength: 1, maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { $or: fc.array(simple, { minLength: 1, maxLength: 3 }), b: condition },
      { requiredKeys: ['$or'] },
    ),
  },
);

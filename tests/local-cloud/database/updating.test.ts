import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOW, TestDatabase } from './support/open';

let db: TestDatabase;
beforeAll(() => {
  db = new TestDatabase();
});
afterAll(() => db.close());

describe('an update', () => {
  test('sets and removes fields at any depth, making what is missing', async () => {
    expect(await db.updated({}, { $set: { 'a.b.c': 1 } })).toEqual({ a: { b: { c: 1 } } });
    expect(await db.updated({ a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } })).toEqual({
      a: { c: 2 },
    });
    expect(await db.updated({ a: [1, 2] }, { $set: { 'a.3': 4 } })).toEqual({ a: [1, 2, null, 4] });
    expect(await db.updated({ a: [1, 2] }, { $unset: { 'a.0': '' } })).toEqual({ a: [null, 2] });
  });

  test('refuses to set a field of null, of a text or, by name, of a list', async () => {
    await expect(db.updated({ a: null }, { $set: { 'a.b': 1 } })).rejects.toThrow(
      "Cannot create field 'b'",
    );
    await expect(db.updated({ a: 'x' }, { $set: { 'a.b': 1 } })).rejects.toThrow('Cannot create');
    await expect(db.updated({ a: [1] }, { $set: { 'a.b': 1 } })).rejects.toThrow('Cannot create');
  });

  test('counts, but only with numbers', async () => {
    expect(await db.updated({ n: 5 }, { $inc: { n: -2, m: 3 } })).toEqual({ n: 3, m: 3 });
    expect(await db.updated({ n: 5 }, { $mul: { n: 2, m: 3 } })).toEqual({ n: 10, m: 0 });
    await expect(db.updated({ n: '5' }, { $inc: { n: 1 } })).rejects.toThrow('non-numeric');
    await expect(db.updated({ n: null }, { $inc: { n: 1 } })).rejects.toThrow('non-numeric');
    await expect(db.updated({ n: 1 }, { $inc: { n: 'x' } })).rejects.toThrow('non-numeric');
  });

  test('keeps the smaller or the larger value, across kinds too', async () => {
    expect(await db.updated({ n: 5 }, { $min: { n: 3, m: 1 } })).toEqual({ n: 3, m: 1 });
    expect(await db.updated({ n: 5 }, { $max: { n: 3 } })).toEqual({ n: 5 });
    expect(await db.updated({ n: 5 }, { $max: { n: 'x' } })).toEqual({ n: 'x' });
  });

  test('pushes one value or several, placed, sorted and cut', async () => {
    expect(await db.updated({ a: [1] }, { $push: { a: 2, b: 1 } })).toEqual({ a: [1, 2], b: [1] });
    expect(await db.updated({ a: [1] }, { $push: { a: { $each: [2, 3], $position: 0 } } })).toEqual(
      { a: [2, 3, 1] },
    );
    expect(
      await db.updated({ a: [3] }, { $push: { a: { $each: [1, 2], $sort: 1, $slice: 2 } } }),
    ).toEqual({ a: [1, 2] });
    expect(
      await db.updated(
        { a: [{ n: 1 }, { n: 3 }] },
        { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 }, $slice: -2 } } },
      ),
    ).toEqual({ a: [{ n: 2 }, { n: 1 }] });
    await expect(db.updated({ a: 1 }, { $push: { a: 2 } })).rejects.toThrow('must be an array');
  });

  test('takes out of lists by value, by condition and from both ends', async () => {
    expect(await db.updated({ a: [1, 2, 1] }, { $pull: { a: 1 } })).toEqual({ a: [2] });
    expect(await db.updated({ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } })).toEqual({ a: [1] });
    expect(
      await db.updated({ a: [{ id: 1, n: 1 }, { id: 2 }] }, { $pull: { a: { id: 1 } } }),
    ).toEqual({ a: [{ id: 2 }] });
    expect(await db.updated({ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } })).toEqual({ a: [2] });
    expect(await db.updated({ a: [1, 2, 3] }, { $pop: { a: 1 } })).toEqual({ a: [1, 2] });
    expect(await db.updated({ a: [1, 2, 3] }, { $pop: { a: -1 } })).toEqual({ a: [2, 3] });
    expect(await db.updated({}, { $pull: { a: 1 } })).toEqual({});
  });

  test('adds to a set what is not in it', async () => {
    expect(await db.updated({ a: [1] }, { $addToSet: { a: 1 } })).toEqual({ a: [1] });
    expect(await db.updated({ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } })).toEqual({
      a: [1, 2],
    });
  });

  test('renames, and stamps the time', async () => {
    expect(await db.updated({ a: 1 }, { $rename: { a: 'b.c' } })).toEqual({ b: { c: 1 } });
    expect(await db.updated({ a: 1 }, { $rename: { x: 'y' } })).toEqual({ a: 1 });
    expect(await db.updated({}, { $currentDate: { at: true } })).toEqual({ at: new Date(NOW) });
  });

  test('reaches the matched element by $ and all elements by $[]', async () => {
    const items = { items: [{ id: 1 }, { id: 2 }] };
    expect(await db.updated(items, { $set: { 'items.$.done': true } }, { 'items.id': 2 })).toEqual({
      items: [{ id: 1 }, { id: 2, done: true }],
    });
    expect(
      await db.updated(items, { $set: { 'items.$.n': 7 } }, { items: { $elemMatch: { id: 1 } } }),
    ).toEqual({ items: [{ id: 1, n: 7 }, { id: 2 }] });
    expect(await db.updated({ a: [1, 5] }, { $inc: { 'a.$': 1 } }, { a: { $gt: 4 } })).toEqual({
      a: [1, 6],
    });
    expect(await db.updated({ a: [1, 5] }, { $inc: { 'a.$[]': 1 } })).toEqual({ a: [2, 6] });
    await expect(db.updated(items, { $set: { 'items.$.done': true } })).rejects.toThrow(
      'positional operator',
    );
  });

  test('is refused when two of its parts speak of the same place', async () => {
    await expect(db.updated({}, { $set: { a: 1 }, $inc: { a: 1 } })).rejects.toThrow('conflict');
    await expect(db.updated({}, { $set: { a: {}, 'a.b': 1 } })).rejects.toThrow('conflict');
  });

  test('is refused, naming it, when an operator is unknown or not offered', async () => {
    await expect(db.updated({}, { $frob: { a: 1 } })).rejects.toThrow('Unknown modifier: $frob');
    await expect(db.updated({}, { $bit: { a: 1 } })).rejects.toThrow('$bit is not offered');
    await expect(db.updated({}, { $set: { 'a.$[x].b': 1 } })).rejects.toThrow('$[x]');
    await expect(db.updated({}, { $set: { _id: 'two' } })).rejects.toThrow('immutable');
  });

  test('leaves a document alone that it refuses in its last part', async () => {
    await expect(db.updated({ n: 1, s: 'x' }, { $inc: { n: 1, s: 1 } })).rejects.toThrow();
    expect(await db.find()).toEqual([{ _id: 'one', n: 1, s: 'x' }]);
  });
});

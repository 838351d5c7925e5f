import { afterEach, describe, expect, test } from '@jest/globals';
import type { IndexDefinition } from '../../../packages/local-cloud/src/database/types';
import type { Document } from '../../../packages/local-cloud/src/database/values';
import { TestDatabase } from './support/open';

let db: TestDatabase;
afterEach(() => db.close());

const open = async (indexes: readonly IndexDefinition[], ...all: Document[]): Promise<void> => {
  db = new TestDatabase({ indexes });
  if (all.length > 0) await db.add(...all);
};
const hundred = Array.from(
  { length: 100 },
  (_, i): Document => ({
    _id: `d${i}`,
    unit: `u${i % 10}`,
    at: i,
    tags: [`t${i % 4}`, `s${i % 5}`],
    list: [
      { k: i % 3, v: i % 7 },
      { k: 9, v: 9 },
    ],
  }),
);

describe('an index', () => {
  test('on one field answers equality, $in and ranges without reading more than it finds', async () => {
    await open([{ name: 'at', keys: [['at', 1]] }], ...hundred);
    expect(db.explain({ at: 7 })).toEqual({ documents: 1, keys: 1, index: 'at' });
    expect(db.explain({ at: { $in: [1, 2, 500] } })).toEqual({
      documents: 2,
      keys: 2,
      index: 'at',
    });
    expect(db.explain({ at: { $gte: 10, $lt: 20 } })).toEqual({
      documents: 10,
      keys: 10,
      index: 'at',
    });
    expect(db.explain({ $and: [{ at: { $gt: 97 } }, { unit: 'u9' }] })).toEqual({
      documents: 2,
      keys: 2,
      index: 'at',
    });
    expect(db.explain({ unit: 'u1' })).toEqual({ documents: 100, keys: 0, index: null });
  });

  test('on several fields answers by its beginning, and then sorts', async () => {
    await open(
      [
        {
          name: 'queue',
          keys: [
            ['unit', 1],
            ['at', -1],
          ],
        },
      ],
      ...hundred,
    );
    expect(db.explain({ unit: 'u3' })).toEqual({ documents: 10, keys: 10, index: 'queue' });
    expect(db.explain({ unit: 'u3' }, { at: -1 }, 3)).toEqual({
      documents: 3,
      keys: 3,
      index: 'queue',
    });
    expect(await db.ids({ unit: 'u3' }, { order: { at: -1 }, limit: 3 })).toEqual([
      'd93',
      'd83',
      'd73',
    ]);
    expect(await db.ids({ unit: 'u3' }, { order: { at: 1 }, limit: 2 })).toEqual(['d3', 'd13']);
    expect(db.explain({ unit: 'u3', at: { $gt: 50 } }, { at: 1 }, 2)).toEqual({
      documents: 2,
      keys: 2,
      index: 'queue',
    });
  });

  test('brings several pinned values together in the order of the next field', async () => {
    await open(
      [
        {
          name: 'queue',
          keys: [
            ['unit', 1],
            ['at', 1],
          ],
        },
      ],
      ...hundred,
    );
    const query = { unit: { $in: ['u2', 'u3', 'u5'] } };
    expect(await db.ids(query, { order: { at: 1 }, limit: 4 })).toEqual(['d2', 'd3', 'd5', 'd12']);
    expect(await db.ids(query, { order: { at: -1 }, limit: 2 })).toEqual(['d95', 'd93']);
    expect(db.explain(query, { at: 1 }, 4)).toEqual({ documents: 4, keys: 4, index: 'queue' });
  });

  test('on a list holds every element', async () => {
    await open(
      [
        {
          name: 'tags',
          keys: [
            ['tags', 1],
            ['at', 1],
          ],
        },
      ],
      ...hundred,
    );
    expect(db.explain({ tags: 't1' }, { at: 1 }, 5)).toEqual({
      documents: 5,
      keys: 5,
      index: 'tags',
    });
    expect(await db.ids({ tags: { $all: ['t1', 's1'] } })).toEqual([
      'd1',
      'd21',
      'd41',
      'd61',
      'd81',
    ]);
    expect(await db.count({ tags: { $in: ['t1', 's1'] } })).toBe(40);
  });

  test('on fields of objects in a list finds them, also through $elemMatch', async () => {
    await open(
      [
        {
          name: 'list',
          keys: [
            ['list.k', 1],
            ['list.v', 1],
          ],
        },
      ],
      ...hundred,
    );
    expect(await db.count({ 'list.k': 1, 'list.v': 9 })).toBe(33);
    expect(await db.count({ list: { $elemMatch: { k: 1, v: 9 } } })).toBe(0);
    expect(db.explain({ 'list.k': 1 })).toEqual({ documents: 33, keys: 33, index: 'list' });
  });

  test('refuses two lists in one document', async () => {
    await open([
      {
        name: 'two',
        keys: [
          ['a', 1],
          ['b', 1],
        ],
      },
    ]);
    await expect(db.add({ a: [1], b: [2] })).rejects.toThrow(
      'cannot index parallel arrays [b] [a]',
    );
    await db.add({ _id: 1, a: [1], b: 2 });
    await expect(db.update({ _id: 1 }, { $set: { b: [2] } })).rejects.toThrow('parallel arrays');
    expect(await db.find()).toEqual([{ _id: 1, a: [1], b: 2 }]);
  });

  test('follows updates and removals', async () => {
    await open([{ name: 'at', keys: [['at', 1]] }], ...hundred);
    await db.update({ at: 5 }, { $set: { at: 5000 } });
    expect(await db.ids({ at: 5 })).toEqual([]);
    expect(await db.ids({ at: 5000 })).toEqual(['d5']);
    await db.remove({ at: { $lt: 90 } });
    expect(db.explain({ at: { $gte: 0 } }).keys).toBe(11);
  });

  test('chooses what pins down more, but leaves it for one that reads far less', async () => {
    await open(
      [
        { name: 'unit', keys: [['unit', 1]] },
        { name: 'at', keys: [['at', 1]] },
        {
          name: 'both',
          keys: [
            ['unit', 1],
            ['at', 1],
          ],
        },
      ],
      ...hundred,
    );
    expect(db.explain({ unit: 'u1', at: 11 }).index).toBe('both');
    await db.add(...Array.from({ length: 50 }, (_, i) => ({ unit: 'big', kind: `k${i}`, at: -1 })));
    await db.update({ kind: 'k7' }, { $set: { at: 7000 } });
    expect(db.explain({ unit: 'big', at: { $gte: 7000 }, kind: 'k7' }).documents).toBe(1);
  });

  test('gives way to reading by _id', async () => {
    await open([{ name: 'unit', keys: [['unit', 1]] }], ...hundred);
    expect(db.explain({ _id: 'd7' })).toEqual({ documents: 1, keys: 1, index: '_id_' });
    expect(db.explain({ _id: { $in: ['d7', 'd8', 'x'] } })).toEqual({
      documents: 2,
      keys: 2,
      index: '_id_',
    });
    expect(await db.ids({ _id: { $gt: 'd97' } }, { order: { _id: -1 } })).toEqual(['d99', 'd98']);
  });

  test('for each branch answers an $or, and none twice', async () => {
    await open(
      [
        { name: 'unit', keys: [['unit', 1]] },
        { name: 'at', keys: [['at', 1]] },
      ],
      ...hundred,
    );
    const either = { $or: [{ unit: 'u3' }, { at: { $gte: 92 } }] };
    expect(db.explain(either)).toEqual({ documents: 18, keys: 18, index: 'unit|at' });
    expect(await db.count(either)).toBe(17);
    expect(await db.ids(either, { order: { at: -1 }, limit: 2 })).toEqual(['d99', 'd98']);
    expect(db.explain({ $or: [{ unit: 'u3' }, { tags: 't1' }] }).index).toBeNull();
  });

  test('finds texts by the beginning that a pattern demands', async () => {
    await open([{ name: 'unit', keys: [['unit', 1]] }], ...hundred, { _id: 'x', unit: 'v1' });
    const pattern = { $regularExpression: { pattern: '^v', options: '' } };
    expect(db.explain({ unit: pattern })).toEqual({ documents: 1, keys: 1, index: 'unit' });
    expect(await db.ids({ unit: /^v1?/ })).toEqual(['x']);
  });

  test('lasts, with what it knows of lists, when the file is opened again', async () => {
    await open([{ name: 'tags', keys: [['tags', 1]] }], ...hundred);
    db.reopen();
    expect(db.explain({ tags: 't1' }).index).toBe('tags');
    expect(await db.count({ tags: { $gte: 't3', $lte: 's9' } })).toBe(25);
    expect(await db.count({ tags: { $gt: 's', $lt: 't' } })).toBe(100);
  });
});

describe('a unique index', () => {
  const unique: IndexDefinition = { name: 'code', keys: [['code', 1]], unique: true };

  test('refuses a second document with the value, naming collection, index and value', async () => {
    await open([unique], { _id: 1, code: 'A' });
    await expect(db.add({ code: 'A' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/E11000 duplicate key error .*things index: code .*"A"/),
    });
    await db.add({ _id: 2, code: 'B' });
    await expect(db.update({ _id: 2 }, { $set: { code: 'A' } })).rejects.toThrow('E11000');
    await db.update({ _id: 1 }, { $set: { code: 'A' } });
    await db.remove({ _id: 1 });
    await db.add({ code: 'A' });
  });

  test('counts missing as null, unless it is sparse', async () => {
    await open([unique, { ...unique, name: 'sparse', keys: [['other', 1]], sparse: true }]);
    await db.add({ _id: 1 });
    await expect(db.add({ other: 5 })).rejects.toThrow('index: code');
    await db.add({ code: 1 }, { code: 2 });
    await db.add({ code: 3, other: 1 });
    await expect(db.add({ code: 4, other: 1 })).rejects.toThrow('index: sparse');
    await expect(db.add({ code: null })).rejects.toThrow('E11000');
  });

  test('holds every element of a list', async () => {
    await open([unique], { _id: 1, code: ['A', 'B', 'A'] });
    await expect(db.add({ code: 'B' })).rejects.toThrow('E11000');
    await expect(db.add({ code: ['C', 'A'] })).rejects.toThrow('E11000');
    await db.add({ code: ['C', 'D'] });
  });
});

describe('defining collections again', () => {
  test('builds new indexes over the documents there, and drops those no longer named', async () => {
    await open([{ name: 'at', keys: [['at', 1]] }], ...hundred);
    db.database.define({ things: { indexes: [{ name: 'unit', keys: [['unit', 1]] }] } });
    expect(db.explain({ unit: 'u1' }).index).toBe('unit');
    expect(db.explain({ at: 1 }).index).toBeNull();
    db.database.define({
      things: {
        indexes: [
          {
            name: 'unit',
            keys: [
              ['unit', 1],
              ['at', 1],
            ],
          },
        ],
      },
    });
    expect(db.explain({ unit: 'u1', at: 1 })).toEqual({ documents: 1, keys: 1, index: 'unit' });
  });

  test('changes nothing when the documents break a new unique index', async () => {
    await open([{ name: 'at', keys: [['at', 1]] }], ...hundred);
    const breaking = { indexes: [{ name: 'unit', keys: [['unit', 1] as const], unique: true }] };
    expect(() => db.database.define({ things: breaking })).toThrow('E11000');
    expect(db.explain({ at: 1 }).index).toBe('at');
    expect(await db.count()).toBe(100);
  });

  test('refuses an index that it cannot keep', async () => {
    await open([]);
    const bad = { indexes: [{ name: 'n', keys: [['a.0', 1] as const] }] };
    expect(() => db.database.define({ things: bad })).toThrow('a.0');
    expect(() => db.database.define({ things: { indexes: [{ name: 'n', keys: [] }] } })).toThrow(
      '1 to 31 fields',
    );
  });
});

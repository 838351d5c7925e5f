import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Value } from '../../../packages/local-cloud/src/database/values';
import { NOW, TestDatabase } from './support/open';

let db: TestDatabase;
beforeAll(async () => {
  db = new TestDatabase({
    indexes: [
      {
        name: 'unit',
        keys: [
          ['unit', 1],
          ['n', 1],
        ],
      },
    ],
  });
  await db.add(
    ...Array.from({ length: 30 }, (_, i) => ({
      _id: i,
      unit: `u${i % 3}`,
      n: i,
      tags: ['all', i % 2 === 0 ? 'even' : 'odd'],
    })),
  );
  await db.call('addCollection', { collectionName: 'units' });
  const units = ['u0', 'u1'].map((name) => JSON.stringify({ _id: name, name: name.toUpperCase() }));
  await db.call('insertDocument', { collectionName: 'units', data: units });
});
afterAll(() => db.close());

/** The value of an expression. */
const evaluated = async (expression: Value): Promise<unknown> => {
  const stages = [{ $match: { _id: 0 } }, { $project: { _id: 0, v: expression } }];
  return (await db.aggregate(...stages))[0]?.['v'];
};

describe('a pipeline', () => {
  test('groups, sorts and projects', async () => {
    const grouped = await db.aggregate(
      { $match: { n: { $lt: 9 } } },
      { $group: { _id: '$unit', total: { $sum: '$n' }, all: { $push: '$n' } } },
      { $sort: { _id: -1 } },
      { $limit: 2 },
      { $project: { _id: 0, unit: '$_id', total: 1, first: { $arrayElemAt: ['$all', 0] } } },
    );
    expect(grouped).toEqual([
      { unit: 'u2', total: 15, first: 2 },
      { unit: 'u1', total: 12, first: 1 },
    ]);
  });

  test('unwinds, counts, adds fields and replaces the root', async () => {
    expect(
      await db.aggregate({ $unwind: '$tags' }, { $match: { tags: 'odd' } }, { $count: 'odd' }),
    ).toEqual([{ odd: 15 }]);
    expect(
      await db.aggregate(
        { $match: { _id: 4 } },
        { $addFields: { twice: { $multiply: ['$n', 2] } } },
        { $replaceRoot: { newRoot: { id: '$_id', twice: '$twice' } } },
      ),
    ).toEqual([{ id: 4, twice: 8 }]);
    expect(await db.aggregate({ $sortByCount: '$unit' }, { $limit: 1 })).toEqual([
      { _id: expect.any(String), count: 10 },
    ]);
    expect(await db.aggregate({ $sample: { size: 3 } })).toHaveLength(3);
  });

  test('joins another collection by equality, with further stages on what it found', async () => {
    const join = { from: 'units', localField: 'unit', foreignField: '_id', as: 'u' };
    const stages = [{ $match: { _id: { $in: [0, 2] } } }, { $sort: { _id: 1 } }];
    expect(await db.aggregate(...stages, { $lookup: join }, { $project: { u: 1 } })).toEqual([
      { _id: 0, u: [{ _id: 'u0', name: 'U0' }] },
      { _id: 2, u: [] },
    ]);
    const pipeline = [{ $project: { _id: 0, name: 1 } }];
    const [first] = await db.aggregate(...stages, { $lookup: { ...join, pipeline } });
    expect(first?.['u']).toEqual([{ name: 'U0' }]);
    await expect(db.aggregate({ $lookup: { ...join, let: { x: '$n' } } })).rejects.toThrow('"let"');
  });

  test('gives 20 documents unless it limits them itself', async () => {
    expect(await db.aggregate({ $match: {} })).toHaveLength(20);
    expect(await db.aggregate({ $match: {} }, { $limit: 25 })).toHaveLength(25);
  });

  test('sorts through an index where its beginning allows it', async () => {
    const sorted = await db.aggregate(
      { $match: { unit: 'u1' } },
      { $sort: { n: -1 } },
      { $skip: 1 },
      { $limit: 2 },
    );
    expect(sorted.map(({ n }) => n)).toEqual([25, 22]);
  });

  test('matches and sorts within $facet as everywhere', async () => {
    const [facets] = await db.aggregate({
      $facet: {
        // Missing counts as null for $gte, which the library's own matching denies.
        missing: [{ $match: { nowhere: { $gte: null } } }, { $count: 'n' }],
        top: [{ $sort: { n: -1 } }, { $limit: 1 }, { $project: { n: 1 } }],
      },
    });
    expect(facets).toEqual({ missing: [{ n: 30 }], top: [{ _id: 29, n: 29 }] });
  });

  test('is refused, naming it, when a stage or operator is unknown or not offered', async () => {
    await expect(db.aggregate({ $out: 'x' })).rejects.toThrow('$out is not offered');
    await expect(db.aggregate({ $geoNear: {} })).rejects.toThrow('$geoNear is not offered');
    await expect(db.aggregate({ $frob: {} })).rejects.toThrow("'$frob'");
    await expect(db.aggregate({ $project: { a: { $frob: 1 } } })).rejects.toThrow('$frob');
    await expect(db.aggregate({ $facet: { a: [{ $out: 'x' }] } })).rejects.toThrow('$out');
    await expect(db.aggregate({ $match: { a: { $frob: 1 } } })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await expect(
      db.aggregate({ $project: { a: { $function: { body: '', args: [], lang: 'js' } } } }),
    ).rejects.toThrow();
  });
});

describe('expressions that the library gets wrong', () => {
  const at = new Date(NOW + 10 * 3600_000); // 2026-05-01T18:00Z: May 2nd in China

  test('$week counts from the first Sunday', async () => {
    expect(await evaluated({ $week: new Date('2026-01-01T00:00:00Z') })).toBe(0);
    expect(await evaluated({ $week: new Date('2026-01-04T00:00:00Z') })).toBe(1);
    expect(
      await evaluated({ $week: { date: new Date('2026-01-03T20:00:00Z'), timezone: '+08:00' } }),
    ).toBe(1);
  });

  test('$indexOfCP counts characters', async () => {
    expect(await evaluated({ $indexOfCP: ['😀安全帽', '帽'] })).toBe(3);
    expect(await evaluated({ $indexOfCP: ['abcabc', 'a', 1] })).toBe(3);
    expect(await evaluated({ $indexOfCP: ['abc', 'x'] })).toBe(-1);
  });

  test('$dateTrunc cuts in local time', async () => {
    const cut = (unit: string, timezone: string) =>
      evaluated({ $dateTrunc: { date: at, unit, timezone } });
    expect(await cut('day', '+08:00')).toEqual(new Date('2026-05-01T16:00:00Z'));
    expect(await cut('day', 'Asia/Shanghai')).toEqual(new Date('2026-05-01T16:00:00Z'));
    expect(await cut('month', 'Asia/Shanghai')).toEqual(new Date('2026-04-30T16:00:00Z'));
    expect(await evaluated({ $dateTrunc: { date: at, unit: 'day' } })).toEqual(
      new Date('2026-05-01T00:00:00Z'),
    );
  });

  test('$dateToString knows zones', async () => {
    expect(
      await evaluated({ $dateToString: { date: at, format: '%Y-%m-%d', timezone: '+08:00' } }),
    ).toBe('2026-05-02');
  });
});

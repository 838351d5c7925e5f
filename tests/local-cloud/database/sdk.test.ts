import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestCloud, type TestCloud } from '../support/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

let round = 0;
let name: string;
const db = () => cloud.app.database();
const things = () => db().collection(name);
beforeEach(async () => {
  round += 1;
  name = `sdk${round}`;
  await db().createCollection(name);
});

/** A document as the SDK reads it. */
const read = async (id: string): Promise<unknown> => (await things().doc(id).get()).data[0];

describe('through the unmodified SDK', () => {
  test('values come back as they went', async () => {
    const value = {
      text: '隐患😀',
      int: 1,
      long: 2 ** 40,
      double: 1.5,
      // Minus zero the SDK itself sends as 0.
      zero: 0,
      nan: Number.NaN,
      yes: true,
      none: null,
      date: new Date(1234567890123),
      list: [1, [2], { a: undefined, b: null }],
    };
    await things().add({ _id: 'v', ...value, left: undefined });
    expect(await read('v')).toEqual({ _id: 'v', ...value, list: [1, [2], { b: null }] });
  });

  test('server dates and patterns mean what they say', async () => {
    await things().add({ _id: 'a', at: db().serverDate({ offset: -60_000 }), t: 'Abc' });
    const document = Object(await read('a'));
    expect(document.at).toBeInstanceOf(Date);
    expect(Math.abs(Date.now() - 60_000 - document.at.getTime())).toBeLessThan(30_000);
    const total = async (pattern: unknown) => (await things().where({ t: pattern }).count()).total;
    expect(await total(/^ab/i)).toBe(1);
    expect(await total(db().RegExp({ regexp: '^ab', options: 'i' }))).toBe(1);
    expect(await total(db().RegExp({ regexp: '^b' }))).toBe(0);
  });

  test('every command of a query works', async () => {
    const _ = db().command;
    await things().add([
      { _id: 'a', n: 1, tags: ['x', 'y'], o: { p: 1, q: 2 } },
      { _id: 'b', n: 5, tags: ['y'], o: { p: 3 } },
      { _id: 'c', n: 9, tags: [], list: [{ k: 1, v: 2 }] },
    ]);
    const ids = async (query: object) =>
      (await things().where(query).orderBy('_id', 'asc').get()).data.map(
        (item: { _id: string }) => item._id,
      );
    expect(await ids({ n: _.gt(1).and(_.lt(9)) })).toEqual(['b']);
    expect(await ids({ n: _.in([1, 9]) })).toEqual(['a', 'c']);
    expect(await ids({ n: _.nin([1, 9]) })).toEqual(['b']);
    expect(await ids({ n: _.neq(5) })).toEqual(['a', 'c']);
    expect(await ids({ n: _.not(_.gte(5)) })).toEqual(['a']);
    expect(await ids({ o: { p: 1 } })).toEqual(['a']);
    expect(await ids({ tags: _.all(['x', 'y']) })).toEqual(['a']);
    expect(await ids({ tags: _.size(0) })).toEqual(['c']);
    expect(await ids({ tags: 'y' })).toEqual(['a', 'b']);
    expect(await ids({ o: _.exists(false) })).toEqual(['c']);
    expect(await ids({ list: _.elemMatch({ k: 1, v: _.gt(1) }) })).toEqual(['c']);
    expect(await ids(_.or([{ n: 1 }, { tags: _.size(0) }]))).toEqual(['a', 'c']);
    expect(await ids({ n: Reflect.apply(_.mod, _, [4, 1]) })).toEqual(['a', 'b', 'c']);
    expect(await ids(_.expr({ $gt: ['$n', 4] }))).toEqual(['b', 'c']);
  });

  test('every command of an update works', async () => {
    const _ = db().command;
    await things().add({ _id: 'a', n: 1, o: { p: 1, q: 2 }, l: [3], gone: 1, old: 'x', s: [1] });
    await things()
      .doc('a')
      .update({
        n: _.inc(2),
        o: { p: 5 },
        l: _.push([1, 2]),
        gone: _.remove(),
        old: _.rename('fresh'),
        s: _.addToSet(2),
        m: _.max(7),
      });
    expect(await read('a')).toEqual({
      _id: 'a',
      n: 3,
      o: { p: 5, q: 2 },
      l: [3, 1, 2],
      fresh: 'x',
      s: [1, 2],
      m: 7,
    });
    const update = (changes: object) => things().doc('a').update(changes);
    await update({ o: _.set({ r: 1 }), l: _.push({ each: [9], position: 0, sort: -1, slice: 3 }) });
    expect(await read('a')).toMatchObject({ o: { r: 1 }, l: [9, 3, 2] });
    await update({ l: _.unshift([8, 7]) });
    expect(await read('a')).toMatchObject({ l: [8, 7, 9, 3, 2] });
    await update({ l: _.pop() });
    await update({ l: _.shift() });
    expect(await read('a')).toMatchObject({ l: [7, 9, 3] });
    await update({ l: _.pull(9), n: _.mul(10) });
    await update({ s: _.pullAll([1, 2]), m: _.min(1) });
    expect(await read('a')).toMatchObject({ l: [7, 3], n: 30, s: [], m: 1 });
    await update({
      l: [
        { id: 1, k: 'a' },
        { id: 2, k: 'b' },
      ],
    });
    await update({ l: _.pull({ id: 1 }) });
    await things().where({ 'l.id': 2 }).update({ 'l.$.k': 'c' });
    expect(await read('a')).toMatchObject({ l: [{ id: 2, k: 'c' }] });
  });

  test('set replaces, where().update() counts, remove() removes', async () => {
    const made = await things().doc('a').set({ n: 1 });
    expect([made.updated, made.upsertedId]).toEqual([0, 'a']);
    expect((await things().doc('a').set({ m: 2 })).updated).toBe(1);
    expect(await read('a')).toEqual({ _id: 'a', m: 2 });
    await things().add([{ n: 1 }, { n: 1 }, { n: 2 }]);
    expect((await things().where({ n: 1 }).update({ seen: true })).updated).toBe(2);
    expect((await things().where({ n: 1 }).update({ seen: true })).updated).toBe(0);
    expect((await things().where({ n: 1 }).remove()).deleted).toBe(2);
    expect((await things().count()).total).toBe(2);
    const returned = await things().where({ n: 2 }).updateAndReturn({ n: 3 });
    expect([returned.updated, returned.doc.n]).toEqual([1, 3]);
  });

  test('orders, pages and projects', async () => {
    await things().add([1, 2, 3, 4, 5].map((n) => ({ _id: `${n}`, n, half: n % 2, x: { y: n } })));
    const found = await things()
      .where({ n: db().command.gt(1) })
      .orderBy('half', 'desc')
      .orderBy('n', 'desc')
      .skip(1)
      .limit(2)
      .field({ n: true, 'x.y': true, _id: false })
      .get();
    expect(found.data).toEqual([
      { n: 3, x: { y: 3 } },
      { n: 4, x: { y: 4 } },
    ]);
  });

  test('aggregates', async () => {
    const $ = db().command.aggregate;
    await things().add([1, 2, 3, 4].map((n) => ({ n, odd: n % 2 === 1, at: new Date(n) })));
    const { data } = await things()
      .aggregate()
      .match({ n: db().command.gt(1) })
      .group({ _id: '$odd', total: $.sum('$n'), last: $.max('$at') })
      .sort({ total: -1 })
      .end();
    expect(data).toEqual([
      { _id: false, total: 6, last: new Date(4) },
      { _id: true, total: 3, last: new Date(3) },
    ]);
  });

  test('refusals carry the platform codes', async () => {
    await things().add({ _id: 'a' });
    await expect(things().add({ _id: 'a' })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('E11000 duplicate key error'),
    });
    await expect(db().collection('nowhere').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
    await expect(db().createCollection(name)).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
  });

  test('runTransaction retries conflicts until every one has happened', async () => {
    await things().add({ _id: 'counter', n: 0 });
    const increment = () =>
      db().runTransaction(async (transaction: Pick<ReturnType<typeof db>, 'collection'>) => {
        const document = transaction.collection(name).doc('counter');
        const { data } = await document.get();
        await document.update({ n: data.n + 1 });
      }, 20);
    await Promise.all([increment(), increment(), increment()]);
    expect(await read('counter')).toEqual({ _id: 'counter', n: 3 });
  });

  test('a transaction that is rolled back changes nothing', async () => {
    await things().add({ _id: 'a', n: 0 });
    const transaction = await db().startTransaction();
    await transaction.collection(name).doc('a').set({ n: 5 });
    await transaction.collection(name).add({ _id: 'b' });
    expect((await transaction.collection(name).doc('b').get()).data).toEqual({ _id: 'b' });
    await transaction.rollback();
    expect(await read('a')).toEqual({ _id: 'a', n: 0 });
    expect((await things().count()).total).toBe(1);
  });
});

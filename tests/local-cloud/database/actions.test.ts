import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { NOW, TestDatabase } from './support/open';

let db: TestDatabase;
beforeEach(() => {
  db = new TestDatabase();
});
afterEach(() => db.close());

const count = (n: number) => Array.from({ length: n }, (_, i) => ({ _id: i, n: i % 3 }));

describe('collections', () => {
  test('are made once, and missing ones are named', async () => {
    await db.call('addCollection', { collectionName: 'new' });
    await expect(db.call('addCollection', { collectionName: 'new' })).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    });
    for (const action of ['getDocument', 'calculateDocument', 'modifyDocument', 'insertDocument']) {
      const body = { collectionName: 'nowhere', data: action === 'insertDocument' ? ['{}'] : '{}' };
      await expect(db.call(action, { merge: true, ...body })).rejects.toMatchObject({
        code: 'DATABASE_COLLECTION_NOT_EXIST',
        message: expect.stringContaining('[ResourceNotFound] Db or Table not exist: nowhere'),
      });
    }
    await expect(db.call('addCollection', { collectionName: 'a b' })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test('outlive the process that made them', async () => {
    await db.call('addCollection', { collectionName: 'new' });
    await db.add({ _id: 'a', at: new Date(5) });
    db.reopen();
    expect(await db.call('calculateDocument', { collectionName: 'new' })).toEqual({
      data: { total: 0 },
    });
    expect(await db.find()).toEqual([{ _id: 'a', at: new Date(5) }]);
  });
});

describe('inserting', () => {
  test('gives an id to documents that have none, and puts it first', async () => {
    const ids = await db.add({ a: 1 }, { a: 2, _id: 'mine' });
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'mine']);
    expect(Object.keys((await db.find({ a: 2 }))[0] ?? {})).toEqual(['_id', 'a']);
  });

  test('several in order keeps those before the one that fails', async () => {
    await db.add({ _id: 'b' });
    await expect(db.add({ _id: 'a' }, { _id: 'b' }, { _id: 'c' })).rejects.toThrow('E11000');
    expect(await db.ids()).toEqual(['b', 'a']);
  });

  test('refuses fields with a dollar, lists as ids, and documents above 5 MB', async () => {
    await expect(db.add({ $a: 1 })).rejects.toThrow("'$a' is not valid for storage");
    await expect(db.add({ _id: [1] })).rejects.toThrow('_id');
    await expect(db.add({ a: 'x'.repeat(6_000_000) })).rejects.toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    });
    await db.add({ _id: 'grows', a: 'x'.repeat(3_000_000) });
    await expect(db.update({}, { $set: { b: 'x'.repeat(3_000_000) } })).rejects.toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    });
  });

  test('stamps server dates by the platform clock', async () => {
    const sent = '{"_id":1,"at":{"$tcb_server_date":{"offset":{"$numberInt":"-1000"}}}}';
    await db.call('insertDocument', { data: [sent] });
    expect(await db.find()).toEqual([{ _id: 1, at: new Date(NOW - 1000) }]);
  });
});

describe('reading', () => {
  test('gives 100 documents unless told, and never more than 1000', async () => {
    await db.add(...count(1100));
    expect(await db.find()).toHaveLength(100);
    expect(await db.find({}, { limit: 5000 })).toHaveLength(1000);
    expect(await db.ids({}, { offset: 1095 })).toEqual([1095, 1096, 1097, 1098, 1099]);
    expect(await db.count()).toBe(1100);
    expect(await db.count({ n: 1 })).toBe(367);
  });

  test('sorts by several fields, in either form of the order', async () => {
    await db.add(...count(6));
    const wanted = [5, 2, 4, 1, 3, 0];
    expect(
      await db.ids({}, { order: '{"n":{"$numberInt":"-1"},"_id":{"$numberInt":"-1"}}' }),
    ).toEqual(wanted);
    const older = [
      { field: 'n', direction: 'desc' },
      { field: '_id', direction: 'desc' },
    ];
    expect(await db.ids({}, { order: older })).toEqual(wanted);
    expect(await db.ids({}, { order: older, offset: 1, limit: 2 })).toEqual([2, 4]);
  });

  test('sorts unlike values by kind, lists by their least or greatest element', async () => {
    await db.add(
      { _id: 'date', v: new Date(0) },
      { _id: 'text', v: 'a' },
      { _id: 'list', v: [7, -1] },
      { _id: 'none' },
      { _id: 'empty', v: [] },
      { _id: 'number', v: 3 },
    );
    expect(await db.ids({}, { order: { v: 1 } })).toEqual([
      'empty',
      'none',
      'list',
      'number',
      'text',
      'date',
    ]);
    expect(await db.ids({}, { order: { v: -1 } })).toEqual([
      'date',
      'text',
      'list',
      'number',
      'none',
      'empty',
    ]);
  });

  test('gives the wanted fields', async () => {
    await db.add({ _id: 1, a: { b: 1, c: 2 }, l: [{ x: 1, y: 1 }, { x: 2 }], n: [1, 2, 3] });
    const as = async (projection: Record<string, never>) => (await db.find({}, { projection }))[0];
    const projected = (text: string) => as(JSON.parse(text));
    expect(await projected('{"a.b":1}')).toEqual({ _id: 1, a: { b: 1 } });
    expect(await projected('{"l.x":1,"_id":0}')).toEqual({ l: [{ x: 1 }, { x: 2 }] });
    expect(await projected('{"a":0,"l.y":0,"n":0}')).toEqual({ _id: 1, l: [{ x: 1 }, { x: 2 }] });
    expect(await projected('{"_id":1}')).toEqual({ _id: 1 });
    expect(await projected('{"n":{"$slice":-2},"a":0,"l":0}')).toEqual({ _id: 1, n: [2, 3] });
    expect(await projected('{"l":{"$elemMatch":{"x":2}}}')).toEqual({ _id: 1, l: [{ x: 2 }] });
    await expect(projected('{"a":1,"n":0}')).rejects.toThrow('mix of inclusion and exclusion');
  });
});

describe('changing', () => {
  test('says how many documents have really changed', async () => {
    await db.add(...count(6));
    const many = { multi: true };
    expect(await db.update({ n: 1 }, { $set: { x: 1 } }, many)).toMatchObject({ updated: 2 });
    expect(await db.update({ n: 1 }, { $set: { x: 1 } }, many)).toMatchObject({ updated: 0 });
    expect(await db.update({ n: 1 }, { $set: { x: 2 } })).toMatchObject({ updated: 1 });
    expect(await db.update({ n: 9 }, { $set: { x: 2 } }, many)).toMatchObject({ updated: 0 });
    expect(await db.count({ x: 2 })).toBe(1);
  });

  test('that fails in the middle keeps what was changed before', async () => {
    await db.add({ _id: 1, n: 1 }, { _id: 2, n: 'x' }, { _id: 3, n: 1 });
    await expect(db.update({}, { $inc: { n: 1 } }, { multi: true })).rejects.toThrow('non-numeric');
    expect((await db.find()).map(({ n }) => n)).toEqual([2, 'x', 1]);
  });

  test('does not meet a document again that it has moved within its index', async () => {
    db.database.define({ things: { indexes: [{ name: 'n', keys: [['n', 1]] }] } });
    await db.add(...Array.from({ length: 60 }, (_, i) => ({ _id: i, n: i })));
    await db.update({ n: { $gte: 0 } }, { $inc: { n: 30 } }, { multi: true });
    expect((await db.find()).map(({ _id, n }) => Number(n) - Number(_id))).toEqual(
      Array.from({ length: 60 }, () => 30),
    );
  });

  test('replaces a whole document, or makes it when it is missing', async () => {
    const whole = { merge: false, upsert: true };
    expect(await db.update({ _id: 'a' }, { x: 1, y: 2 }, whole)).toEqual({
      updated: 0,
      upsert_id: 'a',
    });
    expect(await db.update({ _id: 'a' }, { x: 2 }, whole)).toMatchObject({ updated: 1 });
    expect(await db.update({ _id: 'a' }, { x: 2 }, whole)).toMatchObject({ updated: 0 });
    expect(await db.find()).toEqual([{ _id: 'a', x: 2 }]);
    await expect(db.update({ _id: 'a' }, { $set: { x: 1 } }, whole)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'update operator complicit',
    });
  });

  test('makes a missing document from what the query demands', async () => {
    const changes = { $inc: { n: 1 }, $setOnInsert: { first: true } };
    const made = await db.update({ key: 'k', 'a.b': 2 }, changes, { upsert: true });
    expect(made).toMatchObject({ updated: 0, upsert_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    await db.update({ key: 'k' }, changes, { upsert: true });
    expect(await db.find()).toMatchObject([{ key: 'k', a: { b: 2 }, n: 2, first: true }]);
  });

  test('and reading in one step gives the document as it became', async () => {
    await db.add({ _id: 'c', n: 1 });
    const body = { query: '{"_id":"c"}', data: '{"$inc":{"n":1}}' };
    expect(await db.call('modifyAndReturnDoc', body)).toEqual({
      data: { updated: 1, doc: '{"_id":"c","n":2}' },
    });
    const none = { ...body, query: '{"_id":"x"}' };
    expect(await db.call('modifyAndReturnDoc', none)).toEqual({ data: { updated: 0, doc: null } });
  });

  test('removes one document or all that match', async () => {
    await db.add(...count(6));
    expect(await db.remove({ n: 1 }, false)).toBe(1);
    expect(await db.remove({ n: { $in: [0, 1] } })).toBe(3);
    expect(await db.ids()).toEqual([2, 5]);
  });
});

test('an action that is not known is named in the answer', async () => {
  await expect(db.call('watchDocument')).rejects.toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('database.watchDocument'),
  });
});

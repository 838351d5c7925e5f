import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Document } from '../../../packages/local-cloud/src/database/values';
import { TestDatabase } from './support/open';

let db: TestDatabase;
beforeEach(async () => {
  db = new TestDatabase({
    indexes: [
      { name: 'n', keys: [['n', 1]] },
      { name: 'code', keys: [['code', 1]], unique: true, sparse: true },
    ],
  });
  await db.add({ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 3 });
});
afterEach(() => db.close());

const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: expect.stringContaining('TransactionConflict'),
};
const GONE = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message: expect.stringContaining('TransactionNotExist'),
};

const set = (id: string, n: number, transactionId?: string): Promise<unknown> =>
  db.update({ _id: id }, { $set: { n } }, { transactionId });
const nOf = async (id: string, transactionId?: string): Promise<unknown> =>
  (await db.find({ _id: id }, { transactionId }))[0]?.['n'];

/** Whether a promise is still undecided after everything that can happen by itself has happened. */
const isPending = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol('pending');
  let turns = Promise.resolve();
  for (let i = 0; i < 20; i += 1)
    turns = turns.then(() => new Promise((next) => setImmediate(next)));
  return (await Promise.race([promise, turns.then(() => pending)])) === pending;
};

describe('a transaction', () => {
  test('reads what was there at its first read, whatever others write meanwhile', async () => {
    const t = await db.start();
    await set('a', 10);
    expect(await nOf('a', t)).toBe(10);
    await set('a', 20);
    await db.add({ _id: 'd', n: 4 });
    await db.remove({ _id: 'c' });
    expect(await nOf('a', t)).toBe(10);
    expect(await db.ids({ n: { $gt: 2 } }, { transactionId: t, order: { n: 1 } })).toEqual([
      'c',
      'a',
    ]);
    await db.commit(t);
    expect(await db.ids({ n: { $gt: 2 } }, { order: { n: 1 } })).toEqual(['d', 'a']);
  });

  test('sees its own writes, and nobody else does before the commit', async () => {
    const t = await db.start();
    await set('a', 9, t);
    await db.addIn(t, { _id: 'd', n: 5 });
    await db.remove({ _id: 'b' }, false, t);
    const asked = { transactionId: t, order: { n: -1 } };
    expect(await db.ids({ n: { $gte: 2 } }, asked)).toEqual(['a', 'd', 'c']);
    expect(await db.ids({}, { order: { n: 1 } })).toEqual(['a', 'b', 'c']);
    await db.commit(t);
    expect(await db.find({}, { order: { n: 1 } })).toEqual([
      { _id: 'c', n: 3 },
      { _id: 'd', n: 5 },
      { _id: 'a', n: 9 },
    ]);
  });

  test('that is aborted leaves no trace', async () => {
    const t = await db.start();
    await set('a', 9, t);
    await db.database.handle('database.abortTransaction', { transactionId: t });
    expect(await nOf('a')).toBe(1);
    await expect(db.commit(t)).rejects.toMatchObject(GONE);
    await set('a', 2);
  });

  test('fails at once when another one was first to write a document', async () => {
    const [first, second] = [await db.start(), await db.start()];
    await nOf('a', first);
    await nOf('a', second);
    await set('a', 5, first);
    await expect(set('a', 6, second)).rejects.toMatchObject(CONFLICT);
    await expect(db.commit(second)).rejects.toMatchObject(GONE);
    await db.commit(first);
    expect(await nOf('a')).toBe(5);
  });

  test('fails when what it has read was changed before it writes it', async () => {
    const t = await db.start();
    await nOf('b', t);
    await set('a', 7);
    await expect(set('a', 8, t)).rejects.toMatchObject(CONFLICT);
    expect(await nOf('a')).toBe(7);
  });

  test('fails when both insert the same id', async () => {
    const [first, second] = [await db.start(), await db.start()];
    await db.addIn(first, { _id: 'new', n: 1 });
    await expect(db.addIn(second, { _id: 'new', n: 2 })).rejects.toMatchObject(CONFLICT);
    await db.commit(first);
    const third = await db.start();
    await expect(db.addIn(third, { _id: 'new' })).rejects.toThrow('E11000');
  });

  test('makes writers outside wait until it ends', async () => {
    const t = await db.start();
    await db.update({ _id: 'a' }, { $inc: { n: 10 } }, { transactionId: t });
    const outside = db.update({ _id: 'a' }, { $inc: { n: 1 } });
    const elsewhere = set('b', 5);
    expect(await isPending(elsewhere)).toBe(false);
    expect(await isPending(outside)).toBe(true);
    await db.commit(t);
    await outside;
    expect(await nOf('a')).toBe(12);
  });

  test('checks unique indexes, against its own writes too', async () => {
    await db.add({ _id: 'x', code: 'X' });
    const t = await db.start();
    await db.addIn(t, { _id: 'y', code: 'Y' });
    await db.update({ _id: 'x' }, { $set: { code: 'Z' } }, { transactionId: t });
    await db.addIn(t, { _id: 'x2', code: 'X' });
    await db.commit(t);
    expect(await db.ids({ code: { $exists: true } }, { order: { code: 1 } })).toEqual([
      'x2',
      'y',
      'x',
    ]);
    const other = await db.start();
    await expect(db.addIn(other, { code: 'Y' })).rejects.toThrow('E11000');
    await expect(db.commit(other)).rejects.toMatchObject(GONE);
  });

  test('conflicts at the commit when a unique value was taken meanwhile', async () => {
    const t = await db.start();
    await db.addIn(t, { _id: 'y', code: 'Y' });
    await db.add({ _id: 'other', code: 'Y' });
    await expect(db.commit(t)).rejects.toMatchObject(CONFLICT);
    expect(await db.ids({ code: 'Y' })).toEqual(['other']);
  });

  test('is written as a whole or not at all', async () => {
    const t = await db.start();
    await set('a', 50, t);
    await set('b', 50, t);
    await db.addIn(t, { _id: 'z', code: 'taken' });
    await db.add({ code: 'taken' });
    await expect(db.commit(t)).rejects.toMatchObject(CONFLICT);
    expect([await nOf('a'), await nOf('b')]).toEqual([1, 2]);
  });

  test('cannot be used when it never was', async () => {
    await expect(db.find({}, { transactionId: 'none' })).rejects.toMatchObject(GONE);
    await expect(db.commit('none')).rejects.toMatchObject(GONE);
  });

  test('keeps concurrent transfers from creating or losing anything', async () => {
    const transfer = async (from: string, to: string): Promise<void> => {
      for (;;) {
        const t = await db.start();
        try {
          const [x, y] = [await nOf(from, t), await nOf(to, t)];
          await set(from, Number(x) - 1, t);
          await set(to, Number(y) + 1, t);
          await db.commit(t);
          return;
        } catch (error) {
          if (Object(error).code !== CONFLICT.code) throw error;
          await new Promise((next) => setImmediate(next));
        }
      }
    };
    const pairs = ['ab', 'bc', 'ca', 'ba', 'cb', 'ac', 'ab', 'ab'];
    await Promise.all(pairs.map(([from = '', to = '']) => transfer(from, to)));
    const all = (await db.find({}, { order: { _id: 1 } })).map((item: Document) => item['n']);
    expect(all).toEqual([-1, 4, 3]);
  });
});

describe('a transaction that takes too long', () => {
  test('is ended, and lets the others go on', async () => {
    const short = new TestDatabase({}, 50);
    try {
      await short.add({ _id: 'a', n: 1 });
      const t = await short.start();
      await short.update({ _id: 'a' }, { $set: { n: 2 } }, { transactionId: t });
      await short.update({ _id: 'a' }, { $inc: { n: 10 } });
      expect(await short.find()).toEqual([{ _id: 'a', n: 11 }]);
      await expect(short.commit(t)).rejects.toMatchObject(GONE);
    } finally {
      short.close();
    }
  });
});

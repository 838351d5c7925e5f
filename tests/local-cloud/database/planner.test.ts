import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortFields, sortKey } from '../../../packages/local-cloud/src/database/sorting';
import type { IndexDefinition } from '../../../packages/local-cloud/src/database/types';
import { type Document, isDocument } from '../../../packages/local-cloud/src/database/values';
import { parseEjson, stringifyEjson } from '../../../packages/local-cloud/src/ejson';
import { TestDatabase } from './support/open';
import { documents, queries } from './support/values';

const direction = fc.constantFrom<(1 | -1)[]>(1, -1);
const indexKeys = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'a.p', 'a.q', 'b', 'c'), direction),
  { minLength: 1, maxLength: 3, selector: ([path]) => path },
);
const indexes: fc.Arbitrary<IndexDefinition[]> = fc
  .array(fc.record({ keys: indexKeys, sparse: fc.boolean() }), { minLength: 1, maxLength: 3 })
  .map((list) => list.map((index, i) => ({ ...index, name: `index${i}` })));
const orders: fc.Arbitrary<Document> = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.p', '_id'), direction), {
    maxLength: 2,
    selector: ([path]) => path,
  })
  .map((fields) => Object.fromEntries(fields));

describe('a query answered through indexes', () => {
  let db: TestDatabase;
  beforeAll(() => {
    db = new TestDatabase();
  });
  afterAll(() => db.close());

  const ask = async (collectionName: string, query: Document, order: Document, limit: number) => {
    const { data } = await db.database.handle('database.getDocument', {
      collectionName,
      query: stringifyEjson(query),
      order: stringifyEjson(order),
      limit,
    });
    const list: unknown[] = Object(data).list;
    return list.map((item) => {
      const document = parseEjson(String(item), 0);
      if (!isDocument(document)) throw new Error('no document');
      return document;
    });
  };

  test('finds what a scan of the collection finds, in the order asked for', async () => {
    let round = 0;
    let used = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(documents, { minLength: 1, maxLength: 25 }),
        indexes,
        fc.array(fc.tuple(queries, orders), { minLength: 8, maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        async (all, definitions, questions, limit) => {
          round += 1;
          const [indexed, scanned] = [`indexed${round}`, `scanned${round}`];
          db.database.define({ [indexed]: { indexes: definitions }, [scanned]: {} });
          for (const [i, document] of all.entries()) {
            const data = [stringifyEjson({ _id: i, ...document })];
            // What holds two lists in one index is refused there, and so left out here.
            const accepted = await db.database
              .handle('database.insertDocument', { collectionName: indexed, data })
              .then(
                () => true,
                () => false,
              );
            if (!accepted) continue;
            await db.database.handle('database.insertDocument', { collectionName: scanned, data });
          }
          for (const [query, order] of questions) {
            const { index } = db.database.explain({ collection: indexed, query, order });
            if (index !== null && index !== '_id_') used += 1;
            const found = await ask(indexed, query, order, 100);
            const expected = await ask(scanned, query, order, 100);
            const ids = (list: Document[]) =>
              list.map(({ _id }) => Number(_id)).sort((a, b) => a - b);
            expect(ids(found)).toEqual(ids(expected));
            const fields = sortFields(order);
            const keys = (list: Document[]) =>
              list.map((document) => sortKey(document, fields).toString('hex'));
            expect(keys(found)).toEqual(keys(expected));
            const first = await ask(indexed, query, order, limit);
            if (fields.length > 0) expect(keys(first)).toEqual(keys(expected).slice(0, limit));
            expect(first.length).toBe(Math.min(limit, expected.length));
          }
        },
      ),
      { numRuns: 40 },
    );
    // The comparison would say nothing if no index were ever chosen.
    expect(used).toBeGreaterThan(40);
  }, 120_000);
});

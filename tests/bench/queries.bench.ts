import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@anshao/local-cloud';
import cloudbase from '@cloudbase/node-sdk';
import { asInFunctions } from './as-in-functions';
import { type Bench, median, type Row, ratioRow, timed } from './bench';

const SMALL = 1_000;
const LARGE = 100_000;

const collections = {
  small: {
    rules: 'ADMINONLY',
    indexes: [
      {
        name: 'queue',
        keys: [
          ['unit', 1],
          ['at', 1],
        ],
      },
    ],
  },
  large: {
    rules: 'ADMINONLY',
    indexes: [
      {
        name: 'queue',
        keys: [
          ['unit', 1],
          ['at', 1],
        ],
      },
    ],
  },
};

/** One unit's queue of 20 among many: the same answer however large the collection. */
const aDocument = (i: number) => ({
  _id: `d${i}`,
  unit: `u${Math.floor(i / 20)}`,
  at: i,
  words: 'x'.repeat(200),
});

interface Explanation {
  readonly documents: number;
  readonly keys: number;
}

const isExplanation = (value: unknown): value is Explanation =>
  typeof value === 'object' && value !== null && 'documents' in value && 'keys' in value;

/** What the indexed query examines in a collection. */
const explained = async (url: string, collection: string): Promise<Explanation> => {
  const query = { collection, query: { unit: 'u7' }, order: [{ field: 'at', direction: 'asc' }] };
  const body = JSON.stringify({ ...query, limit: 20 });
  const answer: unknown = await (
    await fetch(`${url}/local/explain`, { method: 'POST', body })
  ).json();
  if (!isExplanation(answer)) throw new Error(`explain answers ${JSON.stringify(answer)}`);
  return answer;
};

const examinedRow = (what: keyof Explanation, large: Explanation, small: Explanation): Row =>
  ratioRow(
    `${what} examined by that query`,
    { name: `${large[what]} of 100,000`, value: large[what] },
    { name: `${small[what]} of 1,000`, value: small[what] },
    { max: 1 },
  );

export const bench: Bench = {
  name: 'Queries of the local cloud',
  async run() {
    const asBefore = asInFunctions();
    const data = mkdtempSync(join(tmpdir(), 'anshao-bench-'));
    const functions = join(data, 'functions');
    await mkdir(functions);
    await writeFile(join(functions, 'environment.json'), JSON.stringify({ collections }));
    const cloud = await startLocalCloud({ port: 0, data, functions });
    try {
      const db = cloudbase
        .init({ env: 'bench', secretId: 'i', secretKey: 'k', serviceUrl: `${cloud.url}/admin` })
        .database();
      const fill = async (name: string, count: number) => {
        for (let from = 0; from < count; from += 500) {
          const batch = Array.from({ length: Math.min(500, count - from) }, (_, i) =>
            aDocument(from + i),
          );
          await db.collection(name).add(batch);
        }
      };
      await fill('small', SMALL);
      await fill('large', LARGE);
      const query = (name: string, count: number) => async () => {
        const unit = `u${Math.floor(Math.random() * (count / 20))}`;
        await db.collection(name).where({ unit }).orderBy('at', 'asc').limit(20).get();
      };
      const times = { small: [] as number[], large: [] as number[] };
      for (let round = 0; round < 300; round++) {
        times.small.push(await timed(query('small', SMALL)));
        times.large.push(await timed(query('large', LARGE)));
      }
      const large = await explained(cloud.url, 'large');
      const small = await explained(cloud.url, 'small');
      return [
        ratioRow(
          'indexed query of 20',
          { name: '100,000 documents', value: median(times.large) },
          { name: '1,000 documents', value: median(times.small) },
          { max: 1.5 },
        ),
        examinedRow('documents', large, small),
        examinedRow('keys', large, small),
      ];
    } finally {
      asBefore();
      await cloud.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@anshao/local-cloud';
import cloudbase from '@cloudbase/node-sdk';
import { type Bench, median, ratioRow, timed } from './bench';

const SMALL = 1_000;
const LARGE = 100_000;
const WRITES = 320;

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
  writes: { rules: 'ADMINONLY', indexes: [] },
};

/** One unit's queue of 20 among many: the same answer however large the collection. */
const aDocument = (i: number) => ({
  _id: `d${i}`,
  unit: `u${Math.floor(i / 20)}`,
  at: i,
  words: 'x'.repeat(200),
});

export const bench: Bench = {
  name: 'Local database through the SDK',
  async run() {
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
      let next = 0;
      const write = () =>
        db.collection('writes').add({ _id: `w${next++}`, words: 'x'.repeat(200) });
      const one = async () => {
        for (let i = 0; i < WRITES; i++) await write();
      };
      const sixteen = () =>
        Promise.all(
          Array.from({ length: 16 }, async () => {
            for (let i = 0; i < WRITES / 16; i++) await write();
          }),
        );
      await one();
      const single = median([await timed(one), await timed(one), await timed(one)]);
      const many = median([await timed(sixteen), await timed(sixteen), await timed(sixteen)]);
      return [
        ratioRow(
          'indexed query of 20',
          { name: '100,000 documents', value: median(times.large) },
          { name: '1,000 documents', value: median(times.small) },
          { max: 1.5 },
        ),
        ratioRow(
          'acknowledged writes per second',
          { name: '16 at once', value: WRITES / many },
          { name: 'one at a time', value: WRITES / single },
          { min: 4 },
        ),
      ];
    } finally {
      await cloud.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

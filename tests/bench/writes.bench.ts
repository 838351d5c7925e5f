import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@anshao/local-cloud';
import { asInFunctions } from './as-in-functions';
import { type Bench, median, ratioRow, reportedRow, seenRow } from './bench';
import { type Speed, writing } from './writers';

const ROUNDS = 5;
const PAGES = 200;
const ONE = { processes: 1, atOnce: 1, count: 800 };
const SIXTEEN = { processes: 2, atOnce: 8, count: 1500 };
const SIXTEEN_RAW = { processes: 1, atOnce: 16, count: 3000 };

const collections = { writes: { rules: 'ADMINONLY', indexes: [] } };

/** What the disk takes to make an overwritten page sure: no lone write could be faster. */
const flushMs = (folder: string): number => {
  const file = openSync(join(folder, 'flush'), 'w');
  const page = Buffer.alloc(4096, 1);
  writeSync(file, Buffer.alloc(PAGES * page.length));
  fdatasyncSync(file);
  const times = Array.from({ length: PAGES }, (_, i) => {
    writeSync(file, page, 0, page.length, i * page.length);
    const from = performance.now();
    fdatasyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  return median(times);
};

const ms = (value: number): string => `${value.toFixed(2)} ms`;

export const bench: Bench = {
  name: 'Writes of the local cloud',
  async run() {
    const asBefore = asInFunctions();
    const data = mkdtempSync(join(tmpdir(), 'anshao-bench-'));
    const functions = join(data, 'functions');
    await mkdir(functions);
    await writeFile(join(functions, 'environment.json'), JSON.stringify({ collections }));
    const cloud = await startLocalCloud({ port: 0, data, functions, timers: false });
    try {
      const one: Speed[] = [];
      const sixteen: Speed[] = [];
      const raw: Array<readonly [number, number]> = [];
      // The first round only warms the cloud.
      for (let round = 0; round <= ROUNDS; round++) {
        const both = [await writing(cloud.url, ONE), await writing(cloud.url, SIXTEEN)] as const;
        const { rate: rawOne } = await writing(cloud.url, ONE, 'raw-writer.ts');
        const { rate: rawMany } = await writing(cloud.url, SIXTEEN_RAW, 'raw-writer.ts');
        if (round === 0) continue;
        raw.push([rawOne, rawMany]);
        one.push(both[0]);
        sixteen.push(both[1]);
      }
      const alone = median(one.map(({ rate }) => rate));
      const together = median(sixteen.map(({ rate }) => rate));
      const sdk = median(sixteen.map(({ sdkCpu }) => sdkCpu));
      const own = median(sixteen.map(({ cloudCpu }) => cloudCpu));
      const cores = availableParallelism();
      const rawAlone = median(raw.map(([rate]) => rate));
      const rawTogether = median(raw.map(([, rate]) => rate));
      return [
        ratioRow(
          'acknowledged writes a second at the endpoint, the SDK’s request without the SDK',
          { name: `16 writers: ${Math.round(rawTogether)}`, value: rawTogether },
          { name: `one writer: ${Math.round(rawAlone)}`, value: rawAlone },
          { min: 4 },
        ),
        seenRow(
          'acknowledged writes a second through the SDK',
          { name: `16 writers: ${Math.round(together)}`, value: together },
          { name: `one writer: ${Math.round(alone)}`, value: alone },
        ),
        reportedRow('processor time of a write in the SDK', ms(sdk)),
        reportedRow('processor time of a write in the cloud', ms(own)),
        reportedRow('a flush to this disk', ms(flushMs(data))),
        seenRow(
          'what the cores allow at most, flushes taking no time',
          { name: `${cores} cores`, value: (cores * 1000) / (sdk + own) },
          { name: 'one writer', value: alone },
        ),
      ];
    } finally {
      asBefore();
      await cloud.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

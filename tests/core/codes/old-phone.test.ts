import path from 'node:path';
import vm from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';

/**
 * What engines of 2019 do not have (the oldest iOS that WeChat still runs on) and what a
 * mini-program's engine never has.
 */
const FORGET = `
  for (const name of ['at', 'findLast', 'toSorted', 'toReversed']) {
    delete Array.prototype[name];
    delete Uint8Array.prototype[name];
  }
  for (const name of ['at', 'replaceAll', 'matchAll']) delete String.prototype[name];
  for (const name of ['BigInt', 'Intl', 'TextEncoder', 'TextDecoder', 'structuredClone', 'Buffer',
    'process', 'console', 'URL', 'setTimeout', 'WeakRef']) delete globalThis[name];
  delete Object.hasOwn;
  delete Object.groupBy;
  delete Promise.allSettled;
  delete Uint8Array.prototype.toHex;
  delete Uint8Array.fromHex;
`;

/** Core bundled as for the phone, loaded into an engine that has forgotten all that. */
const onAnOldPhone = async (rooms: readonly string[], run: string): Promise<unknown> => {
  const src = path.join(__dirname, '..', '..', '..', 'packages', 'core', 'src');
  const { outputFiles } = await build({
    stdin: {
      contents: rooms.map((room) => `export * from './${room}';`).join('\n'),
      resolveDir: src,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    target: 'es2018',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'core',
  });
  const code = outputFiles.map(({ text }) => text).join('\n');
  const result: unknown = vm.runInNewContext(`${FORGET}\n${code}\nJSON.stringify(${run})`);
  return typeof result === 'string' ? JSON.parse(result) : result;
};

const ROOMS = ['index'];

describe('on a phone from before 2020', () => {
  test('hashing works, Chinese text included', async () => {
    expect(await onAnOldPhone(ROOMS, `core.sha256Hex('隐患')`)).toBe(
      'a44b4142b699fc69c030da367e4fc4740c1b3ac09405c377d9acf2a66e34f1c1',
    );
  });

  test('dates, codes, chains, messages and tiles work', async () => {
    const run = `[
      core.dueAfter(Date.UTC(2026, 8, 30, 2), 2, core.builtInCalendar).date,
      core.normalizeCode('7qhk-2m'),
      core.linkEvent(undefined, { kind: 'k', role: 'r', day: '2026-05-25', content: {} }, 's').head.n,
      core.chooseThree({ equipment: 'press', month: 7 }).length,
      core.fitKeyword('time', '2026-06-12 16:00'),
      core.categoriesFor('delivery').length,
      core.industryWord('food'),
    ]`;
    expect(await onAnOldPhone(ROOMS, run)).toEqual([
      ...['2026-10-09', '7QHK2M', 1, 3, '2026年6月12日 16:00', 12, '食品加工'],
    ]);
  });

  test('clauses are found', async () => {
    const run = `core.searchCriteria('积尘', { date: '2026-11-24', limit: 1 })[0].article`;
    expect(await onAnOldPhone(['hazard/criteria'], run)).toBe('第十一条（十）');
  });
});

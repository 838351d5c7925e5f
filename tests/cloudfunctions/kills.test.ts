import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '@anshao/core';
import { type ChainItem, verifyChain } from '@anshao/core/audit';
import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import { aReportInput, type Receipt, type TestCity, type TestServer } from '../builders/server';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

/** More calls than any of these methods makes. */
const MOST_CALLS = 11;

const HOWS = ['killBefore', 'killAfter', 'reset', 'drop'] as const;

const fault = (n: number, how: string) =>
  server.local('faults', [{ on: { function: 'hazard', n }, do: how }]);

/** An hour later the timer has done what was left undone, however often it had to be tried. */
const drained = async (): Promise<void> => {
  await server.local('faults', []);
  await server.local('clock', { shiftMs: 3_600_000 });
  await server.sweep();
  await server.local('clock', { shiftMs: 0 });
};

const inboxOf = (caseId: string, notice: string) => server.documents('inbox', { caseId, notice });

describe.each(HOWS)('a report whose function meets %s', (how) => {
  test('at any database call is not there, or there once and complete; the retry finds it', async () => {
    let struck = 0;
    for (let n = 1; n <= MOST_CALLS; n++) {
      const requestId = randomUUID();
      const words = `第 ${n} 次 ${how}`;
      const input = aReportInput(city.place, { words });
      await fault(n, how);
      const first = await city.worker.call('hazard.report', input, { requestId });
      if (!first.ok) struck += 1;
      await drained();

      const between = await server.documents('cases', { words });
      for (const kase of between) {
        expect(kase).toMatchObject({ version: 1, state: 'toVerify', pending: [] });
        expect((await inboxOf(String(kase['_id']), 'toVerify')).length).toBe(2);
      }
      const receipt = await city.worker.done<Receipt>('hazard.report', input, { requestId });
      const [kase, ...others] = await server.documents('cases', { words });
      expect(others).toEqual([]);
      expect(receipt).toMatchObject({ id: kase?.['_id'], number: kase?.['number'] });
      await drained();
      expect((await inboxOf(receipt.id, 'toVerify')).length).toBe(2);
    }
    // The faults really struck: reading, writing and draining, each of them.
    expect(struck).toBeGreaterThanOrEqual(4);
  }, 120_000);
});

describe.each(HOWS)('a verification whose function meets %s', (how) => {
  test('at any database call leaves the case untouched, or decided once and told once', async () => {
    let struck = 0;
    for (let n = 1; n <= MOST_CALLS; n++) {
      const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
      const requestId = randomUUID();
      const input = { id, level: 'ordinary', criteria: [], wording: '压力机防护罩没装' };
      const confirm = (): Promise<WireAnswer<never>> =>
        city.officer.call('hazard.confirm', input, { requestId, seen: 1 });
      await fault(n, how);
      if (!(await confirm()).ok) struck += 1;
      await drained();

      const [between] = await server.documents('cases', { _id: id });
      const decided = between?.['version'] === 2;
      expect(between).toMatchObject(
        decided
          ? { state: 'confirmed', log: { length: 2 }, pending: [] }
          : { state: 'toVerify', version: 1, log: { length: 1 } },
      );
      expect((await inboxOf(id, 'confirmed')).length).toBe(decided ? 1 : 0);

      expect(await confirm()).toMatchObject({ ok: true, output: { version: 2 } });
      await drained();
      const [after] = await server.documents('cases', { _id: id });
      expect(after).toMatchObject({ version: 2, log: { length: 2 }, pending: [] });
      expect((await inboxOf(id, 'confirmed')).length).toBe(1);
      const proof = await city.officer.done<Proof>('hazard.proof', { id });
      expect(verifyChain(proof.items, proof.head)).toEqual({ ok: true, steps: 2 });
    }
    expect(struck).toBeGreaterThanOrEqual(3);
  }, 120_000);
});

interface Proof {
  readonly head: { readonly n: number; readonly hash: string };
  readonly items: readonly ChainItem[];
}

describe('a row that tells who, left behind by a death before the case was written', () => {
  test('goes after a day; those of real cases stay', async () => {
    const known = (await server.documents('identities')).length;
    // The counter, the row that tells who, and then no case.
    const on = { function: 'hazard', action: 'database.insertDocument', n: 3 };
    await server.local('faults', [{ on, do: 'killBefore' }]);
    const lost = await city.stranger.call('hazard.report', aReportInput(city.place));
    expect(lost.ok).toBe(false);
    await server.local('faults', []);
    expect((await server.documents('identities')).length).toBe(known + 1);
    await server.local('clock', { shiftMs: 49 * 3_600_000 });
    for (let run = 0; run < 3; run++) await server.sweep();
    expect((await server.documents('identities')).length).toBe(known);
    expect(await server.documents('identities', { fresh: { $exists: true } })).toEqual([]);
  });
});

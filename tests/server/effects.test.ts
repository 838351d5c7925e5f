import '../builders/without-ai';

import { type Case, NEVER, newCase } from '@anshao/core/hazard';
import { insertCase } from '@anshao/server/case-store';
import { cases, inbox, members, units } from '@anshao/server/documents';
import { drain, drainDue } from '@anshao/server/effects/drain';
import { forgetWorld } from '@anshao/server/world';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { anEnv, aReport, CITY, FACTORY, MONDAY, STREET } from '../builders/case';
import { type SdkCloud, startSdkCloud } from '../builders/server-sdk';

let sdk: SdkCloud;

/** More than a step of the fan-out takes, and not a whole number of steps. */
const OFFICERS = 120;

beforeAll(async () => {
  sdk = await startSdkCloud();
  for (const unit of [CITY, STREET, FACTORY]) await units.insert({ ...unit, bound: [] });
  await members.insertAll(
    Array.from({ length: OFFICERS + 1 }, (_, i) => ({
      _id: `person-${String(i).padStart(3, '0')}`,
      version: 1,
      posts: [
        {
          role: i < OFFICERS ? ('officer' as const) : ('employer' as const),
          unit: FACTORY._id,
          since: MONDAY,
        },
      ],
      sealed: '1.sealed',
      accepts: 0,
      acceptRequests: [],
    })),
  );
}, 60_000);

afterAll(() => sdk.close());
afterEach(() => {
  jest.restoreAllMocks();
});

let count = 0;
const reported = async (): Promise<Case> => {
  count += 1;
  const report = aReport({ id: `case-${count}`, number: `2026-00000${count}` });
  const written = await insertCase(newCase(report, anEnv()));
  if (written === undefined) throw new Error('not inserted');
  return written.kase;
};
const reread = async ({ _id }: Case): Promise<Case> => {
  const kase = await cases.get(_id);
  if (kase === undefined) throw new Error('gone');
  return kase;
};
const told = ({ _id }: Case) => inbox.count({ caseId: _id });
const HOUR = 3_600_000;
const at = (ms: number) => jest.spyOn(Date, 'now').mockReturnValue(ms);

describe('telling a unit', () => {
  test('reaches everybody who handles cases there, however many, and nobody twice', async () => {
    const kase = await reported();
    await drain(kase, kase.pending);
    expect(await told(kase)).toBe(OFFICERS);
    expect((await reread(kase)).pending).toEqual([]);
    // As if the process had died before the effect was struck off.
    await drain(kase, kase.pending);
    expect(await told(kase)).toBe(OFFICERS);
  });

  test('goes on where it was broken off', async () => {
    const kase = await reported();
    const half = kase.pending.map((effect) => ({ ...effect, cursor: 'person-099' }));
    await drain({ ...kase, pending: half }, half);
    expect(await told(kase)).toBe(OFFICERS - 100);
  });

  test('fills in those whom a broken batch left out', async () => {
    const kase = await reported();
    await drain(kase, kase.pending);
    const some = await inbox.find({ caseId: kase._id }, { limit: 30 });
    await inbox.remove({ _id: { in: some.map(({ _id }) => _id) } });
    await drain(kase, kase.pending);
    expect(await told(kase)).toBe(OFFICERS);
  });
});

describe('an effect', () => {
  test('held back for an undo is not touched before its time', async () => {
    const kase = await reported();
    const held = kase.pending.map((effect) => ({ ...effect, held: true, at: MONDAY + 10_000 }));
    await drain({ ...kase, pending: held }, held);
    at(MONDAY + 9_000);
    expect(await drainDue({ ...kase, pending: held }, MONDAY + HOUR)).toBe(0);
    expect(await told(kase)).toBe(0);
    at(MONDAY + 20_000);
    expect(await drainDue({ ...kase, pending: held }, MONDAY + HOUR)).toBe(1);
    expect(await told(kase)).toBe(OFFICERS);
  });

  test('that fails moves back, further each time, and is parked after eight tries', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const kase = await reported();
    // The unit to be told is gone from the tree.
    await units.remove({ _id: FACTORY._id });
    const waits: number[] = [];
    for (let tries = 1, now = MONDAY + HOUR; tries <= 8; tries++) {
      forgetWorld();
      at(now);
      await drainDue(await reread(kase), now + HOUR);
      const [effect] = (await reread(kase)).pending;
      expect(effect?.tries).toBe(tries);
      waits.push((effect?.at ?? 0) - now);
      now = effect?.at ?? 0;
    }
    const minutes = waits.slice(0, 7).map((ms) => ms / 60_000);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64]);
    expect((await reread(kase)).pending[0]?.at).toBe(NEVER);
    await units.insert({ ...FACTORY, bound: [] });
    forgetWorld();
  });
});

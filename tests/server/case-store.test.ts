import '../builders/without-ai';

import { type Act, applyChange, type Case, decide, newCase, type Party } from '@anshao/core/hazard';
import { changeCase, eventsOf, insertCase } from '@anshao/server/case-store';
import { cases, volumes } from '@anshao/server/documents';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anAct, anActor, anEnv, aPhoto, aReport, MONDAY } from '../builders/case';
import { type SdkCloud, startSdkCloud } from '../builders/server-sdk';

let sdk: SdkCloud;

beforeAll(async () => {
  sdk = await startSdkCloud();
}, 60_000);

afterAll(() => sdk.close());

let count = 0;

/** A new case in the database, waiting for a photo. */
const stored = async (over: Partial<Parameters<typeof aReport>[0]> = {}): Promise<Case> => {
  count += 1;
  const report = aReport({
    id: `case-${count}`,
    number: `2026-${String(count).padStart(6, '0')}`,
    request: `request-report-${count}`,
    photosDue: ['photo-2'],
    ...over,
  });
  const written = await insertCase(newCase(report, anEnv()));
  if (written === undefined) throw new Error('not inserted');
  return written.kase;
};

interface Step {
  readonly act: Act;
  readonly party: Party;
  readonly request: string;
  readonly at: number;
}

/** Decides and writes as a function would, and answers what core says of the same. */
const perform = (id: string, { act, party, request, at }: Step) =>
  changeCase({
    id,
    request,
    seen: undefined,
    sees: () => true,
    decide: (kase) => decide(kase, act, anActor(party), request, anEnv({ now: at })),
  });

const steps = fc.array(
  fc.record({
    act: fc
      .constantFrom(
        ...([
          'tellSite',
          'acknowledge',
          'undo',
          'confirm',
          'declineNotTrue',
          'declineNotAccepted',
          'takePhoto',
        ] as const),
      )
      .map(anAct),
    party: fc.constantFrom<Party>('handler', 'handlingChair', 'reporter', 'system', 'employer'),
    request: fc.integer({ min: 1, max: 12 }).map((n) => `request-number-${n}`),
    at: fc.integer({ min: 0, max: 20_000 }).map((ms) => MONDAY + ms),
  }),
  { maxLength: 14 },
);

describe('the case store', () => {
  test('leaves in the database exactly what core says, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        let expected = await stored();
        for (const step of history) {
          const done = await perform(expected._id, step);
          if (done.ok && done.value.change !== undefined) {
            expected = applyChange(expected, done.value.change);
            expect(done.value.kase).toEqual(expected);
          }
          const there = await cases.get(expected._id);
          expect(there).toEqual(expected);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('deletes a key of a nested object: a stopped clock really is gone', async () => {
    const { _id } = await stored();
    await perform(_id, {
      act: anAct('acknowledge'),
      party: 'handler',
      request: 'a'.repeat(16),
      at: MONDAY,
    });
    const there = await cases.get(_id);
    expect(Object.keys(there?.due ?? {})).toEqual(['verify']);
    await perform(_id, {
      act: anAct('declineNotTrue'),
      party: 'handler',
      request: 'b'.repeat(16),
      at: MONDAY,
    });
    const after = await cases.get(_id);
    expect(Object.keys(after?.due ?? {})).toEqual(['superiorReview']);
    expect(Object.keys(after?.queue ?? {})).toEqual(['superior']);
    expect(after).not.toHaveProperty('undo');
  });

  test('answers a repeated request from the case and writes nothing', async () => {
    const { _id } = await stored();
    const step = {
      act: anAct('confirm'),
      party: 'handler' as const,
      request: 'c'.repeat(16),
      at: MONDAY,
    };
    const first = await perform(_id, step);
    const second = await perform(_id, { ...step, at: MONDAY + 5 });
    expect(first).toMatchObject({ ok: true, value: { change: { events: [{ kind: 'confirm' }] } } });
    expect(second).toMatchObject({ ok: true, value: { kase: { version: 2 } } });
    expect(second.ok && second.value.change).toBeUndefined();
  });

  test('a second insert under one id is a replay, one number for two cases is not', async () => {
    const first = await stored();
    const again = await insertCase({ ...first, words: 'another' });
    expect(again).toMatchObject({ fresh: false, kase: { _id: first._id } });
    expect(again?.kase.words).toBeUndefined();
    expect(await insertCase({ ...first, _id: `${first._id}-other` })).toBeUndefined();
  });

  test('of many at once one wins; nobody’s event is lost', async () => {
    const { _id } = await stored();
    const racing = Array.from({ length: 6 }, (_, i) =>
      perform(_id, {
        act: anAct('acknowledge'),
        party: 'handler',
        request: `racing-request-${i}`,
        at: MONDAY,
      }),
    );
    const outcomes = await Promise.all(racing);
    expect(outcomes.filter(({ ok }) => ok).length).toBe(1);
    const there = await cases.get(_id);
    expect([there?.version, there?.log.length]).toEqual([2, 2]);
  });
});

/** So many acts in memory by core alone, then some more through the store. */
const BEFORE = 240;
const AFTER = 15;
const EVENTS = 1 + BEFORE + AFTER;

/** The i-th photo of many: an act that can be repeated without end. */
const taking = (i: number): Step => ({
  act: { action: 'takePhoto', photos: [aPhoto(`photo-${i}`)] },
  party: 'system',
  request: `take-request-${i}`,
  at: MONDAY + i,
});

const aLongCase = async (): Promise<Case> => {
  count += 1;
  const photosDue = Array.from({ length: BEFORE + AFTER }, (_, i) => `photo-${i}`);
  const report = aReport({ id: `case-${count}`, number: '2026-ABCDEF', photos: [], photosDue });
  let kase = newCase(report, anEnv());
  for (let i = 0; i < BEFORE; i++) {
    const { act, request, at } = taking(i);
    const decided = decide(kase, act, anActor('system'), request, anEnv({ now: at }));
    if (!decided.ok) throw new Error(decided.error.code);
    kase = applyChange(kase, decided.value);
  }
  await insertCase(kase);
  for (let i = BEFORE; i < BEFORE + AFTER; i++) await perform(kase._id, taking(i));
  return kase;
};

describe('a long life', () => {
  let kase: Case;
  beforeAll(async () => {
    kase = await aLongCase();
  }, 60_000);

  test('keeps its newest events in the case and the others, in hundreds, beside it', async () => {
    const there = await cases.get(kase._id);
    expect(there?.logFrom).toBe(200);
    expect(there?.log.length).toBe(EVENTS - 200);
    const found = await volumes.find({ _id: { in: [`${kase._id}:0`, `${kase._id}:1`] } });
    expect(found.map(({ events }) => events.length)).toEqual([100, 100]);
    const all = there === undefined ? [] : await eventsOf(there);
    expect(all.map(({ n }) => n)).toEqual(Array.from({ length: EVENTS }, (_, i) => i + 1));
  });

  test('filing away is repeated without harm after a death in its middle', async () => {
    const full = await cases.get(kase._id);
    const volume = await volumes.get(`${kase._id}:1`);
    if (full === undefined || volume === undefined) throw new Error('nothing filed');
    // As if the process had died after the volume and before the trim.
    await cases.change(
      { _id: kase._id },
      { set: { logFrom: 100, log: [...volume.events, ...full.log] } },
    );
    await perform(kase._id, {
      act: { action: 'tellSite', answer: 'told' },
      party: 'reporter',
      request: 'after-the-death-1',
      at: MONDAY,
    });
    const there = await cases.get(kase._id);
    expect(there?.logFrom).toBe(200);
    expect(there === undefined ? 0 : (await eventsOf(there)).length).toBe(EVENTS + 1);
  });

  test('a request whose answer is forgotten is STALE, never done twice', async () => {
    const done = await changeCase({
      id: kase._id,
      request: 'take-request-3',
      seen: 5,
      sees: () => true,
      decide: () => {
        throw new Error('must not be decided');
      },
    });
    expect(done).toMatchObject({ ok: false, error: { code: 'STALE' } });
  });
});

import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '@anshao/core';
import { type ChainHead, type ChainItem, verifyChain } from '@anshao/core/audit';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aReportInput,
  foundCity,
  type Receipt,
  startServer,
  type TestCity,
  type TestServer,
} from '../builders/server';

// A few histories here, many in the soak.
const HISTORIES = process.env['ANSHAO_SOAK'] === '1' ? 500 : 6;

jest.setTimeout(60_000 + HISTORIES * 10_000);

let server: TestServer;
let city: TestCity;

beforeAll(async () => {
  server = await startServer();
  city = await foundCity(server);
});

afterAll(() => server.close());

const ACTS = [
  ['hazard.acknowledge', {}],
  ['hazard.undo', {}],
  ['hazard.confirm', { level: 'ordinary', criteria: [], wording: '压力机防护罩没装' }],
  ['hazard.decline', { outcome: 'notTrue', reason: '到现场看了，护罩装着' }],
  ['hazard.tellSite', { answer: 'told' }],
] as const;

/** One thing somebody tries, perhaps twice at once, perhaps with the function dying over it. */
const step = fc.record({
  who: fc.constantFrom('officer', 'officer', 'second', 'street', 'worker', 'stranger'),
  act: fc.constantFrom(...ACTS),
  copies: fc.integer({ min: 1, max: 2 }),
  fault: fc.option(
    fc.record({
      n: fc.integer({ min: 1, max: 7 }),
      how: fc.constantFrom('killBefore', 'killAfter', 'reset', 'drop'),
    }),
    { freq: 3 },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Stored {
  readonly version: number;
  readonly state: string;
  readonly pending: readonly unknown[];
  readonly log: ReadonlyArray<{ readonly n: number; readonly kind: string }>;
  readonly requests: ReadonlyArray<{ readonly id: string }>;
}

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && 'log' in value && 'requests' in value;

const stored = async (id: string): Promise<Stored> => {
  const [kase] = await server.documents('cases', { _id: id });
  if (!isStored(kase)) throw new Error(`there is no case ${id}`);
  return kase;
};

/** Tries a step and, where it met a fault, tries it again as the phone does; the last answers. */
const tried = async (id: string, { who, act, copies, fault }: Step): Promise<Tried> => {
  const [method, input] = act;
  const requestId = randomUUID();
  const { version: seen } = await stored(id);
  const send = () => city[who].call(method, { id, ...input }, { requestId, seen });
  if (fault !== null) {
    const { n, how } = fault;
    await server.local('faults', [{ on: { function: 'hazard', n }, do: how }]);
  }
  const answers = await Promise.all(Array.from({ length: copies }, send));
  await server.local('faults', []);
  if (fault !== null) answers.push(await send());
  return { requestId, answers };
};

interface Tried {
  readonly requestId: string;
  readonly answers: ReadonlyArray<WireAnswer<never>>;
}

/** An hour later the timer has done what was left undone. */
const drained = async (): Promise<void> => {
  await server.local('clock', { shiftMs: 3_600_000 });
  await server.sweep();
  await server.local('clock', { shiftMs: 0 });
};

interface Proof {
  readonly head: ChainHead;
  readonly items: readonly ChainItem[];
}

test(`${HISTORIES} random histories: each act once or not at all, each told once, the record whole`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
      const all: Tried[] = [];
      for (const one of steps) all.push(await tried(id, one));
      await drained();

      const kase = await stored(id);
      expect(kase.pending).toEqual([]);
      expect(kase.log.map(({ n }) => n)).toEqual(kase.log.map((_, i) => i + 1));
      expect(kase.version).toBe(kase.log.length);
      for (const { requestId, answers } of all) {
        const written = kase.requests.filter((request) => request.id === requestId).length;
        const done = answers.some(({ ok }) => ok);
        expect(written).toBe(done ? 1 : 0);
      }
      const decided = kase.log.filter(({ kind }) => kind === 'confirm').length;
      expect(decided).toBe(kase.state === 'confirmed' ? 1 : 0);
      const confirmed = await server.documents('inbox', { caseId: id, notice: 'confirmed' });
      expect(confirmed.length).toBe(decided);
      const toVerify = await server.documents('inbox', { caseId: id, notice: 'toVerify' });
      expect(toVerify.length).toBeGreaterThanOrEqual(2);
      const proof = await city.worker.done<Proof>('hazard.proof', { id });
      expect(verifyChain(proof.items, proof.head)).toEqual({ ok: true, steps: kase.version });
    }),
    { numRuns: HISTORIES },
  );
});

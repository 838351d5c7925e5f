import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Cost, costOf } from '../builders/requests';
import {
  aReportInput,
  foundCity,
  startServer,
  type TestCity,
  type TestServer,
} from '../builders/server';
import { storedDraft } from '../builders/stored-draft';

/** What a call may cost until the answer, on a warm instance, and what its effects may cost. */
const MOST_DRAINED = 4;

let server: TestServer;
let city: TestCity;

beforeAll(async () => {
  server = await startServer();
  city = await foundCity(server);
  // The instance that answers from here on knows the settings and the tree.
  const { id } = await (await aDraft()).report();
  await verified(id);
  await city.officer.done('hazard.queue', { unit: city.units.factory });
}, 60_000);

afterAll(() => server.close());

/** A draft whose only photo has been stored. */
const aDraft = () => storedDraft(city.worker, city.place);

const reported = async (): Promise<string> => (await (await aDraft()).report()).id;

const acknowledged = (id: string) => city.officer.done('hazard.acknowledge', { id }, { seen: 1 });

const verified = (id: string) => {
  const input = { id, level: 'ordinary', criteria: [], wording: '压力机防护罩没装' };
  return city.officer.done('hazard.confirm', input, { seen: 1 });
};

const cost = (call: () => Promise<unknown>, decides?: string): Promise<Cost> =>
  costOf(server.cloud.url, call, decides);

describe('requests to the database until the answer', () => {
  test('a report with a photo takes five, its effects at most four', async () => {
    const draft = await aDraft();
    const { answer, drain, storage } = await cost(draft.report, 'cases');
    expect(answer).toEqual([
      'modifyAndReturnDoc.counters',
      'getDocument.slots',
      'getDocument.places',
      'insertDocument.identities',
      'insertDocument.cases',
    ]);
    expect(storage).toBe(0);
    expect(drain.length).toBeGreaterThan(0);
    expect(drain.length).toBeLessThanOrEqual(MOST_DRAINED);
  });

  test('the first report of a person’s day, without photos, takes five as well', async () => {
    const call = () => city.stranger.done('hazard.report', aReportInput(city.place));
    const { answer } = await cost(call, 'cases');
    expect(answer.length).toBe(5);
  });

  test('the table of a post takes two, and one to the storage for its pictures', async () => {
    const unit = city.units.factory;
    const { answer, storage } = await cost(() => city.officer.done('hazard.queue', { unit }));
    expect(answer).toEqual(['getDocument.members', 'getDocument.cases']);
    expect(storage).toBe(1);
  });

  test('one’s own list takes two, however many reports are on it', async () => {
    const { answer, storage } = await cost(() => city.worker.done('hazard.mine'));
    expect(answer).toEqual(['getDocument.identities', 'getDocument.cases']);
    expect(storage).toBe(1);
  });

  test('a case takes two', async () => {
    const id = await reported();
    const { answer } = await cost(() => city.officer.done('hazard.detail', { id }));
    expect([...answer].sort()).toEqual(['getDocument.cases', 'getDocument.members']);
  });

  test.each([
    ['acknowledge', acknowledged],
    ['confirm', verified],
  ] as const)('to %s takes three, its effects at most four', async (_, act) => {
    const id = await reported();
    const { answer, drain } = await cost(() => act(id), 'cases');
    expect(answer).toEqual(['getDocument.members', 'getDocument.cases', 'modifyDocument.cases']);
    expect(drain.length).toBeLessThanOrEqual(MOST_DRAINED);
  });

  test('a retry takes the two reads, writes nothing and tells nobody again', async () => {
    const id = await reported();
    const requestId = randomUUID();
    const again = () => city.officer.done('hazard.acknowledge', { id }, { requestId, seen: 1 });
    await again();
    const { answer, drain } = await cost(again);
    expect(answer).toEqual(['getDocument.members', 'getDocument.cases']);
    expect(drain).toEqual([]);
  });
});

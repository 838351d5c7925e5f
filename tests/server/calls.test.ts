import '../builders/without-ai';

import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '@anshao/core';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { main as hazard } from '../../cloudfunctions/hazard/src';
import { main as place } from '../../cloudfunctions/place/src';
import {
  aReportInput,
  foundCity,
  sha256,
  startServer,
  type TestCity,
  type TestServer,
} from '../builders/server';
import { countingSdk, type Passed, phoneContext, type SdkCount } from '../builders/server-sdk';

let server: TestServer;
let city: TestCity;
let sdk: SdkCount;

type Main = (event: unknown, context: unknown) => Promise<WireAnswer>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  server = await startServer();
  city = await foundCity(server);
  sdk = await countingSdk(server.cloud, server.keys);
}, 60_000);

afterAll(async () => {
  await sdk.close();
  await server.close();
});

interface Counted {
  readonly output: Readonly<Record<string, unknown>>;
  readonly answer: readonly string[];
  readonly drain: readonly string[];
}

const name = ({ action, collection }: Passed) => `${action.replace('database.', '')} ${collection}`;

/** Where the work for the answer ends: the write of the case, or the last read. */
const WRITES = ['insertDocument cases', 'modifyDocument cases'];

/** Calls a method in this process and counts its database requests, the drain's apart. */
const counted = async (
  main: Main,
  as: string,
  openid: string,
  method: string,
  input: object,
  options: object = {},
): Promise<Counted> => {
  sdk.become(as);
  sdk.databaseCalls();
  const event = { requestId: randomUUID(), ...options, method, input };
  const answer = await main(event, phoneContext(openid));
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  const calls = sdk.databaseCalls().map(name);
  const write = calls.findIndex((call) => WRITES.includes(call));
  const end = write < 0 ? calls.length : write + 1;
  return {
    output: Object.fromEntries(Object.entries(answer.output ?? {})),
    answer: calls.slice(0, end),
    drain: calls.slice(end),
  };
};

const report = (openid: string, over: object = {}, options: object = {}) =>
  counted(hazard, 'hazard', openid, 'hazard.report', aReportInput(city.place, over), options);

describe('database requests of a warm instance', () => {
  test('a report: counter, slots, place, identity row, case; then at most four for its effects', async () => {
    const openid = 'counting-reporter';
    await report('warming-up');
    const draft = randomUUID();
    const photos = [{ id: 'photo-1', sha256: sha256('x'), bytes: 1 }];
    await counted(hazard, 'hazard', openid, 'hazard.slots', { draft, photos });
    const { answer, drain } = await report(openid, { photos: ['photo-1'] }, { requestId: draft });
    expect(answer).toEqual([
      'modifyAndReturnDoc counters',
      'getDocument slots',
      'getDocument places',
      'insertDocument identities',
      'insertDocument cases',
    ]);
    // Whom to tell, telling them, the photo that is under way, striking both off.
    expect(drain).toEqual([
      'getDocument members',
      'insertDocument inbox',
      'getDocument slots',
      'modifyDocument cases',
    ]);
  });

  test('a report without photos, the first of a day, needs no more', async () => {
    const { answer, drain } = await report('first-today');
    expect(answer.length).toBe(5);
    expect(drain.length).toBeLessThanOrEqual(4);
  });

  test('an act: membership, case, one conditional write; then at most four for its effects', async () => {
    const { output } = await report('counting-reporter');
    const input = { id: output['id'], level: 'ordinary', criteria: [], wording: '防护罩没装' };
    const officer = city.officer.openid;
    const { answer, drain } = await counted(hazard, 'hazard', officer, 'hazard.confirm', input, {
      seen: 1,
    });
    expect(answer).toEqual(['getDocument members', 'getDocument cases', 'modifyDocument cases']);
    expect(drain.length).toBeLessThanOrEqual(4);
  });

  test('lists and pages: two', async () => {
    const { output } = await report('counting-reporter');
    const officer = city.officer.openid;
    const unit = city.units.factory;
    const queue = await counted(hazard, 'hazard', officer, 'hazard.queue', { unit });
    expect(queue.answer.length).toBe(2);
    const mine = await counted(hazard, 'hazard', 'counting-reporter', 'hazard.mine', {});
    expect(mine.answer.length).toBe(2);
    const id = output['id'];
    const detail = await counted(hazard, 'hazard', officer, 'hazard.detail', { id });
    expect(detail.answer.length).toBe(2);
    const code = city.place;
    const page = await counted(place, 'place', 'somebody', 'place.page', { code });
    expect(page.answer.length).toBe(2);
  });

  test('a detail that is forbidden costs what one that does not exist costs', async () => {
    const { output } = await report('counting-reporter');
    const ask = async (id: unknown) => {
      sdk.databaseCalls();
      const event = { requestId: randomUUID(), method: 'hazard.detail', input: { id } };
      await hazard(event, phoneContext('stranger-to-all'));
      return sdk.databaseCalls().map(name).sort();
    };
    expect(await ask(output['id'])).toEqual(await ask('a'.repeat(43)));
  });
});

describe('queries', () => {
  test('of the lists are answered by an index, not by reading the collection', async () => {
    const explain = (collection: string, query: object) =>
      server.local('explain', { collection, query, limit: 100 });
    const used = (index: string) => ({ index });
    expect(await explain('cases', { alias: { $in: ['a', 'b'] } })).toMatchObject(used('alias'));
    expect(await explain('cases', { 'queue.handling.unit': 'u' })).toMatchObject(used('handling'));
    expect(await explain('cases', { 'shown.place': 'p' })).toMatchObject(used('shown'));
    expect(await explain('cases', { 'pending.at': { $lte: 1 } })).toMatchObject(used('pending'));
    expect(await explain('identities', { mine: { $in: ['m'] } })).toMatchObject(used('mine'));
    expect(await explain('identities', { fresh: { $lt: '2026' } })).toMatchObject(used('fresh'));
    expect(await explain('members', { 'posts.unit': 'u' })).toMatchObject(used('posts'));
    expect(await explain('inbox', { key: { $in: ['k'] } })).toMatchObject(used('key'));
    expect(await explain('slots', { sweepAt: { $lte: 1 } })).toMatchObject(used('sweepAt'));
    expect(await explain('counters', { day: { $lt: '2026' } })).toMatchObject(used('day'));
    expect(await explain('places', { unit: 'u' })).toMatchObject(used('unit'));
  });
});

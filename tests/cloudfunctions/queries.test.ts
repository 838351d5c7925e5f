import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { costOf } from '../builders/requests';
import {
  aReportInput,
  foundCity,
  type Receipt,
  startServer,
  type TestCity,
  type TestServer,
} from '../builders/server';

let server: TestServer;
let city: TestCity;
let receipt: Receipt;

beforeAll(async () => {
  server = await startServer();
  city = await foundCity(server);
  receipt = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
  // The instances that answer from here on know the settings and the tree.
  await city.stranger.call('hazard.detail', { id: receipt.id });
  await city.stranger.done('place.page', { code: city.place });
}, 60_000);

afterAll(() => server.close());

/** Reads that are answered one after another or at once: their order says nothing. */
const reads = async (call: () => Promise<unknown>): Promise<readonly string[]> =>
  [...(await costOf(server.cloud.url, call)).answer].sort();

describe('a place page', () => {
  test('takes two', async () => {
    const page = () => city.stranger.done('place.page', { code: city.place });
    expect(await reads(page)).toEqual(['getDocument.cases', 'getDocument.places']);
  });
});

describe('a detail that is forbidden', () => {
  test('costs what one that does not exist costs', async () => {
    const ask = (id: string) => reads(() => city.stranger.call('hazard.detail', { id }));
    expect(await ask(receipt.id)).toEqual(await ask('a'.repeat(43)));
  });
});

describe('a query of a list, a page or the timer', () => {
  test.each([
    ['cases', 'alias', { alias: { $in: ['a', 'b'] } }],
    ['cases', 'handling', { 'queue.handling.unit': 'u' }],
    ['cases', 'superior', { 'queue.superior.unit': 'u' }],
    ['cases', 'shown', { 'shown.place': 'p' }],
    ['cases', 'pending', { 'pending.at': { $lte: 1 } }],
    ['cases', 'receipt', { receipt: 'r' }],
    ['identities', 'mine', { mine: { $in: ['m'] } }],
    ['identities', 'fresh', { fresh: { $lt: '2026' } }],
    ['members', 'posts', { 'posts.unit': 'u' }],
    ['inbox', 'key', { key: { $in: ['k'] } }],
    ['slots', 'sweepAt', { sweepAt: { $lte: 1 } }],
    ['counters', 'day', { day: { $lt: '2026' } }],
    ['places', 'unit', { unit: 'u' }],
    ['units', 'parent', { parent: 'u' }],
  ])('on %s is answered by the index %s', async (collection, index, query) => {
    const explained = await server.local('explain', { collection, query, limit: 100 });
    expect(explained).toMatchObject({ index });
  });
});

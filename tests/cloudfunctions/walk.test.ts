import { randomUUID } from 'node:crypto';
import { type ChainHead, type ChainItem, verifyChain } from '@anshao/core/audit';
import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import { aReportInput, type Receipt, type TestCity, type TestServer } from '../builders/server';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

interface Acted {
  readonly version: number;
  readonly head: { readonly state: string; readonly title: string };
  readonly actions: ReadonlyArray<{ readonly action: string; readonly refusal?: string }>;
  readonly undoUntil?: number;
}

interface Proof {
  readonly number: string;
  readonly chain: string;
  readonly head: ChainHead;
  readonly items: readonly ChainItem[];
}

describe('one report from a scanned code to the union and back to the worker', () => {
  let receipt: Receipt;

  test('the place page opens for anybody and says who answers for it', async () => {
    const page = await city.stranger.done('place.page', { code: city.place.toLowerCase() });
    expect(page).toMatchObject({ unitName: '示范机械厂', hazards: [], fixed: 0 });
  });

  test('the report comes back with a number and running clocks', async () => {
    receipt = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    expect(receipt).toMatchObject({ version: 1, photosTotal: 0, title: expect.any(String) });
    expect(receipt.number).toMatch(/^\d{4}-[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test('it lies on the table of the factory’s own union and of nobody else', async () => {
    const queue = (unit: string) => ({ unit });
    const own = await city.officer.done('hazard.queue', queue(city.units.factory));
    expect(own).toMatchObject({ counts: { all: 1 }, items: [{ id: receipt.id }], more: false });
    const above = await city.street.done('hazard.queue', queue(city.units.street));
    expect(above).toMatchObject({ counts: { all: 0 } });
    const foreign = await city.employer.call('hazard.queue', queue(city.units.factory));
    expect(foreign).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('those who handle cases there have a message', async () => {
    const { items } = await city.officer.done<{ items: unknown[] }>('member.inbox');
    expect(items).toMatchObject([{ notice: 'toVerify', caseId: receipt.id, to: { kind: 'post' } }]);
    expect(await city.inspector.done('member.inbox')).toMatchObject({ items: [] });
  });

  test('an officer receives it, takes that back and receives it again', async () => {
    const act = (method: string, seen: number) =>
      city.officer.done<Acted>(`hazard.${method}`, { id: receipt.id }, { seen });
    const first = await act('acknowledge', 1);
    expect(first.undoUntil).toBeGreaterThan(Date.now());
    const undone = await act('undo', first.version);
    expect(undone.actions[0]).toEqual({ action: 'acknowledge' });
    const again = await act('acknowledge', undone.version);
    expect(again).toMatchObject({ version: 4, head: { state: 'toVerify', acknowledged: true } });
  });

  test('found true, it carries the union’s words to the worker and to the place page', async () => {
    const input = { id: receipt.id, level: 'ordinary', criteria: [], wording: '压力机防护罩没装' };
    const done = await city.officer.done<Acted>('hazard.confirm', input, { seen: 4 });
    expect(done.head).toMatchObject({ state: 'confirmed', title: '压力机防护罩没装' });
    const page = await city.stranger.done('place.page', { code: city.place });
    expect(page).toMatchObject({ hazards: [{ wording: '压力机防护罩没装', state: 'confirmed' }] });
    expect(JSON.stringify(page)).not.toContain(receipt.number);
    const { items } = await city.worker.done<{ items: unknown[] }>('member.inbox');
    expect(items).toMatchObject([
      { notice: 'confirmed', title: '压力机防护罩没装', to: { kind: 'reporter' } },
    ]);
    const progress = await city.worker.done('hazard.progress', { id: receipt.id });
    expect(progress).toMatchObject({
      handledBy: '示范机械厂工会',
      steps: [
        { kind: 'report' },
        { kind: 'acknowledge' },
        { kind: 'undo' },
        { kind: 'acknowledge' },
        { kind: 'confirm', wording: '压力机防护罩没装' },
      ],
    });
  });

  test('the record proves itself: all of it to worker and union, the open part to others', async () => {
    const prove = (phone: TestCity['worker']) =>
      phone.done<Proof>('hazard.proof', { id: receipt.id });
    for (const phone of [city.worker, city.officer]) {
      const { chain, items, head } = await prove(phone);
      expect([chain, items.length]).toEqual(['inner', 5]);
      expect(verifyChain(items, head)).toEqual({ ok: true, steps: 5 });
    }
    const { chain, items, head, number } = await prove(city.stranger);
    expect([chain, items.length, number]).toEqual(['open', 1, '']);
    expect(verifyChain(items, head)).toEqual({ ok: true, steps: 1 });
  });

  test('messages are read once', async () => {
    const { items } = await city.worker.done<{ items: Array<{ id: string }> }>('member.inbox');
    const ids = items.map(({ id }) => id);
    expect(await city.worker.done('member.read', { ids })).toEqual({ read: 1 });
    expect(await city.worker.done('member.sync')).toMatchObject({ unread: 0, posts: [] });
    expect(await city.stranger.done('member.read', { ids })).toEqual({ read: 0 });
  });
});

describe('a request sent again', () => {
  test('three reports with one request id are one report and one answer', async () => {
    const requestId = randomUUID();
    const input = aReportInput(city.place, { words: '再报一次' });
    const send = () => city.worker.done<Receipt>('hazard.report', input, { requestId });
    const [first, second, third] = [await send(), await send(), await send()];
    expect([second, third]).toEqual([first, first]);
    const found = await server.documents('cases', { words: '再报一次' });
    expect(found.length).toBe(1);
    const told = await server.documents('inbox', { caseId: first.id });
    expect(told.length).toBe(2);
  });

  test('three verifications with one request id are one event and one message', async () => {
    const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    const requestId = randomUUID();
    const input = { id, outcome: 'notTrue', reason: '到现场看了，护罩装着' };
    const send = () => city.officer.done<Acted>('hazard.decline', input, { requestId, seen: 1 });
    const answers = [await send(), await send(), await send()];
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const [kase] = await server.documents('cases', { _id: id });
    expect(kase).toMatchObject({ version: 2, log: { length: 2 }, pending: [] });
    const reporter = await server.documents('inbox', { caseId: id, notice: 'notTrue' });
    expect(reporter.length).toBe(1);
  });
});

describe('two people at the same time', () => {
  test('one wins, the other is told that somebody was faster', async () => {
    const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    const input = { id, level: 'ordinary', criteria: [], wording: '压力机防护罩没装' };
    const answers = await Promise.all(
      [city.officer, city.second].map((phone) => phone.call('hazard.confirm', input, { seen: 1 })),
    );
    expect(answers.filter(({ ok }) => ok).length).toBe(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'NOT_NOW' } });
  });
});

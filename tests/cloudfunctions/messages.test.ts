import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import {
  aReportInput,
  type Receipt,
  type TestCity,
  type TestPhone,
  type TestServer,
} from '../builders/server';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

interface Message {
  readonly template: string;
  readonly page: string;
  readonly data: Record<string, { value: string }>;
}

const messagesOf = async (phone: TestPhone): Promise<readonly Message[]> => {
  const address = `${server.cloud.url}/local/messages?openid=${phone.openid}`;
  const { messages }: { messages: Message[] } = await (await fetch(address)).json();
  return messages;
};

/** The answer waits a second for effects; what takes longer (a cold sender) comes after it. */
const arrived = async (phone: TestPhone, count: number): Promise<readonly Message[]> => {
  for (let tries = 0; tries < 100; tries++) {
    const messages = await messagesOf(phone);
    if (messages.length >= count) return messages;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return messagesOf(phone);
};

/** What the phone does in a tap on 提醒我. */
const remindMe = async (phone: TestPhone, caseId: string, template: string) => {
  await fetch(`${server.cloud.url}/client/subscribe`, {
    method: 'POST',
    body: JSON.stringify({ templates: [template] }),
    headers: { 'x-local-openid': phone.openid },
  });
  return phone.done('member.remindMe', { caseId });
};

const decline = (id: string, seen = 1) =>
  city.officer.done(
    'hazard.decline',
    { id, outcome: 'notTrue', reason: '到现场看了，护罩装着' },
    { seen },
  );

const report = () => city.worker.done<Receipt>('hazard.report', aReportInput(city.place));

describe('a reporter', () => {
  test('gets the one WeChat message that was accepted for this case, and no second', async () => {
    const { id } = await report();
    const accepted = await remindMe(city.worker, id, 'anshao-reporter-progress');
    expect(accepted).toEqual({ willRemind: true });
    await decline(id);
    const messages = await arrived(city.worker, 1);
    expect(messages).toMatchObject([
      {
        template: 'anshao-reporter-progress',
        page: `subpackages/hazard/progress/progress?id=${id}`,
        data: { thing1: { value: '工会去看过，没发现' } },
      },
    ]);
    const { items } = await city.worker.done<{ items: unknown[] }>('member.inbox');
    expect(items[0]).toMatchObject({ notice: 'notTrue', wechat: true });
    expect(await city.worker.done('member.remindMe', { caseId: id })).toEqual({
      willRemind: false,
    });
  });

  test('who accepted nothing finds it in the inbox alone', async () => {
    const before = (await messagesOf(city.worker)).length;
    const { id } = await report();
    await decline(id);
    expect((await messagesOf(city.worker)).length).toBe(before);
    const { items } = await city.worker.done<{ items: unknown[] }>('member.inbox');
    expect(items[0]).toMatchObject({ caseId: id, wechat: false });
  });

  test('is told of 受理 only when it can no longer be taken back', async () => {
    const { id } = await report();
    await city.officer.done('hazard.acknowledge', { id }, { seen: 1 });
    const told = () => server.documents('inbox', { caseId: id, notice: 'acknowledged' });
    expect(await told()).toEqual([]);
    await server.sweep();
    expect(await told()).toEqual([]);
    await server.local('clock', { shiftMs: 20_000 });
    await server.sweep();
    expect((await told()).length).toBe(1);
    const late = await city.officer.call('hazard.undo', { id }, { seen: 2 });
    expect(late).toMatchObject({ error: { code: 'UNDO_LATE' } });
  });

  test('is never told of a 受理 that was taken back', async () => {
    const { id } = await report();
    await city.officer.done('hazard.acknowledge', { id }, { seen: 1 });
    await city.officer.done('hazard.undo', { id }, { seen: 2 });
    await server.local('clock', { shiftMs: 3_600_000 });
    await server.sweep();
    expect(await server.documents('inbox', { caseId: id, notice: 'acknowledged' })).toEqual([]);
    const [kase] = await server.documents('cases', { _id: id });
    expect(kase).toMatchObject({ pending: [] });
    expect(kase).not.toHaveProperty('acknowledged');
    expect(kase).not.toHaveProperty('undo');
  });
});

describe('staff', () => {
  test('get as many WeChat messages as they accepted', async () => {
    const first = await report();
    await remindMe(city.officer, first.id, 'anshao-duty');
    await report();
    await report();
    const messages = await arrived(city.officer, 1);
    expect(messages.length).toBe(1);
    expect(messages[0]?.template).toBe('anshao-duty');
  });

  test('whose accept WeChat no longer honours are not asked of again', async () => {
    const { id } = await report();
    // Noted by us, but never accepted in WeChat.
    await city.second.done('member.remindMe', { caseId: id });
    await city.second.done('member.remindMe', { caseId: id });
    await report();
    expect(await messagesOf(city.second)).toEqual([]);
    const members = await server.documents('members', { accepts: { $gt: 0 } });
    expect(members).toEqual([]);
  });

  test('a stranger cannot note a reminder for a case', async () => {
    const { id } = await report();
    expect(await city.stranger.call('member.remindMe', { caseId: id })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('an effect that cannot be done', () => {
  test('is tried again later and later, then parked where it can be seen', async () => {
    const { id } = await report();
    const broken = [
      { on: { action: 'database.insertDocument' }, do: 'error', code: 'DATABASE_REQUEST_FAILED' },
    ];
    await server.local('faults', broken);
    await decline(id);
    const pending = async () => {
      const [kase] = await server.documents('cases', { _id: id });
      const list = kase?.['pending'];
      return Array.isArray(list) ? list[0] : undefined;
    };
    expect(await pending()).toMatchObject({ tries: 1 });
    let shiftMs = 0;
    for (let run = 0; run < 9; run++) {
      shiftMs += 7 * 3_600_000;
      await server.local('clock', { shiftMs });
      await server.sweep();
    }
    expect(await pending()).toMatchObject({ tries: 8, at: 9_000_000_000_000_000 });
    const [kase] = await server.documents('cases', { _id: id });
    expect(kase).toMatchObject({ state: 'declined', version: 2 });
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import { aReportInput, type Receipt, type TestCity, type TestServer } from '../builders/server';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

const refused = (code: string) => ({ ok: false, error: { code } });
const request = (method: string, input: unknown = {}) => ({
  method,
  requestId: randomUUID(),
  input,
});

describe('who calls', () => {
  test('is told by the platform: whatever the event claims is ignored', async () => {
    const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    const claims = {
      openid: city.officer.openid,
      OPENID: city.officer.openid,
      WX_OPENID: city.officer.openid,
      userInfo: { openId: city.officer.openid },
      tcbContext: { WX_OPENID: city.officer.openid, TCB_SOURCE: 'wx_client,scf' },
      role: 'federation',
    };
    const event = { ...request('hazard.detail', { id, ...claims }), ...claims };
    expect(await city.stranger.send('hazard', event)).toMatchObject(refused('NOT_FOUND'));
    expect(await city.officer.send('hazard', event)).toMatchObject({ ok: true });
  });

  test('a call without a person is refused', async () => {
    const event = request('place.page', { code: city.place });
    expect(await server.cloud.invoke('place', event)).toMatchObject(refused('NO_IDENTITY'));
    expect(await server.cloud.invoke('place', event, 'somebody')).toMatchObject({ ok: true });
  });

  test('a phone cannot send messages in the place of a function', async () => {
    const send = {
      to: { kind: 'person', person: 'x'.repeat(43) },
      notice: 'toVerify',
      caseId: 'case-1',
      at: 1,
    };
    const answer = await city.federation.send('identity', request('identity.send', send));
    expect(answer).toMatchObject(refused('NOT_FOUND'));
  });

  test('a phone cannot play the timer, whatever event it sends', async () => {
    const timer = { Type: 'Timer', TriggerName: 'sweep', Time: '2026-05-25T02:24:00Z' };
    const forged = { ...timer, TRIGGER_SRC: 'timer', ...request('reminder.sweep') };
    for (const event of [timer, forged, request('reminder.sweep')]) {
      expect(await city.federation.send('reminder', event)).toMatchObject({ ok: false });
    }
    expect(await server.sweep()).toMatchObject({ ok: true });
  });
});

describe('what is sent', () => {
  test('must be a request; what is wrong is named, not repeated', async () => {
    for (const event of [null, [], 'x', {}, { method: 'hazard.mine' }]) {
      expect(await city.worker.send('hazard', event)).toMatchObject(refused('BAD_INPUT'));
    }
    const input = aReportInput(city.place, { receipt: 'not a hash', danger: 'yes' });
    const answer = await city.worker.call('hazard.report', input);
    expect(answer).toMatchObject({
      error: {
        code: 'BAD_INPUT',
        fields: { receipt: expect.any(String), danger: expect.any(String) },
      },
    });
    expect(JSON.stringify(answer)).not.toContain('not a hash');
  });

  test('a method that does not exist is not there', async () => {
    expect(await city.worker.call('hazard.drop')).toMatchObject(refused('NOT_FOUND'));
    expect(await city.worker.call('hazard.constructor')).toMatchObject(refused('NOT_FOUND'));
  });

  test('a version from the future, or none at all, is refused', async () => {
    const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    const future = await city.officer.call('hazard.acknowledge', { id }, { seen: 99 });
    expect(future).toMatchObject(refused('BAD_INPUT'));
    expect(await city.officer.call('hazard.acknowledge', { id })).toMatchObject(
      refused('BAD_INPUT'),
    );
  });

  test('a criterion that nobody knows is refused', async () => {
    const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    const input = { id, level: 'ordinary', criteria: ['made-up'], wording: '防护罩没装' };
    const answer = await city.officer.call('hazard.confirm', input, { seen: 1 });
    expect(answer).toMatchObject({
      error: { code: 'BAD_INPUT', fields: { criteria: expect.any(String) } },
    });
  });
});

describe('what leaves a function', () => {
  test('holds nothing that tells who reported, neither answer nor log nor document', async () => {
    const words = '只有我知道的一句话';
    const input = aReportInput(city.place, { words });
    const { id } = await city.worker.done<Receipt>('hazard.report', input);
    const answers = [
      await city.officer.done('hazard.detail', { id }),
      await city.officer.done('hazard.queue', { unit: city.units.factory }),
      await city.officer.done('hazard.proof', { id }),
      await city.officer.done('member.inbox'),
    ];
    const [kase] = await server.documents('cases', { _id: id });
    const text = JSON.stringify(answers);
    expect(text).not.toContain(String(kase?.['alias']));
    expect(text).not.toContain(String(kase?.['receipt']));
    for (const name of ['cases', 'identities', 'members', 'inbox', 'counters', 'slots', 'units']) {
      const documents = JSON.stringify(await server.documents(name));
      for (const phone of [city.worker, city.officer, city.federation]) {
        expect(documents).not.toContain(phone.openid);
      }
    }
    const printed = server.printed.join('\n');
    expect(printed).toContain('hazard.report');
    expect(printed).not.toContain(city.worker.openid);
    expect(printed).not.toContain(words);
    expect(printed).not.toContain(server.foundingCode);
  });

  test('a bug is an INTERNAL, with its request id in the log and no word about it outside', async () => {
    const { id } = await city.worker.done<Receipt>('hazard.report', aReportInput(city.place));
    await server.local('faults', [
      { on: { function: 'hazard', action: 'database.getDocument' }, do: 'error', code: 'ODD' },
    ]);
    const requestId = randomUUID();
    const answer = await city.officer.call('hazard.detail', { id }, { requestId });
    await server.local('faults', []);
    expect(answer).toEqual({ ok: false, now: expect.any(Number), error: { code: 'INTERNAL' } });
    expect(server.printed.some((line) => line.includes(requestId) && line.includes('bug'))).toBe(
      true,
    );
  });

  test('a database that is busy is a BUSY, which the phone tries again', async () => {
    await server.local('faults', [
      {
        on: { function: 'hazard', action: 'database.insertDocument', n: 1 },
        do: 'error',
        code: 'DATABASE_TRANSACTION_CONFLICT',
      },
    ]);
    const requestId = randomUUID();
    const input = aReportInput(city.place);
    const answer = await city.stranger.call('hazard.report', input, { requestId });
    await server.local('faults', []);
    expect(answer).toMatchObject(refused('BUSY'));
    expect(await city.stranger.call('hazard.report', input, { requestId })).toMatchObject({
      ok: true,
    });
  });
});

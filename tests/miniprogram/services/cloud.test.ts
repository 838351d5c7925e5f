import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { answered, FakePhone, NOW, refused } from '../support/phone';

let phone: FakePhone;
let app: App;

beforeEach(async () => {
  jest.useFakeTimers();
  phone = new FakePhone();
  app = await startApp(phone);
});

/** Lets pauses between tries pass. */
const settle = async <T>(running: Promise<T>): Promise<T> => {
  await jest.advanceTimersByTimeAsync(120_000);
  return running;
};

describe('a call', () => {
  test('goes to the function before the dot, with a request id', async () => {
    phone.cloud = () => answered({ posts: [], unread: 2 });
    const answer = await app.cloud.call('member.sync', {});
    expect(answer).toEqual({ ok: true, value: { posts: [], unread: 2 } });
    expect(phone.sent[0]?.method).toBe('member.sync');
    expect(phone.sent[0]?.requestId).toMatch(/^[\w-]{16,40}$/);
  });

  test('sets the clock by the server', async () => {
    jest.setSystemTime(NOW - 3 * 86_400_000);
    await app.cloud.call('member.sync', {});
    expect(app.clock.serverNow()).toBe(NOW);
  });

  test('whose answer was lost is asked again under the same request id', async () => {
    phone.cloud = (_sent, call) => {
      if (call < 3) throw new Error('lost');
      return answered({ read: 1 });
    };
    const answer = await settle(app.cloud.call('member.read', { ids: ['a'] }));
    expect(answer.ok).toBe(true);
    expect(phone.sent).toHaveLength(3);
    expect(new Set(phone.sent.map(({ requestId }) => requestId)).size).toBe(1);
  });

  test('gives up after three tries, and says so as a code with a number to read out', async () => {
    phone.setOnline(false);
    const answer = await settle(
      app.cloud.call('member.sync', {}, { requestId: '8K2MABCDEFGHJKMN' }),
    );
    expect(answer).toEqual({ ok: false, error: { code: 'NETWORK' }, trace: 'R-8K2M' });
    expect(phone.sent).toHaveLength(3);
  });

  test('that hangs counts as a network that broke', async () => {
    phone.cloud = () => new Promise(() => {});
    const answer = await settle(app.cloud.call('member.sync', {}));
    expect(answer).toMatchObject({ ok: false, error: { code: 'NETWORK' } });
  });

  test.each(['BUSY', 'INTERNAL'])('answered %s is tried again', async (code) => {
    phone.cloud = (_sent, call) =>
      call === 1 ? refused(code) : answered({ posts: [], unread: 0 });
    expect((await settle(app.cloud.call('member.sync', {}))).ok).toBe(true);
  });

  test.each(['NOT_FOUND', 'STALE', 'PHOTO_MISSING'])('answered %s is final', async (code) => {
    phone.cloud = () => refused(code);
    const answer = await settle(app.cloud.call('hazard.progress', { id: 'x' }));
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(phone.sent).toHaveLength(1);
  });

  test('carries the version it was decided on, and only then', async () => {
    await app.cloud.call('hazard.acknowledge', { id: 'x' }, { seen: 4 });
    await app.cloud.call('hazard.progress', { id: 'x' });
    expect(phone.sent.map(({ seen }) => seen)).toEqual([4, undefined]);
  });

  test.each([
    ['no answer of ours', undefined],
    ['an unknown code', refused('NOPE')],
  ])('with %s is a fault of the cloud, not of the person', async (_name, result) => {
    phone.cloud = () => result;
    const answer = await settle(app.cloud.call('member.sync', {}));
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });

  test('tells which field to mend', async () => {
    phone.cloud = () => ({
      ok: false,
      now: NOW,
      error: { code: 'BAD_INPUT', fields: { words: '太长' } },
    });
    const answer = await app.cloud.call('member.read', { ids: ['a'] });
    expect(answer).toMatchObject({ error: { code: 'BAD_INPUT', fields: { words: '太长' } } });
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestCloud, type TestCloud } from './support/cloud';

const HOUR_MS = 3600 * 1000;
let cloud: TestCloud;

beforeEach(async () => {
  cloud = await startTestCloud({ timers: true });
});

afterEach(async () => {
  await cloud.close();
});

/** Milliseconds from now to the next time it is so late in Beijing. */
function until(hour: number, minute: number): number {
  const now = Date.now();
  const day = Math.floor((now + 8 * HOUR_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS - 8 * HOUR_MS;
  const time = day + hour * HOUR_MS + minute * 60_000;
  return (time > now ? time : time + 24 * HOUR_MS) - now;
}

async function runs(): Promise<unknown[]> {
  return (await cloud.app.database().collection('runs').get()).data;
}

async function untilRuns(count: number): Promise<unknown[]> {
  for (;;) {
    const found = await runs();
    if (found.length >= count) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe('a function with a timer (06:00 every day)', () => {
  test('is run by hand as the timer runs it: known by the context, without a person', async () => {
    const { status, body } = await cloud.local('timer/ticker', {});
    expect(status).toBe(200);
    expect(body).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'dawn' },
      trigger: 'timer',
      source: 'wx_trigger',
    });
    expect(body).not.toHaveProperty('openid');
  });

  test('is run by the schedule when the clock gets there', async () => {
    await cloud.local('clock', { shiftMs: until(6, 0) - 1000 });
    expect(await untilRuns(1)).toMatchObject([{ trigger: 'timer', source: 'wx_trigger' }]);
  });

  test('is run once when the clock is moved past several of its times', async () => {
    await cloud.local('clock', { shiftMs: until(12, 0) + 72 * HOUR_MS });
    await untilRuns(1);
    await cloud.local('clock', { shiftMs: until(13, 0) + 72 * HOUR_MS });
    // A second run would have been started before this one, and ticker answers in order.
    await cloud.local('timer/ticker', {});
    expect(await runs()).toHaveLength(2);
  });

  test('a phone that sends the timer’s own event is still a phone', async () => {
    const forged = { Type: 'Timer', TriggerName: 'dawn', TRIGGER_SRC: 'timer' };
    const { body } = await cloud.phone('person').call('ticker', forged);
    expect(body).toMatchObject({ source: 'wx_client', openid: 'person' });
    expect(body).not.toHaveProperty('trigger');
  });

  test('after a timer, a warm instance tells a phone from it again', async () => {
    await cloud.local('timer/ticker', {});
    const { body } = await cloud.phone('person').call('ticker');
    expect(body).not.toHaveProperty('trigger');
    await cloud.local('timer/ticker', {});
    expect((await cloud.local('timer/ticker', {})).body).not.toHaveProperty('openid');
  });
});

test('a function without a timer cannot be run as one', async () => {
  const { status, body } = await cloud.local('timer/echo', {});
  expect(status).toBe(400);
  expect(body).toMatchObject({ message: expect.stringContaining('echo') });
});

describe('the clock', () => {
  test('moves Date inside functions in every form, and dates given stay', async () => {
    const shiftMs = 400 * 24 * HOUR_MS;
    const { body: clock } = await cloud.local('clock', { shiftMs });
    const from = Date.now() + shiftMs - 60_000;
    expect(Object(clock).now).toBeGreaterThan(from);
    const { body } = await cloud.phone('p').call('echo');
    const said = Object(body);
    for (const time of [said.now, Date.parse(said.fresh), Date.parse(said.text)]) {
      expect(time).toBeGreaterThan(from);
      expect(time).toBeLessThan(from + 10 * 60_000);
    }
    expect(said).toMatchObject({ fixed: '1970-01-01T00:00:00.000Z', isDate: true });
  });

  test('moves in a warm instance as well, and back', async () => {
    const now = async () => Object((await cloud.phone('p').call('echo')).body).now;
    await now();
    await cloud.local('clock', { shiftMs: 10 * HOUR_MS });
    expect(await now()).toBeGreaterThan(Date.now() + 9 * HOUR_MS);
    await cloud.local('clock', { shiftMs: 0 });
    expect(await now()).toBeLessThan(Date.now() + HOUR_MS);
  });

  test('says how it stands', async () => {
    await cloud.local('clock', { shiftMs: -HOUR_MS });
    expect((await cloud.local('clock')).body).toMatchObject({ shiftMs: -HOUR_MS });
  });
});

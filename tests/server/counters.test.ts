import '../builders/without-ai';

import { countToday } from '@anshao/server/counters';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MONDAY } from '../builders/case';
import { type SdkCloud, startSdkCloud } from '../builders/server-sdk';

let sdk: SdkCloud;

beforeAll(async () => {
  sdk = await startSdkCloud();
  sdk.become('hazard');
}, 60_000);

afterAll(() => sdk.close());

const DAY = 24 * 3_600_000;

describe('a day’s counter', () => {
  test('counts each request once, each kind apart, each person and day anew', async () => {
    const count = (request: string, now = MONDAY, openid = 'o-1') =>
      countToday(openid, 'reports', request, now);
    expect(await count('r-1')).toBe(1);
    expect(await count('r-2')).toBe(2);
    expect(await count('r-1')).toBe(0);
    expect(await countToday('o-1', 'guesses', 'r-3', MONDAY)).toBe(1);
    expect(await count('r-4', MONDAY + DAY)).toBe(1);
    expect(await count('r-1', MONDAY, 'o-2')).toBe(1);
  });

  test('is full after two hundred requests and stays as large as it is', async () => {
    for (let i = 0; i < 200; i++) await countToday('o-3', 'guesses', `r-${i}`, MONDAY);
    expect(await countToday('o-3', 'guesses', 'r-200', MONDAY)).toBe(200);
    expect(await countToday('o-3', 'guesses', 'r-201', MONDAY)).toBe(200);
    expect(await countToday('o-3', 'guesses', 'r-5', MONDAY)).toBe(0);
  }, 60_000);

  test('counts everybody who comes at the same moment', async () => {
    const counts = await Promise.all(
      Array.from({ length: 8 }, (_, i) => countToday('o-4', 'slots', `r-${i}`, MONDAY)),
    );
    expect([...counts].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextTime, parseCron } from '../../packages/local-cloud/src/timers/cron';

/** A moment in Beijing. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

function next(expression: string, after: string): string {
  const time = nextTime(parseCron(expression), at(after));
  if (time === undefined) return 'never';
  return new Date(time + 8 * 3600 * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

describe('a timer is due, in Beijing time', () => {
  test.each([
    ['0 */5 * * * * *', '2026-11-24 16:32:10', '2026-11-24 16:35:00'],
    ['*/20 * * * * * *', '2026-11-24 16:32:20', '2026-11-24 16:32:40'],
    ['0 0 6 * * * *', '2026-11-24 06:00:00', '2026-11-25 06:00:00'],
    ['0 0 6 * * * *', '2026-11-24 05:59:59', '2026-11-24 06:00:00'],
    ['0 15,45 8-10 * * * *', '2026-11-24 08:46:00', '2026-11-24 09:15:00'],
    ['0 10 0 1 * * *', '2026-11-24 16:00:00', '2026-12-01 00:10:00'],
    ['0 0 0 29 2 * *', '2026-01-01 00:00:00', '2028-02-29 00:00:00'],
    ['0 0 9 * * MON-FRI *', '2026-11-27 09:00:00', '2026-11-30 09:00:00'],
    ['0 0 9 * JAN * *', '2026-11-24 00:00:00', '2027-01-01 09:00:00'],
    ['0 0 0 1 1 * 2030', '2026-11-24 00:00:00', '2030-01-01 00:00:00'],
    ['0 0 0 1 1 * 2020', '2026-11-24 00:00:00', 'never'],
    ['0 30/10 * * * * *', '2026-11-24 16:00:00', '2026-11-24 16:30:00'],
  ])('%s after %s: %s', (expression, after, due) => {
    expect(next(expression, after)).toBe(due);
  });

  test('a given day and a given weekday are alternatives', () => {
    expect(next('0 0 0 13 * FRI *', '2026-11-24 00:00:00')).toBe('2026-11-27 00:00:00');
    expect(next('0 0 0 13 * FRI *', '2026-12-12 00:00:00')).toBe('2026-12-13 00:00:00');
  });
});

test.each([
  '* * * * *',
  '60 * * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  '* * * * 13 * *',
  '* * * * * 7 *',
  '5-1 * * * * * *',
  '*/0 * * * * * *',
  'x * * * * * *',
  '1/2/3 * * * * * *',
])('%s is no timer', (expression) => {
  expect(() => parseCron(expression)).toThrow();
});

test('no due moment is skipped: between one and the next nothing matches', () => {
  const field = (low: number, high: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: low, max: high }).map(String),
      fc.integer({ min: 1, max: high }).map((step) => `*/${step}`),
    );
  fc.assert(
    fc.property(
      fc.tuple(field(0, 59), field(0, 59), field(0, 23)),
      fc.integer({ min: 0, max: 10 * 365 * 86400 }),
      ([second, minute, hour], seconds) => {
        const cron = parseCron(`${second} ${minute} ${hour} * * * *`);
        const after = at('2026-01-01 00:00:00') + seconds * 1000;
        const matches = (time: number) => {
          const date = new Date(time + 8 * 3600 * 1000);
          return (
            cron.seconds.includes(date.getUTCSeconds()) &&
            cron.minutes.includes(date.getUTCMinutes()) &&
            cron.hours.includes(date.getUTCHours())
          );
        };
        const due = nextTime(cron, after) ?? Number.NaN;
        expect(due).toBeGreaterThan(after);
        expect(matches(due)).toBe(true);
        let earlier = after + 1000;
        while (earlier < due && !matches(earlier)) earlier += 1000;
        expect(earlier).toBe(due);
      },
    ),
    { numRuns: 60 },
  );
});

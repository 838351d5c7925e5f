import {
  addDays,
  compareDates,
  dateOf,
  endOf,
  formatDay,
  formatDayWeek,
  plainDate,
  startOf,
} from '@anshao/core/calendar';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { day } from '../../builders/day';

const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) });

describe('a plain date', () => {
  test('is the day in +08:00, whatever the machine thinks', () => {
    expect(dateOf(Date.UTC(2026, 5, 11, 15, 59, 59, 999))).toBe('2026-06-11');
    expect(dateOf(Date.UTC(2026, 5, 11, 16))).toBe('2026-06-12');
  });

  test('begins where the day before ends', () => {
    expect(startOf(day('2026-06-12'))).toBe(Date.UTC(2026, 5, 11, 16));
    expect(endOf(day('2026-06-11'))).toBe(startOf(day('2026-06-12')));
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-6-1', '20260601', '', '今天'])(
    'is not made of %p',
    (text) => {
      expect(plainDate(text)).toBeUndefined();
    },
  );

  test('knows leap days', () => {
    expect(plainDate('2028-02-29')).toBe('2028-02-29');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
  });

  test('reads as people say it', () => {
    expect(formatDay(day('2026-06-12'))).toBe('6月12日');
    expect(formatDayWeek(day('2026-06-12'))).toBe('6月12日（周五）');
    expect(formatDayWeek(day('2026-11-22'))).toBe('11月22日（周日）');
  });

  test('contains every moment from its start up to its end', () => {
    fc.assert(
      fc.property(moment, (ms) => {
        const date = dateOf(ms);
        expect(startOf(date) <= ms && ms < endOf(date)).toBe(true);
        expect(plainDate(date)).toBe(date);
      }),
    );
  });

  test('counts days forth and back, in the order of time', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -900, max: 900 }), (ms, n) => {
        const date = dateOf(ms);
        const later = addDays(date, n);
        expect(addDays(later, -n)).toBe(date);
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(n));
        expect(startOf(later) - startOf(date)).toBe(n * 86_400_000);
      }),
    );
  });
});

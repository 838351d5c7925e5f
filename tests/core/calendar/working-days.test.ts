import {
  addDays,
  builtInCalendar,
  calendarWith,
  dateOf,
  dueAfter,
  endOf,
  remaining,
  startOf,
  weekdayOf,
  workingDaysBefore,
} from '@anshao/core/calendar';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { at, day } from '../../builders/day';

const due = (start: string, days: number, hour = 10) =>
  dueAfter(at(start, hour), days, builtInCalendar);

describe('the holidays of 2026', () => {
  // The State Council's notice for 2026: days off that fall on weekdays, and weekends worked.
  const OFF = [
    ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
    ...['2026-02-20', '2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05'],
    ...['2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06'],
    '2026-10-07',
  ];
  const WORKED = [
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ];

  test('differ from plain weekdays on exactly the days announced', () => {
    const different: string[] = [];
    for (let date = day('2026-01-01'); date <= '2026-12-31'; date = addDays(date, 1)) {
      const weekday = weekdayOf(date) !== 0 && weekdayOf(date) !== 6;
      if (builtInCalendar.isWorkingDay(date) !== weekday) different.push(date);
    }
    expect(different).toEqual([...OFF, ...WORKED].sort());
  });

  test('are announced up to 2026; 2027 is provisional, plain weekdays until then', () => {
    expect(builtInCalendar.isProvisional(day('2026-12-31'))).toBe(false);
    expect(builtInCalendar.isProvisional(day('2027-01-01'))).toBe(true);
    expect(builtInCalendar.isWorkingDay(day('2027-01-01'))).toBe(true);
  });

  test('stand in the library for no year after that: when they do, say so here and in core', () => {
    for (let date = day('2027-01-01'); date <= '2028-12-31'; date = addDays(date, 1)) {
      const weekday = weekdayOf(date) !== 0 && weekdayOf(date) !== 6;
      expect([date, builtInCalendar.isWorkingDay(date)]).toEqual([date, weekday]);
    }
  });
});

describe('a period of working days', () => {
  test('ends at midnight of the n-th working day after the start day', () => {
    expect(due('2026-05-25', 3)).toEqual({
      at: endOf(day('2026-05-28')),
      date: '2026-05-28',
      provisional: false,
      skipped: [],
    });
  });

  test('does not depend on the hour of the start', () => {
    expect(due('2026-05-25', 1, 0).date).toBe('2026-05-26');
    expect(due('2026-05-25', 1, 23).date).toBe('2026-05-26');
  });

  test('passes over the weekend and names the days it passed', () => {
    expect(due('2026-05-29', 1)).toMatchObject({
      date: '2026-06-01',
      skipped: ['2026-05-30', '2026-05-31'],
    });
  });

  test('passes over a long holiday and counts the Saturday worked for it', () => {
    expect(due('2026-09-30', 2)).toMatchObject({
      date: '2026-10-09',
      skipped: [1, 2, 3, 4, 5, 6, 7].map((n) => `2026-10-0${n}`),
    });
    expect(due('2026-09-30', 3).date).toBe('2026-10-10');
  });

  test('started in Spring Festival begins with the first day of work', () => {
    expect(due('2026-02-18', 1).date).toBe('2026-02-24');
    expect(due('2026-02-18', 5).date).toBe('2026-02-28');
  });

  test('is provisional as soon as one of its days is', () => {
    expect(due('2026-12-30', 1).provisional).toBe(false);
    expect(due('2026-12-30', 2)).toMatchObject({ date: '2027-01-01', provisional: true });
  });

  test('follows a year the federation entered, and is no longer provisional', () => {
    const calendar = calendarWith([
      { year: 2027, holidays: [day('2027-01-01')], workdays: [day('2027-01-03')] },
    ]);
    expect(dueAfter(at('2026-12-30'), 2, calendar)).toMatchObject({
      date: '2027-01-03',
      provisional: false,
      skipped: ['2027-01-01', '2027-01-02'],
    });
  });

  test('lets an entered year win over the built-in one', () => {
    const calendar = calendarWith([{ year: 2026, holidays: [day('2026-05-26')], workdays: [] }]);
    expect(dueAfter(at('2026-05-25'), 1, calendar).date).toBe('2026-05-27');
  });
});

describe('counted over any start', () => {
  const start = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 11, 31) });
  const days = fc.integer({ min: 0, max: 40 });

  test('a period holds n working days, and ends on one', () => {
    fc.assert(
      fc.property(start, days, (ms, n) => {
        const { at: end, date, skipped } = dueAfter(ms, n, builtInCalendar);
        expect(end).toBe(endOf(date));
        const passed = (endOf(date) - endOf(dateOf(ms))) / 86_400_000;
        expect(passed).toBe(n + skipped.length);
        expect(skipped.some((one) => builtInCalendar.isWorkingDay(one))).toBe(false);
        if (n > 0) expect(builtInCalendar.isWorkingDay(date)).toBe(true);
      }),
    );
  });

  test('one more day is always later', () => {
    fc.assert(
      fc.property(start, days, (ms, n) => {
        const sooner = dueAfter(ms, n, builtInCalendar).at;
        expect(dueAfter(ms, n + 1, builtInCalendar).at).toBeGreaterThan(sooner);
      }),
    );
  });

  test('walking back as many working days leads to a day from which the way leads here', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (ms, n) => {
        const { at: end } = dueAfter(ms, n, builtInCalendar);
        const before = workingDaysBefore(end, n, builtInCalendar);
        expect(dueAfter(before - 1, n, builtInCalendar).at).toBe(end);
      }),
    );
  });

  test('what remains right after the start is the period itself', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (ms, n) => {
        const { at: end } = dueAfter(ms, n, builtInCalendar);
        expect(remaining(end, ms, builtInCalendar)).toEqual({ kind: 'left', days: n });
      }),
    );
  });
});

describe('a deadline chip', () => {
  const dueAt = endOf(day('2026-06-12'));
  const shown = (now: number) => remaining(dueAt, now, builtInCalendar);

  test('counts working days down to today', () => {
    expect(shown(at('2026-06-10'))).toEqual({ kind: 'left', days: 2 });
    expect(shown(at('2026-06-11', 23, 59))).toEqual({ kind: 'left', days: 1 });
    expect(shown(startOf(day('2026-06-12')))).toEqual({ kind: 'today' });
    expect(shown(dueAt - 1)).toEqual({ kind: 'today' });
  });

  test('is overdue from midnight on and counts working days since', () => {
    expect(shown(dueAt)).toEqual({ kind: 'overdue', days: 1 });
    expect(shown(at('2026-06-14'))).toEqual({ kind: 'overdue', days: 1 });
    expect(shown(at('2026-06-15'))).toEqual({ kind: 'overdue', days: 1 });
    expect(shown(at('2026-06-17'))).toEqual({ kind: 'overdue', days: 3 });
    expect(shown(at('2026-06-22'))).toEqual({ kind: 'overdue', days: 5 });
  });

  test('on a weekend before a Monday still has one day', () => {
    const monday = endOf(day('2026-06-15'));
    expect(remaining(monday, at('2026-06-13'), builtInCalendar)).toEqual({ kind: 'left', days: 1 });
  });
});

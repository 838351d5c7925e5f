import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dateColumns,
  formatDate,
  parseDate,
  timeColumns,
} from '../../../packages/preview/src/builtins/picker-dates';
import { selectorModel } from '../../../packages/preview/src/builtins/picker-models';

describe('the columns of a date picker', () => {
  test('a month has as many days as it has in its year', () => {
    const days = (year: number) =>
      dateColumns([year, 2, 1], [1900, 1, 1], [2100, 12, 31], 'day').columns[2]?.values.length;
    expect(days(2024)).toBe(29);
    expect(days(2026)).toBe(28);
  });

  test('offer only what lies between start and end', () => {
    const { columns } = dateColumns([2026, 11, 24], [2024, 2, 10], [2026, 11, 24], 'day');
    expect(columns.map(({ values }) => [values[0], values.at(-1)])).toEqual([
      [2024, 2026],
      [1, 11],
      [1, 24],
    ]);
  });

  test('fields name how many columns there are', () => {
    expect(dateColumns([2026, 1, 1], [1900, 1, 1], [2100, 1, 1], 'month').columns).toHaveLength(2);
    expect(formatDate([2026, 3, 9], 'month')).toBe('2026-03');
  });

  test('whatever date is given, the one shown is a real day within the limits', () => {
    const date = fc.tuple(
      fc.integer({ min: 1990, max: 2050 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    fc.assert(
      fc.property(date, (given) => {
        const shown = dateColumns(given, [2000, 6, 15], [2030, 2, 10], 'day');
        const text = formatDate(shown.date, 'day');
        expect(text >= '2000-06-15' && text <= '2030-02-10').toBe(true);
        expect(new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10)).toBe(text);
        for (const { values, index } of shown.columns) expect(values[index]).toBeDefined();
      }),
    );
  });

  test('a date that cannot be read is none', () => {
    expect(parseDate('明天')).toBeUndefined();
    expect(parseDate('2026-11')).toEqual([2026, 11, 1]);
  });
});

test('a time picker keeps to its first and last minute', () => {
  expect(timeColumns([7, 0], [8, 30], [18, 0]).time).toEqual([8, 30]);
  expect(timeColumns([18, 40], [8, 30], [18, 0]).time).toEqual([18, 0]);
});

describe('a selector', () => {
  test('shows the key it is told and answers the index as text', () => {
    const model = selectorModel({
      mode: 'selector',
      range: [{ n: 'a' }, { n: 'b' }],
      rangeKey: 'n',
    });
    model.choose(0, 1);
    expect(model.columns()[0]?.rows).toEqual(['a', 'b']);
    expect(model.result()).toEqual({ value: '1' });
  });

  test('with several columns answers all indices, each within its column', () => {
    const model = selectorModel({
      mode: 'multiSelector',
      range: [['a'], ['b', 'c']],
      value: [9, 1],
    });
    expect(model.result()).toEqual({ value: [0, 1] });
  });
});

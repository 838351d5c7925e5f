import { isCategory } from '@anshao/core/hazard';
import { criterionById } from '@anshao/core/hazard/criteria';
import { industries } from '@anshao/core/org';
import { chooseThree, equipmentKinds } from '@anshao/core/place';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

const titles = (place: Parameters<typeof chooseThree>[0]) =>
  chooseThree(place).map(({ title }) => title);

const somePlace = fc
  .record({
    industry: fc.option(
      fc.oneof(fc.constantFrom(...industries().map(({ id }) => id)), fc.string()),
      {
        nil: undefined,
      },
    ),
    equipment: fc.option(
      fc.oneof(fc.constantFrom(...equipmentKinds().map(({ id }) => id)), fc.string()),
      { nil: undefined },
    ),
    month: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ industry, equipment, month }) => ({
    month,
    ...(industry === undefined ? {} : { industry }),
    ...(equipment === undefined ? {} : { equipment }),
  }));

describe('这里看三样', () => {
  test('are three different things of at most ten characters, anywhere', () => {
    fc.assert(
      fc.property(somePlace, (place) => {
        const chosen = titles(place);
        expect(new Set(chosen).size).toBe(3);
        for (const title of chosen) expect(Array.from(title).length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 500 },
    );
  });

  test('say where they come from: a tile, and a clause that exists', () => {
    for (const { id } of equipmentKinds()) {
      for (const { category, criterion } of chooseThree({ equipment: id, month: 5 })) {
        expect(isCategory(category)).toBe(true);
        if (criterion !== undefined) expect(criterionById(criterion)?.id).toBe(criterion);
      }
    }
  });

  test('look at what stands there first', () => {
    expect(titles({ equipment: 'confinedSpace', industry: 'food', month: 7 }).slice(0, 2)).toEqual([
      '有没有警示牌',
      '下去前测气了没有',
    ]);
  });

  test('change with the season', () => {
    const inMonth = (month: number) => titles({ equipment: 'press', month });
    expect(inMonth(7)).not.toEqual(inMonth(1));
    expect(inMonth(7)).toEqual(inMonth(8));
  });

  test('are the trade’s where nobody said what stands there', () => {
    expect(titles({ industry: 'construction', month: 5 })).toContain('临边栏杆缺没缺');
    expect(titles({ industry: 'delivery', month: 5 })).toContain('刹车轮胎好不好');
  });

  test('hold for a place of which nothing is known', () => {
    expect(titles({ month: 5 })).toContain('安全出口堵没堵');
    expect(titles({ industry: '竹编', equipment: 'toString', month: 5 })).toEqual(
      titles({ month: 5 }),
    );
  });
});

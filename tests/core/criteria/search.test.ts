import { type CriteriaQuery, criteriaInForce, searchCriteria } from '@anshao/core/hazard/criteria';
import { isIndustry } from '@anshao/core/org';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { day } from '../../builders/day';

const TODAY = day('2026-11-24');
const found = (text: string, over: Partial<CriteriaQuery> = {}) =>
  searchCriteria(text, { date: TODAY, limit: 5, ...over }).map(({ id }) => id);
const best = (text: string, over: Partial<CriteriaQuery> = {}) => found(text, over)[0];

describe('the clause that fits comes first', () => {
  test.each<[string, string, string | undefined]>([
    ['打磨间地上积灰很厚', 'decree-10:11-10', 'furniture'],
    ['积尘', 'decree-10:11-10', undefined],
    ['下池子没测气', 'decree-10:13-2', 'food'],
    ['清池 没人看', 'decree-10:13-2', undefined],
    ['污水池没有警示牌', 'decree-10:13-1', 'food'],
    ['电工没证', 'decree-10:3-2', undefined],
    ['焊工无证上岗', 'decree-10:3-2', 'machinery'],
    ['喷漆房没有排风', 'decree-10:7-7', 'machinery'],
    ['喷漆房没有排风', 'decree-10:8-6', 'furniture'],
    ['速冻间超过9人', 'decree-10:12-2', 'food'],
    ['除尘器没有锁气卸灰', 'decree-10:11-6', undefined],
    ['炉坑有水', 'decree-10:7-3', 'machinery'],
    ['锂电池鼓包', 'decree-10:8-7', undefined],
    ['外包队伍没人管', 'decree-10:3-1', undefined],
    ['报警器坏了', 'decree-10:14', 'commerce'],
    ['保险粉受潮', 'decree-10:9-2', undefined],
    ['灰太大', 'decree-10:11-10', 'machinery'],
    ['压力机光栅失灵', 'decree-10:14', 'machinery'],
    ['机房有氨味', 'decree-10:12-1', 'food'],
    ['第十一条（十）', 'decree-10:11-10', undefined],
    ['第十三条二', 'decree-10:13-2', undefined],
  ])('for %p: %s', (text, id, industry) => {
    expect(best(text, industry === undefined ? {} : { industry })).toBe(id);
  });
});

describe('a search', () => {
  test('for an article lists its items in order', () => {
    expect(found('第七条', { limit: 20 }).slice(0, 7)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((n) => `decree-10:7-${n}`),
    );
  });

  test('without words lists the tile’s clauses', () => {
    const listed = searchCriteria(' ', { date: TODAY, category: 'confinedSpace', limit: 50 });
    expect(listed.length).toBeGreaterThan(3);
    expect(listed.every(({ categories }) => categories.includes('confinedSpace'))).toBe(true);
  });

  test('puts the tile’s clauses first among equals, and hides no others', () => {
    const query = { limit: 100 };
    expect(found('中毒', { ...query, category: 'confinedSpace' }).sort()).toEqual(
      found('中毒', query).sort(),
    );
  });

  test('finds nothing where nothing fits', () => {
    expect(found('食堂的菜太咸')).toEqual([]);
    expect(found('xyz')).toEqual([]);
    expect(found('没带安全带', { industry: 'machinery' })).toEqual([]);
    expect(found('有没有人')).toEqual([]);
  });

  test('offers nothing that is not in force', () => {
    expect(found('积尘', { date: day('2023-05-14') })).toEqual([]);
  });

  test('finds every clause by each of its own words', () => {
    for (const criterion of criteriaInForce(TODAY)) {
      for (const word of criterion.words) {
        expect([word, found(word, { limit: 100 }).includes(criterion.id)]).toEqual([word, true]);
      }
    }
  });

  test('finds every clause first by its heading, in a firm of its trade', () => {
    for (const criterion of criteriaInForce(TODAY)) {
      const words = `${criterion.heading} ${criterion.words.join(' ')}`;
      const industry = isIndustry(criterion.scope) ? criterion.scope : 'commerce';
      const top = searchCriteria(words, { date: TODAY, industry, limit: 1 })[0];
      expect([criterion.id, top?.id]).toEqual([criterion.id, criterion.id]);
    }
  });

  test('takes any text and keeps to its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 10 }), (text, limit) => {
        const ids = found(text, { limit });
        expect(ids.length).toBeLessThanOrEqual(limit);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

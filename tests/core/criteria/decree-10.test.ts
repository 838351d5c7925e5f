import { isCategory } from '@anshao/core/hazard';
import {
  CRITERIA_DOCUMENTS,
  criteriaInForce,
  criterionById,
  documentsInForce,
} from '@anshao/core/hazard/criteria';
import { describe, expect, test } from '@jest/globals';
import { day } from '../../builders/day';

const TODAY = day('2026-11-24');
const all = criteriaInForce(TODAY);
const articleOf = (id: string) => Number(id.split(':')[1]?.split('-')[0]);
const scopesFor = (industry: string) =>
  new Set(criteriaInForce(TODAY, industry).map(({ scope }) => scope));

describe('the criteria for industry and commerce', () => {
  test('have the items of each article, and article 14 as no further item', () => {
    const counts = new Map<number, number>();
    for (const { id } of all) counts.set(articleOf(id), (counts.get(articleOf(id)) ?? 0) + 1);
    expect([...counts]).toEqual([
      ...[
        [3, 3],
        [4, 8],
        [5, 13],
        [6, 8],
        [7, 7],
        [8, 7],
        [9, 2],
        [10, 2],
        [11, 10],
      ],
      ...[
        [12, 2],
        [13, 2],
        [14, 1],
      ],
    ]);
    expect(all.filter(({ article }) => article !== '第十四条')).toHaveLength(64);
  });

  test('are cited as the decree numbers them', () => {
    const cited = (id: string) => criterionById(id)?.article;
    expect(cited('decree-10:3-2')).toBe('第三条（二）');
    expect(cited('decree-10:5-13')).toBe('第五条（十三）');
    expect(cited('decree-10:11-10')).toBe('第十一条（十）');
    expect(cited('decree-10:14')).toBe('第十四条');
    expect(new Set(all.map(({ article }) => article)).size).toBe(65);
  });

  test('say what they are about in few plain words, with words to find them by', () => {
    for (const { id, heading, phrase, words, categories } of all) {
      expect([id, heading.length]).toEqual([id, Math.min(heading.length, 40)]);
      expect([id, Array.from(phrase).length <= 14]).toEqual([id, true]);
      expect([id, words.length >= 4]).toEqual([id, true]);
      expect(new Set(words).size).toBe(words.length);
      expect(words).not.toContain('');
      expect(categories.every(isCategory)).toBe(true);
    }
  });

  test('never judge or order in our wording', () => {
    for (const { heading, phrase } of all) {
      expect(heading + phrase).not.toMatch(/重大|责令|应当|处罚|认定|依法/);
    }
  });

  test('carry their document, its dates and where it was found', () => {
    expect(criterionById('decree-10:11-10')).toMatchObject({
      document: 'decree-10',
      edition: '《工贸企业重大事故隐患判定标准》（应急管理部令第10号）',
      effective: '2023-05-15',
      end: null,
    });
  });
});

describe('in force', () => {
  test('from the day of effect on, not before', () => {
    expect(criteriaInForce(day('2023-05-14'))).toEqual([]);
    expect(criteriaInForce(day('2023-05-15'))).toHaveLength(65);
  });

  test('for a trade are its own, the general ones and those of dangers found in any trade', () => {
    expect(scopesFor('machinery')).toEqual(
      new Set(['general', 'machinery', 'dust', 'ammonia', 'confinedSpace']),
    );
    expect(scopesFor('furniture')).toEqual(
      new Set(['general', 'lightIndustry', 'dust', 'ammonia', 'confinedSpace']),
    );
  });

  test('for commerce, which has no article, are articles 3 and 11 to 14', () => {
    const articles = criteriaInForce(TODAY, 'commerce').map(({ id }) => articleOf(id));
    expect(new Set(articles)).toEqual(new Set([3, 11, 12, 13, 14]));
  });

  test('for an industry with documents of its own is none of them', () => {
    expect(criteriaInForce(TODAY, 'construction')).toEqual([]);
    expect(documentsInForce(TODAY, 'construction').map(({ id }) => id)).toContain('housing-2024');
  });

  test('for an industry nobody knows are all: not knowing hides nothing', () => {
    expect(criteriaInForce(TODAY, '竹编')).toHaveLength(65);
  });
});

describe('the documents', () => {
  test('by industry follow their dates', () => {
    const coal = (date: string) => documentsInForce(day(date), 'coal').map(({ id }) => id);
    expect(coal('2026-06-30')).not.toContain('coal-21');
    expect(coal('2026-07-01')).toContain('coal-21');
    expect(coal('2026-07-01')).not.toContain('decree-10');
  });

  test('for fire and special equipment are for every industry', () => {
    for (const industry of ['machinery', 'coal', 'services']) {
      const ids = documentsInForce(TODAY, industry).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['gb-35181-2025', 'gb-45067-2024']));
    }
  });

  test('that state no day of effect have none', () => {
    const silent = CRITERIA_DOCUMENTS.filter(({ effective }) => effective === null);
    expect(silent.map(({ id }) => id)).toEqual([
      'mining-2024',
      'fireworks-2017',
      'explosives-2024',
    ]);
    expect(documentsInForce(TODAY, 'fireworks').map(({ id }) => id)).toContain('fireworks-2017');
  });

  test('have clauses here only if their text was read', () => {
    for (const { loaded, checked } of CRITERIA_DOCUMENTS) {
      if (loaded) expect(checked).toBe('text');
    }
  });
});

import { industries, industryWord, isIndustry, tradeOf } from '@anshao/core/org';
import { expect, test } from '@jest/globals';

test('every industry has its own word', () => {
  const words = industries().map(({ word }) => word);
  expect(new Set(words).size).toBe(words.length);
  expect(words.every((word) => word.length >= 2 && word.length <= 8)).toBe(true);
});

test('a word typed freely reads as it is', () => {
  expect(industryWord('machinery')).toBe('机械制造');
  expect(industryWord('竹编')).toBe('竹编');
  expect(isIndustry('toString')).toBe(false);
});

test('an industry is of a trade, of none, or not known', () => {
  expect(tradeOf('furniture')).toBe('lightIndustry');
  expect(tradeOf('construction')).toBeNull();
  expect(tradeOf('竹编')).toBeUndefined();
});

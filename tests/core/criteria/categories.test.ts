import { categoriesFor, categoryIcon, categoryWord, isCategory } from '@anshao/core/hazard';
import { industries } from '@anshao/core/org';
import { describe, expect, test } from '@jest/globals';

const KNOWN = industries().map(({ id }) => id);
const words = (industry?: string) => categoriesFor(industry).map(({ word }) => word);

describe('the tiles of the report page', () => {
  test.each([undefined, '竹编', ...KNOWN])('for %s are at most twelve, 说不清 last', (industry) => {
    const tiles = words(industry);
    expect(tiles).toHaveLength(12);
    expect(new Set(tiles).size).toBe(12);
    expect(tiles[11]).toBe('说不清');
    expect(tiles).toContain('强令冒险');
    expect(tiles.every((word) => word.length <= 4)).toBe(true);
  });

  test('begin as drawn where nobody knows better', () => {
    expect(words()).toEqual([
      ...['机械防护', '用电', '消防通道', '车辆叉车', '高处坠落', '有限空间', '粉尘危化'],
      ...['坍塌', '职业危害', '特种设备', '强令冒险', '说不清'],
    ]);
  });

  test('begin with what an industry fears most', () => {
    expect(words('construction').slice(0, 3)).toEqual(['高处坠落', '脚手架', '基坑沟槽']);
    expect(words('delivery').slice(0, 2)).toEqual(['车况路况', '超时疲劳']);
    expect(words('furniture')[0]).toBe('粉尘危化');
  });

  test('read as 说不清 where a tile is no longer known', () => {
    expect(categoryWord('gone')).toBe('说不清');
    expect(categoryIcon('gone')).toBe(categoryIcon('unclear'));
    expect(isCategory('constructor')).toBe(false);
  });
});

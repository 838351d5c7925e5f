import { categoriesFor } from '@anshao/core/hazard';
import {
  criteriaInForce,
  criterionById,
  suggestWording,
  WORDING_LENGTH,
} from '@anshao/core/hazard/criteria';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { day } from '../../builders/day';

const clause = (id: string) => {
  const found = criterionById(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('工会的说法', () => {
  test('says where and what is wrong', () => {
    expect(suggestWording(clause('decree-10:11-10'), '打磨间')).toBe('打磨间粉尘积厚没有清扫');
    expect(suggestWording('exit', '仓库北门')).toBe('仓库北门消防通道有隐患');
  });

  test('shortens a long place to its last part, then cuts it', () => {
    expect(suggestWording(clause('decree-10:13-2'), '示例食品厂二期污水处理站 · 调节池')).toBe(
      '调节池进有限空间没审批没检测',
    );
  });

  test('never exceeds twenty characters, whatever the place is called', () => {
    const clauses = fc.constantFrom(...criteriaInForce(day('2026-11-24')));
    fc.assert(
      fc.property(fc.oneof(clauses, fc.string()), fc.string({ unit: 'binary' }), (what, place) => {
        const wording = suggestWording(what, place);
        expect(Array.from(wording).length).toBeLessThanOrEqual(WORDING_LENGTH);
        expect(wording).not.toBe('');
      }),
    );
  });

  test('keeps the place where there is room for it', () => {
    for (const criterion of criteriaInForce(day('2026-11-24'))) {
      expect(suggestWording(criterion, '打磨间')).toMatch(/^打磨间/);
    }
    for (const { id } of categoriesFor('delivery')) {
      expect(suggestWording(id, '换电柜')).toMatch(/^换电柜/);
    }
  });
});

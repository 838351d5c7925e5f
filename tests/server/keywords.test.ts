import '../builders/without-ai';

import { fitKeyword } from '@anshao/server/wechat';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

describe('a value of a WeChat message', () => {
  test('fits its keyword whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const fitted = fitKeyword('thing1', text);
        expect([...fitted].length).toBeGreaterThanOrEqual(1);
        expect([...fitted].length).toBeLessThanOrEqual(20);
        expect(fitted.trim()).toBe(fitted);
      }),
    );
  });

  test('is not touched when it fits', () => {
    expect(fitKeyword('thing1', '工会已受理')).toBe('工会已受理');
    expect(fitKeyword('thing1', '一'.repeat(20))).toBe('一'.repeat(20));
    expect(fitKeyword('thing1', '一'.repeat(21))).toBe(`${'一'.repeat(19)}…`);
  });

  test('a time is that of +08:00, on any day', () => {
    expect(fitKeyword('time3', Date.UTC(2026, 4, 25, 2, 24))).toBe('2026年5月25日 10:24');
    expect(fitKeyword('time3', Date.UTC(2026, 11, 31, 16, 0))).toBe('2027年1月1日 00:00');
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keywordProblem } from '../../packages/local-cloud/src/wechat/keywords';

describe('a template value that fits', () => {
  test.each([
    ['thing1', '灭火器过期 3 only!'],
    ['number2', '-12.50'],
    ['letter3', 'abcXYZ'],
    ['symbol4', '!?#'],
    ['character_string5', 'AB-2026/0001'],
    ['time6', '15:01'],
    ['time6', '2019年10月1日 15:01'],
    ['time6', '2019-10-01 15:01:22~2019-10-01 16:00'],
    ['date7', '2019年10月1日'],
    ['date7', '2019年10月1日 15:01'],
    ['amount8', '￥100.05元'],
    ['phone_number9', '+86-0766-66888866'],
    ['car_number10', '粤A8Z888挂'],
    ['name11', '张三'],
    ['name11', 'Anna Lee'],
    ['phrase12', '已受理'],
  ])('%s: %s', (keyword, value) => {
    expect(keywordProblem(keyword, value)).toBeUndefined();
  });
});

describe('a template value that WeChat refuses', () => {
  test.each([
    ['thing1', '字'.repeat(21)],
    ['thing1', '   '],
    ['thing1', 5],
    ['number2', '一'],
    ['number2', '1'.repeat(33)],
    ['letter3', 'a1'],
    ['symbol4', 'a'],
    ['character_string5', '中文'],
    ['time6', '25:00'],
    ['time6', '明天'],
    ['date7', '15:01'],
    ['amount8', '$$1'],
    ['phone_number9', '1'.repeat(18)],
    ['car_number10', '粤A8Z888挂挂挂'],
    ['name11', '一二三四五六七八九十一'],
    ['phrase12', '五个字以上的'],
    ['phrase12', 'ok'],
    ['site1', '没有这种'],
    ['thing', '没有编号'],
  ])('%s: %s', (keyword, value) => {
    expect(keywordProblem(keyword, value)).toContain(keyword);
  });
});

test('whatever the text, a thing fits exactly when it has 1 to 20 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 30 }), (text) => {
      const characters = [...text].length;
      const fits = text.trim() !== '' && characters <= 20;
      expect(keywordProblem('thing1', text) === undefined).toBe(fits);
    }),
  );
});

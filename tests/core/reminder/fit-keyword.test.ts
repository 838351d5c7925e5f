import { fitKeyword, type Keyword, keywordMoment, type TextKeyword } from '@anshao/core/reminder';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { at } from '../../builders/day';

/** What the platform takes, by type of field, written down from its table of limits. */
const TAKEN: Readonly<Record<Keyword, RegExp>> = {
  thing: /^[^\p{Cc}\p{Cs}\p{Co}\p{Extended_Pictographic}]{1,20}$/u,
  phrase: /^[\u3400-\u9fff]{1,5}$/,
  name: /^(?:[\u3400-\u9fffA-Za-z·.\- ]{1,10}|[A-Za-z·.\- ]{1,20})$/,
  character_string: /^[\x21-\x7e]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[!-/:-@[-`{-~]{1,5}$/,
  number: /^-?\d{1,20}(?:\.\d{1,8})?$/,
  amount: /^¥\d{1,10}(?:\.\d{1,2})?$/,
  time: /^(?:\d{4}年\d{1,2}月\d{1,2}日 )?\d\d:\d\d$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日(?: \d\d:\d\d)?$/,
  phone_number: /^\+?[\d-]{3,17}$/,
  car_number: /^[\u4e00-\u9fff][A-Z0-9]{5,6}[A-Z0-9\u4e00-\u9fff]$/,
};
const TEXT_TYPES: readonly TextKeyword[] = [
  ...(['thing', 'phrase', 'name', 'character_string', 'letter', 'symbol'] as const),
];
const FACT_TYPES = ['number', 'amount', 'time', 'date', 'phone_number', 'car_number'] as const;

const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '冲',
        '压',
        'A',
        ' ',
        '\n',
        '9',
        '😀',
        '👨‍👩‍👧',
        '𠮷',
        '-',
        '：',
        '年',
        '/',
        ':',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

describe('a field of a message', () => {
  test.each(TEXT_TYPES)('of type %s takes any text at all', (type) => {
    fc.assert(
      fc.property(someText, (text) => {
        const fitted = fitKeyword(type, text);
        expect(fitted).toMatch(TAKEN[type]);
        expect(fitted).toBe(fitted.trim());
        if (type === 'thing') expect(fitted.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 400 },
    );
  });

  test.each(FACT_TYPES)('of type %s takes the fact or says there is none', (type) => {
    fc.assert(
      fc.property(someText, (text) => {
        const fitted = fitKeyword(type, text);
        if (fitted !== undefined) expect(fitted).toMatch(TAKEN[type]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([...TEXT_TYPES, ...FACT_TYPES])('of type %s leaves alone what fits already', (type) => {
    fc.assert(
      fc.property(someText, (text) => {
        const once = fitKeyword(type, text);
        if (once !== undefined) expect(fitKeyword(type, once)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});

describe('in particular', () => {
  test.each<[Keyword, string, string | undefined]>([
    ['thing', '冲压车间 · 3 号压力机旁', '冲压车间 · 3 号压力机旁'],
    [
      'thing',
      '示范市第一机械制造有限责任公司冲压车间南门',
      '示范市第一机械制造有限责任公司冲压车间…',
    ],
    ['thing', '两行\n一个表情😀', '两行 一个表情'],
    ['thing', '  ', '请点开查看'],
    ['thing', '𠮷师傅', '𠮷师傅'],
    ['phrase', '工会已受理，会来看', '工会已受理'],
    ['phrase', 'OK', '有新进展'],
    ['name', '欧阳·娜娜 13800000000', '欧阳·娜娜'],
    ['name', 'Elizabeth Alexandra Mary', 'Elizabeth Alexandra'],
    ['name', '12345', '工会'],
    ['character_string', '2026-7QHK2M', '2026-7QHK2M'],
    ['character_string', '示机工安建〔2026〕3 号', '20263'],
    ['number', '还剩 2 天', '2'],
    ['number', '两天', undefined],
    ['amount', '200.5元', '¥200.5'],
    ['time', '2026-06-12 16:00', '2026年6月12日 16:00'],
    ['time', '今天 9:05', '09:05'],
    ['time', '今天', undefined],
    ['date', '2026/6/12', '2026年6月12日'],
    ['date', '2026年6月31日', undefined],
    ['date', '16:00', undefined],
    ['phone_number', '电话 0000-1666', '0000-1666'],
    ['car_number', '车牌粤a8z888挂', '粤A8Z888挂'],
  ])('%s of %p is %p', (type, text, expected) => {
    expect(fitKeyword(type, text)).toBe(expected);
  });

  test('a moment is written in +08:00 and fits both its types', () => {
    const moment = keywordMoment(at('2026-06-12', 16, 5));
    expect(moment).toBe('2026年6月12日 16:05');
    expect(fitKeyword('time', moment)).toBe(moment);
    expect(fitKeyword('date', moment)).toBe(moment);
  });
});

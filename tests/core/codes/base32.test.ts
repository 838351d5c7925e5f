import {
  caseNumber,
  encodeBase32,
  groupCode,
  inviteCode,
  isCaseNumber,
  isInviteCode,
  isPlaceCode,
  isReceiptCode,
  normalizeCode,
  placeCode,
  receiptCode,
} from '@anshao/core/codes';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

const random = fc.uint8Array({ minLength: 13, maxLength: 20 });

describe('a code for people', () => {
  test('takes five bits a character, from the left', () => {
    expect(encodeBase32(Uint8Array.of(0, 0, 0, 0, 0), 8)).toBe('00000000');
    expect(encodeBase32(Uint8Array.of(255, 255, 255, 255, 255), 8)).toBe('ZZZZZZZZ');
    expect(encodeBase32(Uint8Array.of(0b00001_000, 0b10_00011_0, 0b0100_0010), 4)).toBe('1234');
  });

  test('is never made of too few bytes', () => {
    expect(() => receiptCode(new Uint8Array(12))).toThrow('20 characters');
  });

  test('has no letter that is mistaken for another', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        expect(receiptCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
        expect(placeCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
      }),
    );
  });

  test('is recognised by its own check only', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 2000, max: 2099 }), (bytes, year) => {
        expect(isReceiptCode(receiptCode(bytes))).toBe(true);
        expect(isPlaceCode(placeCode(bytes))).toBe(true);
        expect(isInviteCode(inviteCode(bytes))).toBe(true);
        expect(isCaseNumber(caseNumber(year, bytes))).toBe(true);
        expect(isReceiptCode(caseNumber(year, bytes))).toBe(false);
        expect(isCaseNumber(receiptCode(bytes))).toBe(false);
      }),
    );
  });

  test('survives being read aloud, copied by hand and typed on a Chinese keyboard', () => {
    const wide = (code: string) =>
      [...code].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('');
    const misread = (code: string) => code.replace(/0/g, 'o').replace(/1/g, 'l');
    const handed: ((code: string) => string)[] = [
      groupCode,
      (code) => code.toLowerCase(),
      misread,
      wide,
      (code) => ` ${groupCode(code).replace(/-/g, ' ')}\n`,
      (code) => groupCode(code).replace(/-/g, '－'),
    ];
    fc.assert(
      fc.property(random, fc.constantFrom(...handed), (bytes, hand) => {
        const code = receiptCode(bytes);
        expect(normalizeCode(hand(code))).toBe(code);
      }),
    );
  });

  test('with a U in it is wrong, not guessed', () => {
    expect(isReceiptCode(normalizeCode('U234-5678-9ABC-DEFG-HJKM'))).toBe(false);
    expect(isReceiptCode(normalizeCode('V234-5678-9ABC-DEFG-HJKM'))).toBe(true);
  });

  test('is written in groups of four', () => {
    expect(groupCode('0123456789ABCDEFGHJK')).toBe('0123-4567-89AB-CDEF-GHJK');
  });

  test('names the year of a case', () => {
    expect(caseNumber(2026, Uint8Array.of(0, 0, 0, 0))).toBe('2026-000000');
    expect(isCaseNumber('2026-7QHK2M')).toBe(true);
    expect(isCaseNumber('2026-7QHKIM')).toBe(false);
    expect(isCaseNumber('26-7QHK2M')).toBe(false);
  });
});

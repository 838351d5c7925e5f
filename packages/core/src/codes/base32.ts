/** Digits and capitals without I, L, O, U: nothing that a tired hand mistakes for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const RECEIPT_LENGTH = 20;
const PLACE_LENGTH = 20;
const CASE_LENGTH = 6;
const INVITE_LENGTH = 16;
const FOUNDING_LENGTH = 20;

/** The first `length` characters (5 bits each) of some bytes; too few bytes is a bug. */
export const encodeBase32 = (bytes: Uint8Array, length: number): string => {
  if (bytes.length * 8 < length * 5) throw new Error(`${length} characters need more bytes`);
  let text = '';
  for (let i = 0; i < length; i++) {
    const bit = i * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return text;
};

/**
 * A code as typed by hand: full-width characters of a Chinese keyboard narrowed, spaces and hyphens
 * dropped, capitals, O read as 0, I and L as 1. A U stays and makes the code invalid.
 */
export const normalizeCode = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toUpperCase()
    .replace(/[\s\-‐‑–—−·_]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** XXXX-XXXX-… for reading aloud. */
export const groupCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

const isCode = (text: string, length: number): boolean =>
  text.length === length && [...text].every((char) => ALPHABET.includes(char));

/** 编号, e.g. 2026-7QHK2M; `random` at least 4 bytes. */
export const caseNumber = (year: number, random: Uint8Array): string =>
  `${year}-${encodeBase32(random, CASE_LENGTH)}`;

/** 查询码: 100 bits; `random` at least 13 bytes. */
export const receiptCode = (random: Uint8Array): string => encodeBase32(random, RECEIPT_LENGTH);

/** The scene of a place's QR; `random` at least 13 bytes. */
export const placeCode = (random: Uint8Array): string => encodeBase32(random, PLACE_LENGTH);

/** 邀请码; `random` at least 10 bytes. */
export const inviteCode = (random: Uint8Array): string => encodeBase32(random, INVITE_LENGTH);

export const isReceiptCode = (text: string): boolean => isCode(text, RECEIPT_LENGTH);
export const isPlaceCode = (text: string): boolean => isCode(text, PLACE_LENGTH);
export const isInviteCode = (text: string): boolean => isCode(text, INVITE_LENGTH);
/** 建库口令, with which the first person founds the federation. */
export const isFoundingCode = (text: string): boolean => isCode(text, FOUNDING_LENGTH);
export const isCaseNumber = (text: string): boolean =>
  /^\d{4}-/.test(text) && isCode(text.slice(5), CASE_LENGTH);

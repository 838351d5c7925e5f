import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

/**
 * A calendar day in +08:00, 'YYYY-MM-DD'. Branded, because `new Date('2026-05-25')` is midnight in
 * UTC, which is already eight in the morning here: days and moments must not mix by accident.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;
const FORM = 'YYYY-MM-DD';

const brand = (text: string): PlainDate => text as PlainDate;

let extended = false;

/**
 * The day as a reckoning in UTC, where no zone and no summer time can move it. The library is
 * touched here alone, so that a function need not load it before a day is put into words.
 */
const reckon = (date: string) => {
  if (!extended) dayjs.extend(utc);
  extended = true;
  return dayjs.utc(date);
};

/** The day that begins so many days after 1970-01-01. By arithmetic: lists ask it thousands of times. */
const fromDays = (days: number): PlainDate =>
  brand(new Date(days * DAY_MS).toISOString().slice(0, FORM.length));

/**
 * The date a text names, or undefined if there is no such day. By arithmetic: the criteria ask it
 * while a function loads, when the library has not been compiled yet.
 */
export const plainDate = (text: string): PlainDate | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const date = fromDays(ms / DAY_MS);
  return date === text ? date : undefined;
};

/** The day in +08:00 on which a moment (epoch ms) lies. */
export const dateOf = (epochMs: number): PlainDate =>
  fromDays(Math.floor((epochMs + OFFSET_MS) / DAY_MS));

/** Epoch ms of 00:00 +08:00. */
export const startOf = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) - OFFSET_MS;

/** Epoch ms of 24:00 +08:00. */
export const endOf = (date: PlainDate): number => startOf(date) + DAY_MS;

export const addDays = (date: PlainDate, days: number): PlainDate =>
  dateOf(startOf(date) + days * DAY_MS);

/** Negative, zero or positive, as for sorting. */
export const compareDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));

/** 0 is Sunday. */
export const weekdayOf = (date: PlainDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** 6月12日 */
export const formatDay = (date: PlainDate): string => reckon(date).format('M月D日');

/** 6月12日（周五） */
export const formatDayWeek = (date: PlainDate): string =>
  `${formatDay(date)}（周${'日一二三四五六'.charAt(weekdayOf(date))}）`;

import chineseDays from 'chinese-days';
import { addDays, dateOf, endOf, type PlainDate, startOf, weekdayOf, yearOf } from './plain-date';

/** Which days count. A year whose holidays are not announced yet is provisional. */
export interface Calendar {
  isWorkingDay(date: PlainDate): boolean;
  isProvisional(date: PlainDate): boolean;
}

/** A year's announced days off and make-up days, as a federation may enter them before an update. */
export interface CalendarYear {
  readonly year: number;
  readonly holidays: readonly PlainDate[];
  readonly workdays: readonly PlainDate[];
}

/** The last year for which chinese-days carries the State Council's announcement. */
const LAST_ANNOUNCED_YEAR = 2026;
const FIRST_ANNOUNCED_YEAR = 2004;

const isWeekday = (date: PlainDate): boolean => weekdayOf(date) % 6 !== 0;

/** The calendar with further years, which win over what is built in. */
export const calendarWith = (years: readonly CalendarYear[]): Calendar => {
  const entered = new Map(
    years.map((year) => [
      year.year,
      { holidays: new Set(year.holidays), workdays: new Set(year.workdays) },
    ]),
  );
  const announced = (date: PlainDate): boolean =>
    yearOf(date) >= FIRST_ANNOUNCED_YEAR && yearOf(date) <= LAST_ANNOUNCED_YEAR;
  return {
    isWorkingDay: (date) => {
      const year = entered.get(yearOf(date));
      if (year !== undefined) {
        return year.workdays.has(date) || (isWeekday(date) && !year.holidays.has(date));
      }
      return announced(date) ? chineseDays.isWorkday(date) : isWeekday(date);
    },
    isProvisional: (date) => !entered.has(yearOf(date)) && !announced(date),
  };
};

export const builtInCalendar: Calendar = calendarWith([]);

/** A due moment with what a person may ask about it. */
export interface DueDate {
  /** Epoch ms of 24:00 +08:00. */
  readonly at: number;
  readonly date: PlainDate;
  /** Some day on the way lies in a year that is not announced. */
  readonly provisional: boolean;
  /** The days passed over. */
  readonly skipped: readonly PlainDate[];
}

/** n working days end at 24:00 +08:00 of the n-th working day after the day of `startMs`. */
export const dueAfter = (startMs: number, workingDays: number, calendar: Calendar): DueDate => {
  const skipped: PlainDate[] = [];
  let date = dateOf(startMs);
  let provisional = false;
  for (let left = workingDays; left > 0; ) {
    date = addDays(date, 1);
    provisional ||= calendar.isProvisional(date);
    if (calendar.isWorkingDay(date)) left -= 1;
    else skipped.push(date);
  }
  return { at: endOf(date), date, provisional, skipped };
};

/** The moment n working days before a due moment (24:00 of a day), itself a 24:00. */
export const workingDaysBefore = (ms: number, workingDays: number, calendar: Calendar): number => {
  let date = dateOf(ms - 1);
  for (let left = workingDays; left > 0; ) {
    date = addDays(date, -1);
    if (calendar.isWorkingDay(date)) left -= 1;
  }
  return endOf(date);
};

/** What a deadline chip shows, in working days. */
export type Remaining =
  | { readonly kind: 'left'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'overdue'; readonly days: number };

/** How far a due moment is from now. Overdue k counts the working days since, at least 1. */
export const remaining = (dueAt: number, now: number, calendar: Calendar): Remaining => {
  const due = dateOf(dueAt - 1);
  const today = dateOf(now);
  if (due === today) return { kind: 'today' };
  return now < dueAt
    ? { kind: 'left', days: Math.max(1, workingDaysBetween(today, due, calendar)) }
    : { kind: 'overdue', days: Math.max(1, workingDaysBetween(due, today, calendar)) };
};

/** Working days after `from` up to and with `to`. */
const workingDaysBetween = (from: PlainDate, to: PlainDate, calendar: Calendar): number => {
  let count = 0;
  for (let ms = startOf(addDays(from, 1)); ms < endOf(to); ms += 86_400_000) {
    if (calendar.isWorkingDay(dateOf(ms))) count += 1;
  }
  return count;
};

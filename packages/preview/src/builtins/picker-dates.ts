export type DateFields = 'year' | 'month' | 'day';

export interface Column {
  readonly label: string;
  readonly values: readonly number[];
  /** Row of the current value. */
  readonly index: number;
}

const DATE_LABELS = ['年', '月', '日'] as const;

/** `2026-11-24`, `2026-11` or `2026` as numbers; what is missing is 1. */
export function parseDate(text: string): [number, number, number] | undefined {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(text);
  if (!match) return undefined;
  return [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
}

export function parseTime(text: string): [number, number] | undefined {
  const match = /^(\d{1,2}):(\d{1,2})/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

/** The date as WeChat gives it, as many parts as `fields` names. */
export function formatDate(date: readonly number[], fields: DateFields): string {
  const count = { year: 1, month: 2, day: 3 }[fields];
  return date
    .slice(0, count)
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'))
    .join('-');
}

export function formatTime(time: readonly number[]): string {
  return time.map((part) => String(part).padStart(2, '0')).join(':');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/**
 * The columns of a date picker: only dates from `start` to `end` can be chosen.
 * @returns the date moved into these limits, and its columns
 */
export function dateColumns(
  date: readonly [number, number, number],
  start: readonly [number, number, number],
  end: readonly [number, number, number],
  fields: DateFields,
): { date: [number, number, number]; columns: Column[] } {
  const year = clamp(date[0], start[0], end[0]);
  const months = range(year === start[0] ? start[1] : 1, year === end[0] ? end[1] : 12);
  const month = clamp(date[1], months[0] ?? 1, months.at(-1) ?? 12);
  const first = year === start[0] && month === start[1] ? start[2] : 1;
  const length = new Date(year, month, 0).getDate();
  const last = year === end[0] && month === end[1] ? Math.min(end[2], length) : length;
  const days = range(first, last);
  const day = clamp(date[2], days[0] ?? 1, days.at(-1) ?? length);
  const lists = [range(start[0], end[0]), months, days];
  const parts: [number, number, number] = [year, month, day];
  const columns = lists.slice(0, { year: 1, month: 2, day: 3 }[fields]).map((values, at) => ({
    label: DATE_LABELS[at] ?? '',
    values,
    index: Math.max(0, values.indexOf(parts[at] ?? 0)),
  }));
  return { date: parts, columns };
}

/** The columns of a time picker between two times of one day. */
export function timeColumns(
  time: readonly [number, number],
  start: readonly [number, number],
  end: readonly [number, number],
): { time: [number, number]; columns: Column[] } {
  const hours = range(start[0], end[0]);
  const hour = clamp(time[0], start[0], end[0]);
  const minutes = range(hour === start[0] ? start[1] : 0, hour === end[0] ? end[1] : 59);
  const minute = clamp(time[1], minutes[0] ?? 0, minutes.at(-1) ?? 59);
  return {
    time: [hour, minute],
    columns: [
      { label: '时', values: hours, index: Math.max(0, hours.indexOf(hour)) },
      { label: '分', values: minutes, index: Math.max(0, minutes.indexOf(minute)) },
    ],
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

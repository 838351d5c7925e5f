/**
 * The platform's timer expressions: second minute hour day month weekday year, in Beijing time.
 * `*`, lists `1,2`, ranges `1-5`, steps `0/5` or `*` + `/5`, month and weekday names. A given day
 * and a given weekday are alternatives, as the platform has it.
 */
interface Cron {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  readonly anyDay: boolean;
  readonly anyWeekday: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const BEIJING_MS = 8 * 3600 * 1000;
const DAY_MS = 24 * 3600 * 1000;
// A leap day on a given weekday comes back within 28 years.
const HORIZON_DAYS = 28 * 366;

/**
 * Reads an expression.
 * @throws Error saying which field is wrong
 */
export function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 7) {
    throw new Error(`a timer needs seven fields, "${expression}" has ${fields.length}`);
  }
  const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = ''] =
    fields;
  return {
    seconds: sorted(fieldOf('second', second, 0, 59)),
    minutes: sorted(fieldOf('minute', minute, 0, 59)),
    hours: sorted(fieldOf('hour', hour, 0, 23)),
    days: fieldOf('day', day, 1, 31),
    months: fieldOf('month', month, 1, 12, MONTHS, 1),
    weekdays: fieldOf('weekday', weekday, 0, 6, WEEKDAYS, 0),
    years: fieldOf('year', year, 1970, 2099),
    anyDay: isAny(day),
    anyWeekday: isAny(weekday),
  };
}

function isAny(text: string): boolean {
  return text === '*' || text === '?';
}

function sorted(values: ReadonlySet<number>): number[] {
  return [...values].sort((a, b) => a - b);
}

function fieldOf(
  name: string,
  text: string,
  low: number,
  high: number,
  names: readonly string[] = [],
  firstName = 0,
): Set<number> {
  const wrong = (): Error => new Error(`the ${name} field "${text}" of a timer is not understood`);
  const numberOf = (part: string): number => {
    const named = names.indexOf(part.toUpperCase());
    const value = named >= 0 ? named + firstName : /^\d+$/.test(part) ? Number(part) : Number.NaN;
    if (!(value >= low && value <= high)) throw wrong();
    return value;
  };
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step, more] = part.split('/');
    if (more !== undefined || (step !== undefined && !/^[1-9]\d*$/.test(step))) throw wrong();
    const by = step === undefined ? 1 : Number(step);
    let from = low;
    let to = high;
    if (!isAny(range)) {
      const [first = '', last, rest] = range.split('-');
      if (rest !== undefined) throw wrong();
      from = numberOf(first);
      if (last !== undefined) to = numberOf(last);
      else if (step === undefined) to = from;
      if (to < from) throw wrong();
    }
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}

/**
 * The first moment after `after` at which a timer is due.
 * @param after milliseconds since 1970
 * @returns milliseconds since 1970, or undefined when it never is again
 */
export function nextTime(cron: Cron, after: number): number | undefined {
  // In a Date moved by eight hours, the UTC fields read as Beijing's.
  const from = Math.floor(after / 1000) * 1000 + 1000 + BEIJING_MS;
  const firstDay = Math.floor(from / DAY_MS) * DAY_MS;
  for (let count = 0; count < HORIZON_DAYS; count += 1) {
    const day = firstDay + count * DAY_MS;
    if (!isDue(cron, new Date(day))) continue;
    const time = timeFrom(cron, count === 0 ? (from - day) / 1000 : 0);
    if (time !== undefined) return day + time * 1000 - BEIJING_MS;
  }
  return undefined;
}

function isDue(cron: Cron, date: Date): boolean {
  if (!cron.years.has(date.getUTCFullYear()) || !cron.months.has(date.getUTCMonth() + 1)) {
    return false;
  }
  const day = cron.days.has(date.getUTCDate());
  const weekday = cron.weekdays.has(date.getUTCDay());
  return cron.anyDay || cron.anyWeekday ? day && weekday : day || weekday;
}

/** The first time of day, in seconds, not before `from`. */
function timeFrom(cron: Cron, from: number): number | undefined {
  for (const hour of cron.hours) {
    if ((hour + 1) * 3600 <= from) continue;
    for (const minute of cron.minutes) {
      const start = hour * 3600 + minute * 60;
      if (start + 60 <= from) continue;
      const second = cron.seconds.find((one) => start + one >= from);
      if (second !== undefined) return start + second;
    }
  }
  return undefined;
}

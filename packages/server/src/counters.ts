import { dateOf } from '@anshao/core/calendar';
import { counters } from './documents';
import { countedAs, counterIdOf } from './people';

/** What is counted a person and day. */
export type Counted = 'reports' | 'slots' | 'guesses';

/** A day's memory of requests: a document must not grow with somebody's persistence. */
const REMEMBERED = 200;

/**
 * Counts what a person does on a day, once a request, in one request if the day has begun and two
 * if not. Nobody without the key can tell whose day it is.
 * @returns how often by now; a request counted before gives 0, a day that is full 200
 */
export const countToday = async (
  openid: string,
  what: Counted,
  request: string,
  now: number,
): Promise<number> => {
  const day = dateOf(now);
  const _id = counterIdOf(openid, day);
  const seen = countedAs(request);
  const count = () =>
    counters.changeAndRead(
      { _id, seen: { not: seen }, total: { lt: REMEMBERED } },
      { increase: { [`counts.${what}`]: 1, total: 1 }, push: { seen: [seen] } },
    );
  const counted = await count();
  if (counted !== undefined) return counted.counts[what] ?? 0;
  const first = { _id, day, total: 1, counts: { [what]: 1 }, seen: [seen] };
  if (await counters.insert(first)) return 1;
  // The day had begun after all: somebody was faster, or this one is counted, or it is full.
  const again = await count();
  if (again !== undefined) return again.counts[what] ?? 0;
  const today = await counters.get(_id);
  return today?.seen.includes(seen) === true ? 0 : REMEMBERED;
};

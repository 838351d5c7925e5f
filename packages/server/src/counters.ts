import { dateOf } from '@anshao/core/calendar';
import { counters } from './documents';
import { countedAs, counterIdOf } from './people';

/** What is counted a person and day. */
export type Counted = 'reports' | 'slots' | 'guesses';

/**
 * Counts what a person does on a day, once a request, in one request if the day has begun and two
 * if not. Nobody without the key can tell whose day it is.
 * @returns how often by now; a request counted before gives 0
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
  const counted = await counters.changeAndRead(
    { _id, seen: { not: seen } },
    { increase: { [`counts.${what}`]: 1 }, push: { seen: [seen] } },
  );
  if (counted !== undefined) return counted.counts[what] ?? 0;
  const first = { _id, day, counts: { [what]: 1 }, seen: [seen] };
  return (await counters.insert(first)) ? 1 : 0;
};

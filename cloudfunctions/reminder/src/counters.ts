import { addDays, dateOf } from '@anshao/core/calendar';
import { counters } from '@anshao/server/documents';

/** Yesterday's counts matter to nobody. */
export const sweepCounters = async (now: number): Promise<void> => {
  await counters.remove({ day: { lt: addDays(dateOf(now), -1) } });
};

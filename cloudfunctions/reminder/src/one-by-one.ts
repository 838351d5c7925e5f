import * as clock from '@anshao/server/clock';
import { log } from '@anshao/server/log';

/**
 * Works through what a run has found, until a moment. One that fails does not stand in the way of
 * the others: it is logged and put off.
 * @returns the sum of what the work answers
 */
export const oneByOne = async <T>(
  items: readonly T[],
  until: number,
  work: (item: T) => Promise<number>,
  putOff: (item: T) => Promise<unknown>,
): Promise<number> => {
  let sum = 0;
  for (const item of items) {
    if (clock.now() >= until) break;
    try {
      sum += await work(item);
    } catch (error) {
      log.error('sweep failed', error);
      await putOff(item);
    }
  }
  return sum;
};

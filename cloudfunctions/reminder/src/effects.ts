import { cases } from '@anshao/server/documents';
import { drainDue } from '@anshao/server/effects/drain';
import { oneByOne } from './one-by-one';

const CASES_A_RUN = 20;

/** Effects that an invocation could not finish, found by the moment they are due. */
export const sweepEffects = async (now: number, until: number): Promise<number> => {
  const waiting = await cases.find({ 'pending.at': { lte: now } }, { limit: CASES_A_RUN });
  return oneByOne(
    waiting,
    until,
    (kase) => drainDue(kase, until),
    // An effect that fails moves its own time on.
    () => Promise.resolve(),
  );
};

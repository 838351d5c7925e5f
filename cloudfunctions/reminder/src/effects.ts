import * as clock from '@anshao/server/clock';
import { cases } from '@anshao/server/documents';
import { drainDue } from '@anshao/server/effects/drain';

const CASES_A_RUN = 20;

/** Effects that an invocation could not finish, found by the moment they are due. */
export const sweepEffects = async (now: number, until: number): Promise<number> => {
  let done = 0;
  for (const kase of await cases.find({ 'pending.at': { lte: now } }, { limit: CASES_A_RUN })) {
    if (clock.now() >= until) break;
    done += await drainDue(kase, until);
  }
  return done;
};

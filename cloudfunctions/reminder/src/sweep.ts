import { ok } from '@anshao/core';
import { timerContracts } from '@anshao/core/reminder';
import { internal } from '@anshao/server';
import { sweepCounters } from './counters';
import { sweepEffects } from './effects';
import { sweepIdentities } from './identities';
import { sweepSlots } from './slots';

/** A run ends well before the function's own limit; what is left waits for the next minute. */
const RUN_MS = 12_000;

/** Every minute: finishes what invocations left undone, then clears away what nobody needs. */
export const sweep = internal(timerContracts.sweep, async (_, { now }) => {
  const until = now + RUN_MS;
  const effects = await sweepEffects(now, until);
  const slots = await sweepSlots(now, until);
  const identities = await sweepIdentities(now);
  await sweepCounters(now);
  return ok({ effects, slots, identities });
});

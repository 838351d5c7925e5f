import { ok, refuse } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { method } from '@anshao/server';
import { countToday } from '@anshao/server/counters';
import { caseIdOf } from '@anshao/server/people';
import { announce, slotsIdOf } from '@anshao/server/photos/slots';

/** More drafts with photos than a person makes in a day. */
const MOST_A_DAY = 60;

/** Gives each photo of a draft a place to be uploaded to, long before there is a report. */
export const slots = method(hazardContracts.slots, async ({ draft, photos }, call) => {
  const today = await countToday(call.openid, 'slots', call.requestId, call.now);
  if (today > MOST_A_DAY) return refuse('TOO_MANY');
  const given = await announce(slotsIdOf(caseIdOf(call.openid, draft)), photos, call.now);
  if (!given.ok) return given;
  return ok({ slots: given.value.map(({ id, path }) => ({ id, path })) });
});

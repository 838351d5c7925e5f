import { ok, refuse } from '@anshao/core';
import { mayOpen } from '@anshao/core/hazard';
import { reminderContracts } from '@anshao/core/reminder';
import { method } from '@anshao/server';
import { Busy } from '@anshao/server/database/errors';
import { accepts, cases, type Member, members } from '@anshao/server/documents';
import { memberOf, viewerOf } from '@anshao/server/viewer';
import { worldWith } from '@anshao/server/world';

const MOST_ACCEPTS = 20;
const REQUESTS_KEPT = 40;

/** Notes one message that the person has just accepted in WeChat. */
export const remindMe = method(reminderContracts.remindMe, async ({ caseId }, call) => {
  const [member, kase] = await Promise.all([memberOf(call.openid), cases.get(caseId)]);
  if (kase === undefined) return refuse('NOT_FOUND');
  const known = await worldWith(kase.handlingUnion);
  const viewer = viewerOf(call.openid, member, known.unitById);
  if (viewer.owns(kase)) {
    // Found by the pseudonym alone, and at most one a case.
    const noted = { _id: kase.alias, left: 1 };
    const there = (await accepts.insert(noted)) ? noted : await accepts.get(kase.alias);
    return ok({ willRemind: there !== undefined && there.left > 0 });
  }
  if (member === undefined || !mayOpen(viewer.partiesIn(kase))) return refuse('NOT_FOUND');
  return ok({ willRemind: await noteAccept(member, call.requestId) });
});

/** A staff member's accepts are a number; the same request counts once. */
const noteAccept = async (member: Member, request: string): Promise<boolean> => {
  if (member.acceptRequests.includes(request) || member.accepts >= MOST_ACCEPTS) return true;
  const noted = await members.change(
    { _id: member._id, version: member.version },
    {
      increase: { accepts: 1, version: 1 },
      set: { acceptRequests: [...member.acceptRequests, request].slice(-REQUESTS_KEPT) },
    },
  );
  if (!noted) throw new Busy('a membership', undefined);
  return true;
};

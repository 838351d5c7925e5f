import { ok, refuse } from '@anshao/core';
import { inviteCode, sha256Hex } from '@anshao/core/codes';
import { mayInvite, orgContracts } from '@anshao/core/org';
import { method } from '@anshao/server';
import { type Invite, invites } from '@anshao/server/documents';
import { knows } from '@anshao/server/org';
import { madeBytes, personOf } from '@anshao/server/people';
import { memberOf } from '@anshao/server/viewer';
import { worldWith } from '@anshao/server/world';

const VALID_MS = 7 * 24 * 3_600_000;

/** A code for one person to take up one post; only its hash is kept. */
export const invite = method(orgContracts.invite, async (input, call) => {
  const posts = (await memberOf(call.openid))?.posts ?? [];
  const unit = (await worldWith(input.unit)).unitById(input.unit);
  if (unit === undefined || !knows(posts, unit)) return refuse('NOT_FOUND');
  if (!posts.some((post) => mayInvite(post, input.role, unit))) return refuse('NOT_YOURS');
  const code = inviteCode(madeBytes(call.openid, call.requestId, 'invite'));
  const fresh: Invite = {
    _id: sha256Hex(code),
    unit: unit._id,
    role: input.role,
    lead: input.lead === true && input.role === 'officer' && unit.kind === 'midUnion',
    until: call.now + VALID_MS,
    by: personOf(call.openid),
    usedBy: null,
  };
  const there = (await invites.insert(fresh)) ? fresh : await invites.get(fresh._id);
  return ok({ code, until: (there ?? fresh).until });
});

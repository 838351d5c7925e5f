import { ok, refuse } from '@anshao/core';
import { isInviteCode, normalizeCode, sha256Hex } from '@anshao/core/codes';
import { conflicts, type Membership, orgContracts } from '@anshao/core/org';
import { method } from '@anshao/server';
import { countToday } from '@anshao/server/counters';
import { type Invite, invites } from '@anshao/server/documents';
import { bind } from '@anshao/server/membership';
import { unitView } from '@anshao/server/org';
import { personOf, personsOf } from '@anshao/server/people';
import { memberOf } from '@anshao/server/viewer';
import { unitIn, worldWith } from '@anshao/server/world';

const GUESSES_A_DAY = 10;

/** Takes up the post of an invitation. A retry after a lost answer finds it taken by oneself. */
export const accept = method(orgContracts.accept, async (input, call) => {
  const code = normalizeCode(input.code);
  const found = isInviteCode(code) ? await invites.get(sha256Hex(code)) : undefined;
  if (found === undefined || !isOpen(found, call.openid, call.now)) {
    const guesses = await countToday(call.openid, 'guesses', call.requestId, call.now);
    return refuse(guesses > GUESSES_A_DAY ? 'TOO_MANY' : 'INVITE_INVALID');
  }
  const post: Membership = {
    role: found.role,
    unit: found.unit,
    ...(found.lead ? { lead: true } : {}),
    since: call.now,
  };
  const held = (await memberOf(call.openid))?.posts ?? [];
  if (conflicts(held, post) !== undefined) return refuse('ROLE_CONFLICT');
  if (!(await claim(found, call.openid))) return refuse('INVITE_INVALID');
  const bound = await bind(call.openid, post);
  if (!bound.ok) return bound;
  const unit = unitIn(await worldWith(found.unit), found.unit);
  return ok({ role: found.role, unit: unitView(unit) });
});

const isMine = ({ usedBy }: Invite, openid: string): boolean =>
  usedBy !== null && personsOf(openid).includes(usedBy);

const isOpen = (invite: Invite, openid: string, now: number): boolean =>
  isMine(invite, openid) || (invite.usedBy === null && now < invite.until);

/** One invitation, one person: whoever writes first. */
const claim = (invite: Invite, openid: string): Promise<boolean> =>
  isMine(invite, openid)
    ? Promise.resolve(true)
    : invites.change({ _id: invite._id, usedBy: null }, { set: { usedBy: personOf(openid) } });

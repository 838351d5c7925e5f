import { ok } from '@anshao/core';
import { isHandlingRole, type Membership, orgContracts } from '@anshao/core/org';
import { method } from '@anshao/server';
import { inbox, queueRows } from '@anshao/server/documents';
import { unitView } from '@anshao/server/org';
import { memberOf } from '@anshao/server/viewer';
import { type World, worldWith } from '@anshao/server/world';
import { keysOf } from './keys';

/** Counted so far: more reads 100+. */
const MOST = 100;

/** Who I am, what lies on my tables and what I have not read, in one call. */
export const sync = method(orgContracts.sync, async (_, call) => {
  const [member, keys] = await Promise.all([memberOf(call.openid), keysOf(call.openid)]);
  const held = member?.posts ?? [];
  const known = await worldWith(...held.map(({ unit }) => unit));
  const [posts, unread] = await Promise.all([
    Promise.all(held.map((post) => postView(post, known))),
    inbox.count({ key: { in: keys }, read: false }),
  ]);
  return ok({ posts: posts.flat(), unread });
});

const postView = async ({ role, unit: id, lead }: Membership, known: World) => {
  const unit = known.unitById(id);
  if (unit === undefined) return [];
  const duties = isHandlingRole(role)
    ? (await queueRows.find({ 'queue.handling.unit': id }, { limit: MOST })).length
    : 0;
  return [{ role, lead: lead === true, unit: unitView(unit), duties }];
};

import { ok } from '@anshao/core';
import { reminderContracts } from '@anshao/core/reminder';
import { method } from '@anshao/server';
import { inbox } from '@anshao/server/documents';
import { keysOf } from './keys';

/** Marks messages as read; only one's own are found. */
export const read = method(reminderContracts.read, async ({ ids }, call) => {
  const keys = await keysOf(call.openid);
  const marked = await inbox.changeAll(
    { _id: { in: ids }, key: { in: keys }, read: false },
    { set: { read: true } },
  );
  return ok({ read: marked });
});

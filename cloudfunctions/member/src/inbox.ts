import { ok } from '@anshao/core';
import { reminderContracts } from '@anshao/core/reminder';
import { method } from '@anshao/server';
import { inbox as entries, type InboxEntry } from '@anshao/server/documents';
import { keysOf } from './keys';

const PAGE = 20;

/** Messages of all posts and own reports, newest first. */
export const inbox = method(reminderContracts.inbox, async ({ before }, call) => {
  const keys = await keysOf(call.openid);
  const found = await entries.find(
    { key: { in: keys }, ...(before === undefined ? {} : { at: { lt: before } }) },
    { order: { at: 'desc' }, limit: PAGE + 1 },
  );
  return ok({ items: found.slice(0, PAGE).map(entryView), more: found.length > PAGE });
});

const entryView = ({ _id: id, unit, notice, caseId, title, at, read, wechat }: InboxEntry) => ({
  id,
  notice,
  caseId,
  to:
    unit === undefined
      ? { kind: 'reporter' as const }
      : { kind: 'post' as const, unit: unit.id, unitName: unit.name },
  title,
  at,
  read,
  wechat,
});

import { ok } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { method } from '@anshao/server';
import { caseRows } from '@anshao/server/documents';
import { aliasesOf } from '@anshao/server/people';
import { rowsOf } from './views';

const PAGE = 20;

/** My own reports: by pseudonyms that only my own identity finds. */
export const mine = method(hazardContracts.mine, async ({ before }, call) => {
  const aliases = await aliasesOf(call.openid);
  if (aliases.length === 0) return ok({ items: [], more: false });
  const found = await caseRows.find(
    {
      alias: { in: aliases },
      ...(before === undefined ? {} : { reportedAt: { lt: before } }),
    },
    { order: { reportedAt: 'desc' }, limit: PAGE + 1 },
  );
  const rows = await rowsOf(found.slice(0, PAGE));
  return ok({ items: rows.map(({ view }) => view), more: found.length > PAGE });
});

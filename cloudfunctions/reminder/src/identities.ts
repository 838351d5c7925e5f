import { addDays, dateOf } from '@anshao/core/calendar';
import { caseAliases, type IdentityRow, identities } from '@anshao/server/documents';
import { log } from '@anshao/server/log';
import { aliasIn } from '@anshao/server/people';

const ROWS_A_RUN = 100;

/**
 * A report writes who before what, so a death between leaves a row without a case: it goes after a
 * day. Rows whose case exists lose the mark by which they are found here.
 */
export const sweepIdentities = async (now: number): Promise<number> => {
  const yesterday = addDays(dateOf(now), -1);
  const rows = await identities.find({ fresh: { lt: yesterday } }, { limit: ROWS_A_RUN });
  const aliased = rows.flatMap(readable);
  if (aliased.length === 0) return 0;
  const found = await caseAliases.find({ alias: { in: aliased.map(({ alias }) => alias) } });
  const known = new Set(found.map(({ alias }) => alias));
  const kept = aliased.filter(({ alias }) => known.has(alias)).map(({ id }) => id);
  const orphans = aliased.filter(({ alias }) => !known.has(alias)).map(({ id }) => id);
  if (kept.length > 0) await identities.changeAll({ _id: { in: kept } }, { remove: ['fresh'] });
  return orphans.length === 0 ? 0 : identities.remove({ _id: { in: orphans } });
};

/** A row whose key is gone says nothing any more; it must not stop the others. */
const readable = (row: IdentityRow): Array<{ id: string; alias: string }> => {
  try {
    return [{ id: row._id, alias: aliasIn(row) }];
  } catch (error) {
    log.error('identity row unreadable', error);
    return [];
  }
};

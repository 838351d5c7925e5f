import { ok, refuse } from '@anshao/core';
import { type Calendar, remaining } from '@anshao/core/calendar';
import { firstDue, hazardContracts } from '@anshao/core/hazard';
import { isHandlingRole } from '@anshao/core/org';
import { method } from '@anshao/server';
import { type QueueRow, queueRows } from '@anshao/server/documents';
import { memberOf } from '@anshao/server/viewer';
import { world } from '@anshao/server/world';
import { rowsOf } from './views';

/** One query gives the page and its counts; beyond it the counts read 100+. */
const MOST = 100;

/** What lies on a post's table, most urgent first. */
export const queue = method(hazardContracts.queue, async ({ unit }, call) => {
  const member = await memberOf(call.openid);
  const holds = member?.posts.some((post) => post.unit === unit && isHandlingRole(post.role));
  if (holds !== true) return refuse('NOT_FOUND');
  const found = await queueRows.find(
    { 'queue.handling.unit': unit },
    { order: { 'queue.handling.at': 'asc' }, limit: MOST },
  );
  const rows = await rowsOf(found);
  return ok({
    items: rows.map(({ row, view }) => ({ ...view, at: row.queue.handling?.at ?? 0 })),
    counts: countsOf(found, call.now, (await world()).calendar),
    more: found.length === MOST,
  });
});

const countsOf = (rows: readonly QueueRow[], now: number, calendar: Calendar) => {
  const counts = { overdue: 0, today: 0, threeDays: 0, all: rows.length };
  for (const { due } of rows) {
    const first = firstDue(due);
    if (first === undefined) continue;
    const left = remaining(first.at, now, calendar);
    if (left.kind === 'overdue') counts.overdue += 1;
    if (left.kind === 'today') counts.today += 1;
    if (left.kind === 'left' && left.days <= 3) counts.threeDays += 1;
  }
  return counts;
};

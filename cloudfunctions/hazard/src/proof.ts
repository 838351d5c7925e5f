import { ok, refuse } from '@anshao/core';
import type { Link } from '@anshao/core/audit';
import { type Case, type CaseEvent, hazardContracts } from '@anshao/core/hazard';
import { method } from '@anshao/server';
import { eventsOf } from '@anshao/server/case-store';
import { cases } from '@anshao/server/documents';
import { memberOf, viewerOf } from '@anshao/server/viewer';
import { worldWith } from '@anshao/server/world';

/** All links of a record: of the inner chain for reporter and handlers, of the open one for others. */
export const proof = method(hazardContracts.proof, async ({ id }, call) => {
  const [member, kase] = await Promise.all([memberOf(call.openid), cases.get(id)]);
  const known = await worldWith(...(member?.posts ?? []).map(({ unit }) => unit));
  if (kase === undefined) return refuse('NOT_FOUND');
  const viewer = viewerOf(call.openid, member, known.unitById);
  if (viewer.sees(kase)) {
    const items = (await eventsOf(kase)).map((event) => itemOf(event, event.inner));
    return ok({ number: kase.number, chain: 'inner' as const, head: kase.chains.inner, items });
  }
  return openProof(kase);
});

/** Others know a case by the union's words alone, and only once there are some: never its number. */
const openProof = async (kase: Case) => {
  const head = kase.chains.open;
  if (head === undefined || kase.shown === undefined) return refuse('NOT_FOUND');
  const items = (await eventsOf(kase)).flatMap((event) =>
    event.open === undefined ? [] : [itemOf(event, event.open)],
  );
  return ok({ number: '', chain: 'open' as const, head, items });
};

const itemOf = ({ kind, role, day, content }: CaseEvent, { n, prev, hash, salt }: Link) => ({
  n,
  prev,
  hash,
  salt,
  kind,
  role,
  day,
  content,
});

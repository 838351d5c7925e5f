import { ok, refuse } from '@anshao/core';
import { hazardContracts, mayOpen } from '@anshao/core/hazard';
import { method } from '@anshao/server';
import { eventsOf } from '@anshao/server/case-store';
import { cases } from '@anshao/server/documents';
import { memberOf, viewerOf } from '@anshao/server/viewer';
import { worldWith } from '@anshao/server/world';
import { dueList, offered, photosOf, stepsOf, undoUntil } from './views';

/** The case for those who handle it. Without the right to it, it is not there. */
export const detail = method(hazardContracts.detail, async ({ id }, call) => {
  const [member, kase] = await Promise.all([memberOf(call.openid), cases.get(id)]);
  const posts = member?.posts ?? [];
  const known = await worldWith(...posts.map(({ unit }) => unit));
  const viewer = viewerOf(call.openid, member, known.unitById);
  if (kase === undefined || !mayOpen(viewer.partiesIn(kase))) return refuse('NOT_FOUND');
  return ok({
    id,
    version: kase.version,
    head: kase.head,
    words: kase.words,
    told: kase.told,
    toSuperior: kase.toSuperior,
    criteria: [...(kase.verdict?.criteria ?? [])],
    industry: known.unitById(kase.unit.id)?.industry,
    due: dueList(kase.due),
    steps: stepsOf(await eventsOf(kase)),
    photos: await photosOf(kase.photos),
    photosDue: kase.photosDue.length,
    actions: offered(kase, viewer, call.now),
    ...undoUntil(kase, viewer, call.now),
  });
});

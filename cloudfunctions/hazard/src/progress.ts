import { ok, refuse } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { method } from '@anshao/server';
import { eventsOf } from '@anshao/server/case-store';
import { cases } from '@anshao/server/documents';
import { viewerOf } from '@anshao/server/viewer';
import { unitIn, worldWith } from '@anshao/server/world';
import { offered, photosOf, receiptView, stepsOf } from './views';

/** The reporter follows a report; nobody else finds it here. */
export const progress = method(hazardContracts.progress, async ({ id }, call) => {
  const kase = await cases.get(id);
  if (kase === undefined) return refuse('NOT_FOUND');
  const known = await worldWith(kase.handlingUnion);
  const viewer = viewerOf(call.openid, undefined, known.unitById);
  if (!viewer.owns(kase)) return refuse('NOT_FOUND');
  return ok({
    ...receiptView(kase),
    head: kase.head,
    steps: stepsOf(await eventsOf(kase)),
    photos: await photosOf(kase.photos),
    photosDue: [...kase.photosDue],
    told: kase.told,
    handledBy: unitIn(known, kase.handlingUnion).unionName,
    actions: offered(kase, viewer, call.now),
  });
});

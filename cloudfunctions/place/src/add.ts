import { ok, refuse } from '@anshao/core';
import { placeCode } from '@anshao/core/codes';
import { placeContracts } from '@anshao/core/place';
import { method } from '@anshao/server';
import { type Place, places } from '@anshao/server/documents';
import { knows, looksAfter } from '@anshao/server/org';
import { madeBytes } from '@anshao/server/people';
import { memberOf } from '@anshao/server/viewer';
import { worldWith } from '@anshao/server/world';

/** Registers a place; its code is what hangs on the wall. */
export const add = method(placeContracts.add, async (input, call) => {
  const posts = (await memberOf(call.openid))?.posts ?? [];
  const unit = (await worldWith(input.unit)).unitById(input.unit);
  if (unit === undefined || !knows(posts, unit)) return refuse('NOT_FOUND');
  if (!posts.some((post) => looksAfter(post, unit))) return refuse('NOT_YOURS');
  const place: Place = {
    _id: placeCode(madeBytes(call.openid, call.requestId, 'place')),
    unit: unit._id,
    name: input.name,
    ...(input.equipment === undefined || input.equipment === ''
      ? {}
      : { equipment: input.equipment }),
    closed: false,
  };
  const there = (await places.insert(place)) ? place : await places.get(place._id);
  return ok({ code: place._id, name: there?.name ?? place.name });
});

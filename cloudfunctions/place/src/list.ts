import { ok, refuse } from '@anshao/core';
import { placeContracts } from '@anshao/core/place';
import { method } from '@anshao/server';
import { places } from '@anshao/server/documents';
import { knows } from '@anshao/server/org';
import { memberOf } from '@anshao/server/viewer';
import { worldWith } from '@anshao/server/world';

const MOST = 1000;

/** The places of a unit with their codes, for whoever has a post there or above. */
export const list = method(placeContracts.list, async (input, call) => {
  const posts = (await memberOf(call.openid))?.posts ?? [];
  const unit = (await worldWith(input.unit)).unitById(input.unit);
  if (unit === undefined || !knows(posts, unit)) return refuse('NOT_FOUND');
  const found = await places.find({ unit: unit._id }, { order: { name: 'asc' }, limit: MOST });
  return ok({ items: found.map(({ _id: code, name, closed }) => ({ code, name, closed })) });
});

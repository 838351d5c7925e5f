import { ok, refuse } from '@anshao/core';
import { encodeBase32 } from '@anshao/core/codes';
import { mayContain, orgContracts } from '@anshao/core/org';
import { method } from '@anshao/server';
import { type UnitDocument, units } from '@anshao/server/documents';
import { knows, runs, unitView } from '@anshao/server/org';
import { madeBytes } from '@anshao/server/people';
import { memberOf } from '@anshao/server/viewer';
import { forgetWorld, worldWith } from '@anshao/server/world';

const ID_LENGTH = 16;

/** Adds a unit below one's own; the same request again finds the unit it made. */
export const addUnit = method(orgContracts.addUnit, async (input, call) => {
  const posts = (await memberOf(call.openid))?.posts ?? [];
  const parent = (await worldWith(input.parent)).unitById(input.parent);
  if (parent === undefined || !knows(posts, parent)) return refuse('NOT_FOUND');
  if (!posts.some((post) => runs(post, parent))) return refuse('NOT_YOURS');
  if (!mayContain(parent.kind, input.kind)) {
    return refuse('BAD_INPUT', { kind: '这里不能加这种单位' });
  }
  const unit: UnitDocument = {
    _id: encodeBase32(madeBytes(call.openid, call.requestId, 'unit'), ID_LENGTH),
    kind: input.kind,
    name: input.name,
    unionName: input.unionName,
    parent: parent._id,
    path: [...parent.path, parent._id],
    officers: 0,
    bound: [],
    ...(input.industry === undefined || input.industry === '' ? {} : { industry: input.industry }),
    ...(input.duty === undefined ? {} : { dutyName: input.duty.name, dutyPhone: input.duty.phone }),
  };
  const there = (await units.insert(unit)) ? unit : await units.get(unit._id);
  forgetWorld();
  return ok({ unit: unitView(there ?? unit) });
});

import { ok, refuse } from '@anshao/core';
import { handlingUnion, orgContracts } from '@anshao/core/org';
import { method } from '@anshao/server';
import { units as allUnits } from '@anshao/server/documents';
import { knows, unitView } from '@anshao/server/org';
import { memberOf } from '@anshao/server/viewer';
import { unitIn, worldWith } from '@anshao/server/world';

const PAGE = 100;

/** A unit, the units right below it, and who handles its hazards as the tree stands now. */
export const units = method(orgContracts.units, async (input, call) => {
  const posts = (await memberOf(call.openid))?.posts ?? [];
  const known = await worldWith(input.unit);
  const unit = known.unitById(input.unit);
  if (unit === undefined || !knows(posts, unit)) return refuse('NOT_FOUND');
  const below = await allUnits.find(
    { parent: unit._id },
    { order: { name: 'asc' }, limit: PAGE + 1 },
  );
  const handling = handlingUnion(unit, known.unitById, { toSuperior: false });
  return ok({
    unit: unitView(unit),
    handledBy: unitIn(known, handling).unionName,
    children: below
      .slice(0, PAGE)
      .map((child) => ({ ...unitView(child), officers: child.officers })),
    more: below.length > PAGE,
  });
});

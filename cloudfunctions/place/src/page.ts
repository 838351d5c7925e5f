import { ok, refuse } from '@anshao/core';
import { isPlaceCode, normalizeCode } from '@anshao/core/codes';
import { firstDue } from '@anshao/core/hazard';
import { placeContracts } from '@anshao/core/place';
import { method } from '@anshao/server';
import { places, type ShownRow, shownRows } from '@anshao/server/documents';
import { worldWith } from '@anshao/server/world';

/** So many hazards are counted and at most shown. */
const MOST = 100;

/**
 * What everybody reads behind a scanned code. Cases are found by `shown`, which only 确认 sets:
 * whatever has merely been reported changes nothing here.
 */
export const page = method(placeContracts.page, async ({ code }) => {
  const asked = normalizeCode(code);
  const place = isPlaceCode(asked) ? await places.get(asked) : undefined;
  if (place === undefined) return refuse('PLACE_UNKNOWN');
  if (place.closed) return refuse('PLACE_CLOSED');
  const known = await worldWith(place.unit);
  const unit = known.unitById(place.unit);
  if (unit === undefined) return refuse('PLACE_UNKNOWN');
  const shown = await shownRows.find(
    { 'shown.place': place._id },
    { order: { 'shown.at': 'desc' }, limit: MOST },
  );
  return ok({
    code: place._id,
    name: place.name,
    unitName: unit.name,
    unionName: unit.unionName,
    industry: unit.industry,
    equipment: place.equipment,
    duty:
      unit.dutyName === undefined || unit.dutyPhone === undefined
        ? undefined
        : { name: unit.dutyName, phone: unit.dutyPhone },
    hazards: shown.flatMap(hazardView),
    fixed: shown.filter(({ state }) => state === 'fixed').length,
  });
});

const hazardView = ({ state, level, wording, due }: ShownRow) => {
  if (wording === undefined || state === 'fixed' || state === 'voided') return [];
  return [{ wording, state, level, due: firstDue(due)?.at }];
};

import { ok, type Result, refuse } from '@anshao/core';
import { dateOf, yearOf } from '@anshao/core/calendar';
import { caseNumber } from '@anshao/core/codes';
import { hazardContracts, isCategory, newCase, type Photo, type Report } from '@anshao/core/hazard';
import { method, type PersonCall } from '@anshao/server';
import { insertCase, type Written } from '@anshao/server/case-store';
import { chance } from '@anshao/server/chance';
import { countToday } from '@anshao/server/counters';
import { Busy } from '@anshao/server/database/errors';
import { identities, places, type Slots } from '@anshao/server/documents';
import { drain } from '@anshao/server/effects/drain';
import { aliasOf, caseIdOf, identityRow } from '@anshao/server/people';
import { openSlots, slotsIdOf } from '@anshao/server/photos/slots';
import { worldWith } from '@anshao/server/world';
import { receiptView } from './views';

const REDRAWS = 5;

/**
 * A report: counted, its photos and its place looked up, then the row that says who, then the
 * case. The case's id comes from person and draft, so that a retry finds what it wrote before.
 */
export const report = method(hazardContracts.report, async (input, call) => {
  if (!isCategory(input.category)) return refuse('BAD_INPUT', { category: '没有这一类' });
  const id = caseIdOf(call.openid, call.requestId);
  await countToday(call.openid, 'reports', call.requestId, call.now);
  const slots = input.photos.length === 0 ? undefined : await openSlots(slotsIdOf(id));
  const photos = announcedPhotos(input.photos, slots);
  if (photos === undefined) return refuse('BAD_INPUT', { photos: '有照片没有登记，请重新选' });

  const place = await places.get(input.place);
  if (place === undefined) return refuse('PLACE_UNKNOWN');
  if (place.closed) return refuse('PLACE_CLOSED');
  const known = await worldWith(place.unit);
  const unit = known.unitById(place.unit);
  if (unit === undefined) return refuse('PLACE_UNKNOWN');

  const alias = aliasOf(call.openid, id);
  await identities.insert(identityRow(call.openid, alias, dateOf(call.now)));
  const written = await writeNew(
    {
      ...input,
      ...photos,
      id,
      alias,
      request: call.requestId,
      place: { code: place._id, name: place.name },
      unit,
    },
    (draft) => newCase(draft, known.envFor(known.rules.version, call.now)),
    call,
  );
  if (!written.ok) return written;
  const { kase, fresh } = written.value;
  if (fresh) await drain(kase, kase.pending);
  return ok(receiptView(kase));
});

/** What is stored already, and what is still on its way; undefined if a photo has no slot. */
const announcedPhotos = (
  ids: readonly string[],
  slots: Slots | undefined,
): Pick<Report, 'photos' | 'photosDue' | 'slots'> | undefined => {
  const wanted = [...new Set(ids)];
  const found = wanted.flatMap((id) => slots?.slots.filter((slot) => slot.id === id) ?? []);
  if (found.length < wanted.length) return undefined;
  const photos = found.flatMap(({ photo }): Photo[] => (photo === undefined ? [] : [photo]));
  const photosDue = found.flatMap(({ id, photo }) => (photo === undefined ? [id] : []));
  return { photos, photosDue, slots: slots?._id };
};

/** Inserts the case; a number that another case has already is drawn again. */
const writeNew = async (
  draft: Omit<Report, 'number'>,
  make: (report: Report) => Parameters<typeof insertCase>[0],
  { now }: PersonCall,
): Promise<Result<Written & { fresh: boolean }>> => {
  for (let draws = 0; draws < REDRAWS; draws++) {
    const number = caseNumber(yearOf(dateOf(now)), chance(4));
    const written = await insertCase(make({ ...draft, number }));
    if (written !== undefined) return ok(written);
  }
  throw new Busy('case numbers', undefined);
};

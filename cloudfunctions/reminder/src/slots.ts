import type { Case } from '@anshao/core/hazard';
import { cases, type Slots, slotsOf } from '@anshao/server/documents';
import { caseOfSlots, DRAFT_MS } from '@anshao/server/photos/slots';
import { emptyTrash } from '@anshao/server/photos/store';
import { takeReadyPhotos } from '@anshao/server/photos/take';
import { deleteFiles, fileIdOf } from '@anshao/server/storage';
import { oneByOne } from './one-by-one';

const DRAFTS_A_RUN = 20;
/** Between closing a draft and deleting its files: whoever read it before is done by then. */
const CLOSING_MS = 3_600_000;
/** When a draft that could not be looked after is tried again. */
const AGAIN_MS = 600_000;

/** Looks after drafts whose photos an invocation left half done, and clears old ones away. */
export const sweepSlots = async (now: number, until: number): Promise<number> => {
  const waiting = await slotsOf.find(
    { sweepAt: { lte: now } },
    { order: { sweepAt: 'asc' }, limit: DRAFTS_A_RUN },
  );
  return oneByOne(
    waiting,
    until,
    (slots) => (slots.closed ? remove(slots) : lookAfter(slots, now)),
    ({ _id }) => slotsOf.change({ _id }, { set: { sweepAt: now + AGAIN_MS } }),
  );
};

const lookAfter = async (slots: Slots, now: number): Promise<number> => {
  await takeReadyPhotos(slots._id);
  await emptyTrash(slots._id);
  const old = slots.at + DRAFT_MS <= now;
  await slotsOf.change(
    { _id: slots._id, version: slots.version },
    {
      set: old ? { closed: true, sweepAt: now + CLOSING_MS } : { sweepAt: slots.at + DRAFT_MS },
      increase: { version: 1 },
    },
  );
  return 0;
};

/** What the case has taken stays; every other file of the draft goes, then the draft itself. */
const remove = async (slots: Slots): Promise<number> => {
  const kase = await cases.get(caseOfSlots(slots._id));
  const paths = slots.slots.flatMap((slot) => [
    slot.path,
    ...(isIn(kase, slot.id) ? [] : [`${slot.sealed}/photo.jpg`, `${slot.sealed}/thumb.jpg`]),
  ]);
  await deleteFiles(await Promise.all(paths.map(fileIdOf)));
  return slotsOf.remove({ _id: slots._id });
};

const isIn = (kase: Case | undefined, photo: string): boolean =>
  kase?.photos.some(({ id }) => id === photo) === true;

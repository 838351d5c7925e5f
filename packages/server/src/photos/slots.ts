import { ok, type Result, refuse } from '@anshao/core';
import type { Photo } from '@anshao/core/hazard';
import { MAX_PHOTOS } from '@anshao/core/hazard';
import { chanceText } from '../chance';
import { Busy } from '../database';
import { type Slot, type Slots, slotsOf } from '../documents';

/** A draft that nobody reports is kept so long. */
export const DRAFT_MS = 7 * 24 * 3_600_000;
/** When the timer looks after what an invocation did not finish. */
export const LEFTOVER_MS = 60_000;
const TRIES = 5;

export const slotsIdOf = (caseId: string): string => `${caseId}:slots`;
export const caseOfSlots = (slotsId: string): string => slotsId.slice(0, -':slots'.length);

/** A photo that the phone announces. */
export type Announced = Pick<Slot, 'id' | 'sha256' | 'bytes'>;

/** Both paths are drawn by chance: nobody can guess where a photo will lie. */
const slotFor = ({ id, sha256, bytes }: Announced): Slot => ({
  id,
  sha256,
  bytes,
  path: `incoming/${chanceText()}/${chanceText(6)}`,
  sealed: `sealed/${chanceText()}`,
});

/**
 * Gives each announced photo of a draft its slot; those that have one keep it.
 * Errors: PHOTO_LIMIT.
 */
export const announce = async (
  id: string,
  announced: readonly Announced[],
  now: number,
): Promise<Result<readonly Slot[]>> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const there = tries === 0 ? undefined : await slotsOf.get(id);
    const known = there?.slots ?? [];
    const fresh = announced.filter((photo) => !known.some((slot) => slot.id === photo.id));
    const slots = [...known, ...fresh.map(slotFor)];
    if (slots.length > MAX_PHOTOS) return refuse('PHOTO_LIMIT');
    if (there?.closed === true) throw new Busy('a draft that is being swept', undefined);
    const asked = slots.filter((slot) => announced.some((photo) => photo.id === slot.id));
    if (there !== undefined && fresh.length === 0) return ok(asked);
    if (await save(id, there, slots, now)) return ok(asked);
  }
  throw new Busy('slots', undefined);
};

const save = (
  id: string,
  there: Slots | undefined,
  slots: readonly Slot[],
  now: number,
): Promise<boolean> => {
  if (there !== undefined) {
    return slotsOf.change(
      { _id: id, version: there.version },
      { set: { slots }, increase: { version: 1 } },
    );
  }
  const sweepAt = now + DRAFT_MS;
  return slotsOf.insert({ _id: id, version: 1, at: now, slots, trash: [], sweepAt, closed: false });
};

/** The slots of a draft, unless it is too old to be reported. */
export const openSlots = async (id: string): Promise<Slots | undefined> => {
  const found = await slotsOf.get(id);
  return found?.closed === false ? found : undefined;
};

/**
 * Records the clean copy of a photo and, in the same write, that its original is to be deleted.
 * Answers what is recorded: another call may have been faster.
 */
export const recordPhoto = async (
  id: string,
  photo: Photo,
  original: string,
  now: number,
): Promise<Photo> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const there = await slotsOf.get(id);
    const slot = there?.slots.find((one) => one.id === photo.id);
    if (there === undefined || slot === undefined) throw new Busy('a draft swept away', undefined);
    if (slot.photo !== undefined) return slot.photo;
    const slots = there.slots.map((one) => (one.id === photo.id ? { ...one, photo } : one));
    const written = await slotsOf.change(
      { _id: id, version: there.version },
      {
        set: { slots, sweepAt: now + LEFTOVER_MS },
        increase: { version: 1 },
        push: { trash: [original] },
      },
    );
    if (written) return photo;
  }
  throw new Busy('slots', undefined);
};

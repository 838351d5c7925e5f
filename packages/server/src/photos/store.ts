import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '@anshao/core';
import { MAX_PHOTO_BYTES, type Photo } from '@anshao/core/hazard';
import { Busy } from '../database';
import { type Slot, slotsOf } from '../documents';
import { deleteFiles, fileIdOf, readFile, writeFile } from '../storage';
import { cleanPhoto } from './clean';
import { DRAFT_MS, recordPhoto } from './slots';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Takes an uploaded photo over: fetches it, compares it with the phone's hash, draws it anew,
 * stores that, reads it back, records it. Only then may the phone forget its own copy.
 * Errors: PHOTO_MISSING, PHOTO_CHANGED, PHOTO_TYPE, PHOTO_HEIC, PHOTO_TOO_BIG.
 */
export const storePhoto = async (
  slotsId: string,
  slot: Slot,
  now: number,
): Promise<Result<Photo>> => {
  const original = await fileIdOf(slot.path);
  const fetched = await readFile(original, MAX_PHOTO_BYTES);
  if (fetched.kind === 'missing') return refuse('PHOTO_MISSING');
  if (fetched.kind === 'tooBig') return refuse('PHOTO_TOO_BIG');
  if (sha256(fetched.bytes) !== slot.sha256) return refuse('PHOTO_CHANGED');
  const cleaned = await cleanPhoto(fetched.bytes);
  if (!cleaned.ok) return cleaned;
  const { photo, thumb } = cleaned.value;
  const recorded = await recordPhoto(
    slotsId,
    {
      id: slot.id,
      file: await storeSure(`${slot.sealed}/photo.jpg`, photo),
      thumb: await storeSure(`${slot.sealed}/thumb.jpg`, thumb),
      original: slot.sha256,
      stored: sha256(photo),
      at: now,
    },
    original,
    now,
  );
  return ok(recorded);
};

/** Stores bytes and believes it only when they have been read back. */
const storeSure = async (path: string, bytes: Buffer): Promise<string> => {
  const file = await writeFile(path, bytes);
  const back = await readFile(file, bytes.length);
  if (back.kind !== 'bytes' || !back.bytes.equals(bytes)) {
    throw new Busy('what was stored reads back differently', undefined);
  }
  return file;
};

/** Deletes the originals whose clean copies are recorded. */
export const emptyTrash = async (slotsId: string): Promise<void> => {
  const there = await slotsOf.get(slotsId);
  if (there === undefined || there.trash.length === 0) return;
  await deleteFiles(there.trash);
  await slotsOf.change(
    { _id: slotsId },
    { drop: { trash: there.trash }, set: { sweepAt: there.at + DRAFT_MS } },
  );
};

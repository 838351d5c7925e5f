import { ok, refuse } from '@anshao/core';
import { hazardContracts } from '@anshao/core/hazard';
import { method } from '@anshao/server';
import { caseIdOf } from '@anshao/server/people';
import { openSlots, slotsIdOf } from '@anshao/server/photos/slots';
import { emptyTrash, storePhoto } from '@anshao/server/photos/store';
import { takeReadyPhotos } from '@anshao/server/photos/take';
import { pathOfFile } from '@anshao/server/storage';

/** Answers only when the clean copy has been stored and read back: the phone may then let go. */
export const photo = method(hazardContracts.photo, async ({ draft, id, fileId }, call) => {
  const slotsId = slotsIdOf(caseIdOf(call.openid, draft));
  const slot = (await openSlots(slotsId))?.slots.find((one) => one.id === id);
  if (slot === undefined || pathOfFile(fileId) !== slot.path) return refuse('NOT_FOUND');
  if (slot.photo === undefined) {
    const stored = await storePhoto(slotsId, slot, call.now);
    if (!stored.ok) return stored;
  }
  // The report may have been written meanwhile, without this photo.
  await takeReadyPhotos(slotsId);
  await emptyTrash(slotsId);
  return ok({ id, stored: true as const });
});

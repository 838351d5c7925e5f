import { acknowledge, confirm, decline, detail, queue, undo } from './handler';
import { proof } from './proof';
import { mine, photo, progress, report, slots, tellSite } from './reporter';

export { MAX_PHOTO_BYTES, MAX_PHOTOS, MAX_WORDING } from './shapes';

/** Every method of the room, in the order of the job. */
export const hazardContracts = {
  slots,
  photo,
  report,
  tellSite,
  mine,
  progress,
  queue,
  detail,
  acknowledge,
  undo,
  confirm,
  decline,
  proof,
};

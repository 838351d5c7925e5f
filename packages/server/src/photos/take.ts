import { sha256Hex } from '@anshao/core/codes';
import { type Case, decide, type Photo } from '@anshao/core/hazard';
import { changeCase } from '../case-store';
import * as clock from '../clock';
import { cases, type Slots, slotsOf } from '../documents';
import { world } from '../world';
import { caseOfSlots } from './slots';

/** Photos that are stored but that the case still waits for. */
const missing = (kase: Case, { slots }: Slots): readonly Photo[] =>
  slots.flatMap(({ photo }) =>
    photo !== undefined && kase.photosDue.includes(photo.id) ? [photo] : [],
  );

/**
 * Takes stored photos over into their case, if there is one by now. A photo's own invocation and
 * the report's both end with this, so that whichever is later finds the other's write.
 * @param written the case if it has just been read or written: spares reading it when nothing waits
 */
export const takeReadyPhotos = async (slotsId: string, written?: Case): Promise<void> => {
  const id = caseOfSlots(slotsId);
  const slots = await slotsOf.get(slotsId);
  if (slots === undefined) return;
  const kase = written ?? (await cases.get(id));
  if (kase === undefined) return;
  const ready = missing(kase, slots);
  if (ready.length === 0) return;
  const known = await world();
  const now = clock.now();
  const request = `take-${sha256Hex(ready.map((photo) => photo.id).join()).slice(0, 32)}`;
  await changeCase({
    id,
    request,
    seen: undefined,
    sees: () => true,
    decide: (current) =>
      decide(
        current,
        { action: 'takePhoto', photos: ready },
        { parties: ['system'], own: false, by: undefined },
        request,
        known.envFor(current.rules, now),
      ),
  });
};

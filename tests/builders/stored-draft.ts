import { randomUUID } from 'node:crypto';
import { aReportInput, type Receipt, sha256, type TestPhone } from './own-cloud';
import { aPhoneJpeg } from './server-photos';

/** A draft on a phone whose photos have been uploaded, cleaned and stored. */
export interface StoredDraft {
  report(): Promise<Receipt>;
}

interface Slots {
  readonly slots: ReadonlyArray<{ readonly id: string; readonly path: string }>;
}

/**
 * Makes a draft with so many small photos, as the phone does before anybody taps 提交.
 * @param place the code of the place
 */
export const storedDraft = async (
  phone: TestPhone,
  place: string,
  photoCount = 1,
): Promise<StoredDraft> => {
  const draft = randomUUID();
  const files = await Promise.all(
    Array.from({ length: photoCount }, () => aPhoneJpeg({ width: 90, height: 60 })),
  );
  const photos = files.map((bytes, i) => ({
    id: `photo-${i + 1}`,
    sha256: sha256(bytes),
    bytes: bytes.length,
  }));
  const { slots } = await phone.done<Slots>('hazard.slots', { draft, photos });
  for (const [i, { id, path }] of slots.entries()) {
    const fileId = await phone.upload(path, files[i] ?? Buffer.alloc(0));
    await phone.done('hazard.photo', { draft, id, fileId });
  }
  const input = aReportInput(place, { photos: photos.map(({ id }) => id) });
  return { report: () => phone.done<Receipt>('hazard.report', input, { requestId: draft }) };
};

import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import {
  aReportInput,
  type Receipt,
  sha256,
  type TestCity,
  type TestServer,
} from '../builders/server';
import { aHeic, aPhoneJpeg, aPhonePng, LEFT_BEHIND } from '../builders/server-photos';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

interface Slot {
  readonly id: string;
  readonly path: string;
}

const DAY = 24 * 3_600_000;

/** A draft with photos that have their slots and are uploaded, but not taken over yet. */
const aDraft = async (...photos: Buffer[]) => {
  const draft = randomUUID();
  const announced = photos.map((bytes, i) => ({
    id: `photo-${i + 1}`,
    sha256: sha256(bytes),
    bytes: bytes.length,
  }));
  const announce = () =>
    city.worker.done<{ slots: Slot[] }>('hazard.slots', { draft, photos: announced });
  const { slots } = await announce();
  const files = await Promise.all(
    slots.map(async ({ id, path }, i) => ({
      draft,
      id,
      fileId: await city.worker.upload(path, photos[i] ?? Buffer.alloc(0)),
    })),
  );
  const report = () =>
    city.worker.done<Receipt>(
      'hazard.report',
      aReportInput(city.place, { photos: announced.map(({ id }) => id) }),
      { requestId: draft },
    );
  return { draft, slots, files, announce, report };
};

interface Detail {
  readonly photos: ReadonlyArray<{ id: string; url: string; thumb: string }>;
  readonly photosDue: number;
}
const detail = (id: string) => city.officer.done<Detail>('hazard.detail', { id });
const slotsOf = async (id: string) => (await server.documents('slots', { _id: `${id}:slots` }))[0];
describe('photos of a report', () => {
  test('stored before it, they come with it; the originals are gone', async () => {
    const { files, report, slots } = await aDraft(await aPhoneJpeg(), await aPhonePng());
    for (const file of files) {
      expect(await city.worker.done('hazard.photo', file)).toMatchObject({ stored: true });
    }
    const receipt = await report();
    expect(receipt).toMatchObject({ photosStored: 2, photosTotal: 2 });
    const { photos } = await detail(receipt.id);
    for (const { url, thumb } of photos) {
      for (const address of [url, thumb]) {
        const bytes = Buffer.from(await (await fetch(address)).arrayBuffer());
        expect(bytes.length).toBeGreaterThan(1000);
        expect(bytes.includes(LEFT_BEHIND)).toBe(false);
      }
    }
    for (const { fileId } of files) expect(await server.hasFile(fileId)).toBe(false);
    expect(slots.every(({ path }) => path.startsWith('incoming/'))).toBe(true);
  });

  test('stored after it, they are taken into the case', async () => {
    const { files, report } = await aDraft(await aPhoneJpeg(), await aPhonePng());
    const receipt = await report();
    expect(receipt).toMatchObject({ photosStored: 0, photosTotal: 2 });
    for (const file of files) await city.worker.done('hazard.photo', file);
    const found = await detail(receipt.id);
    expect([found.photos.length, found.photosDue]).toEqual([2, 0]);
    expect(await city.worker.done('hazard.progress', { id: receipt.id })).toMatchObject({
      photosStored: 2,
      steps: [{ kind: 'report' }, { kind: 'takePhoto' }, { kind: 'takePhoto' }],
    });
  });

  test('stored while it is written, none is forgotten', async () => {
    const { files, report } = await aDraft(await aPhoneJpeg());
    const [file] = files;
    const [receipt] = await Promise.all([report(), city.worker.done('hazard.photo', file)]);
    expect((await detail(receipt.id)).photosDue).toBe(0);
  });

  test('a photo sent again is stored once', async () => {
    const { files, report } = await aDraft(await aPhoneJpeg());
    const [file] = files;
    await Promise.all([1, 2, 3].map(() => city.worker.call('hazard.photo', file)));
    expect(await city.worker.done('hazard.photo', file)).toMatchObject({ stored: true });
    expect(await report()).toMatchObject({ photosStored: 1, photosTotal: 1 });
  });

  test('asking for slots again gives the same places', async () => {
    const { slots, announce } = await aDraft(await aPhoneJpeg());
    expect((await announce()).slots).toEqual(slots);
  });

  test('a file other than the phone announced is refused', async () => {
    const { draft, slots } = await aDraft(await aPhoneJpeg());
    const path = slots[0]?.path ?? '';
    const fileId = await city.worker.upload(path, await aPhonePng());
    const answer = await city.worker.call('hazard.photo', { draft, id: 'photo-1', fileId });
    expect(answer).toMatchObject({ error: { code: 'PHOTO_CHANGED' } });
  });

  test('an iPhone’s format is refused by name, a missing upload too', async () => {
    const { files } = await aDraft(aHeic());
    const heic = await city.worker.call('hazard.photo', files[0]);
    expect(heic).toMatchObject({ error: { code: 'PHOTO_HEIC' } });
    const draft = randomUUID();
    const photos = [{ id: 'photo-1', sha256: sha256('x'), bytes: 1 }];
    const { slots } = await city.worker.done<{ slots: Slot[] }>('hazard.slots', { draft, photos });
    const prefix = files[0]?.fileId.replace(/incoming\/.*$/, '') ?? '';
    const fileId = prefix + (slots[0]?.path ?? '');
    const missing = await city.worker.call('hazard.photo', { draft, id: 'photo-1', fileId });
    expect(missing).toMatchObject({ error: { code: 'PHOTO_MISSING' } });
  });

  test('nobody else can have a draft’s photo taken over, nor name another file', async () => {
    const { files, draft } = await aDraft(await aPhoneJpeg(), await aPhonePng());
    const [first, second] = files;
    expect(await city.stranger.call('hazard.photo', first)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const crossed = { draft, id: 'photo-1', fileId: second?.fileId };
    expect(await city.worker.call('hazard.photo', crossed)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  test('ten photos are one too many', async () => {
    const one = (i: number) => ({ id: `photo-${i}`, sha256: sha256(`${i}`), bytes: 10 });
    const draft = randomUUID();
    const nine = Array.from({ length: 9 }, (_, i) => one(i));
    await city.worker.done('hazard.slots', { draft, photos: nine });
    const tenth = await city.worker.call('hazard.slots', { draft, photos: [one(9)] });
    expect(tenth).toMatchObject({ error: { code: 'PHOTO_LIMIT' } });
  });
});

describe('a function that dies while it stores a photo', () => {
  const actions = [
    'database.getDocument',
    'database.modifyDocument',
    'storage.getUploadMetadata',
    'storage.batchGetDownloadUrl',
    'storage.batchDeleteFile',
  ];
  for (const action of actions) {
    for (const how of ['killBefore', 'killAfter']) {
      test(`${how} ${action}: the retry and the timer leave one clean photo and no original`, async () => {
        const { files, report } = await aDraft(await aPhoneJpeg({ width: 90, height: 60 }));
        const [file] = files;
        const receipt = await report();
        for (let n = 1; n <= 6; n++) {
          await server.local('faults', [{ on: { function: 'hazard', action, n }, do: how }]);
          await city.worker.call('hazard.photo', file);
        }
        await server.local('faults', []);
        await city.worker.done('hazard.photo', file);
        await server.local('clock', { shiftMs: 2 * 60_000 });
        await server.sweep();
        const found = await detail(receipt.id);
        expect([found.photos.length, found.photosDue]).toEqual([1, 0]);
        expect(await server.hasFile(file?.fileId ?? '')).toBe(false);
      });
    }
  }
});

/** The clean copies that a slots document records. */
const storedFiles = (slots: unknown): string[] =>
  JSON.stringify(slots).match(/cloud:[^"]*sealed[^"]*/g) ?? [];

const aWeekLater = async (): Promise<void> => {
  for (const shiftMs of [7 * DAY + 60_000, 7 * DAY + 2 * 3_600_000]) {
    await server.local('clock', { shiftMs });
    // A run takes a bounded number of drafts.
    for (let run = 0; run < 4; run++) await server.sweep();
  }
};

describe('drafts that are never reported', () => {
  test('are gone after seven days with every file, sealed copies included', async () => {
    const { files } = await aDraft(await aPhoneJpeg(), await aPhonePng());
    await city.worker.done('hazard.photo', files[0]);
    const path = files[1]?.fileId.split('/').slice(3).join('/');
    const [slots] = await server.documents('slots', { 'slots.path': path });
    const copies = storedFiles(slots);
    const all = [files[1]?.fileId ?? '', ...copies];
    expect(copies.length).toBe(2);
    for (const file of all) expect(await server.hasFile(file)).toBe(true);
    await aWeekLater();
    expect(await server.documents('slots', { _id: slots?.['_id'] })).toEqual([]);
    for (const file of all) expect(await server.hasFile(file)).toBe(false);
  });

  test('one that cannot be cleared away does not stand in the way of another', async () => {
    const drafts = [await aDraft(await aPhoneJpeg()), await aDraft(await aPhonePng())];
    const left = async () => {
      const paths = drafts.flatMap(({ slots }) => slots.map(({ path }) => path));
      return (await server.documents('slots', { 'slots.path': { $in: paths } })).length;
    };
    await server.local('clock', { shiftMs: 7 * DAY + 60_000 });
    for (let run = 0; run < 3; run++) await server.sweep();
    const on = { function: 'reminder', action: 'storage.batchDeleteFile', n: 1 };
    await server.local('faults', [{ on, do: 'error', code: 'STORAGE_REQUEST_FAIL' }]);
    await server.local('clock', { shiftMs: 7 * DAY + 2 * 3_600_000 });
    await server.sweep();
    expect(await left()).toBe(1);
    await server.local('clock', { shiftMs: 7 * DAY + 3 * 3_600_000 });
    await server.sweep();
    expect(await left()).toBe(0);
  });

  test('a reported one keeps its photos', async () => {
    const { files, report } = await aDraft(await aPhoneJpeg());
    await city.worker.done('hazard.photo', files[0]);
    const { id } = await report();
    await aWeekLater();
    expect(await slotsOf(id)).toBeUndefined();
    const [photo] = (await detail(id)).photos;
    expect((await fetch(photo?.url ?? '')).status).toBe(200);
  });
});

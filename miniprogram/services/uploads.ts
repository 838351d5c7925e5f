import { type ErrorCode, errorText, MAX_PHOTO_BYTES } from '../vendor/core';
import { call } from './cloud';
import { changePhoto, type DraftPhoto, readDraft } from './drafts';
import { isOnline } from './network';

/** What sending it again as it is can mend; the person may also tap the tile. */
const AGAIN: ReadonlySet<ErrorCode> = new Set(['PHOTO_MISSING', 'PHOTO_CHANGED']);
/** Tries by itself before the tile says 点这里重传. */
const TRIES = 2;

type Listener = (photoId: string, percent: number) => void;
const listeners = new Set<Listener>();

/** Calls back with 0–100 while a photo goes up; gives the way to stop. */
export const onProgress = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Uploads one file; undefined when the network gave up. Cannot continue within a file. */
const upload = (photo: DraftPhoto, cloudPath: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: photo.path,
      success: ({ fileID }) => resolve(fileID),
      fail: () => resolve(undefined),
    });
    task.onProgressUpdate(({ progress }) => {
      for (const listener of [...listeners]) listener(photo.id, progress);
    });
  });

/**
 * Asks for a place for every photo that has none yet; says why it got none. A report may announce
 * only photos that have one.
 */
export const takeSlots = async (draftId: string): Promise<ErrorCode | undefined> => {
  const photos = readDraft(draftId)?.photos.filter(({ state }) => state !== 'refused') ?? [];
  if (photos.every(({ slot }) => slot !== '')) return undefined;
  const answer = await call('hazard.slots', {
    draft: draftId,
    photos: photos.map(({ id, sha256, bytes }) => ({ id, sha256, bytes })),
  });
  if (!answer.ok) return answer.error.code;
  for (const { id, path } of answer.value.slots) {
    const known = photos.find((photo) => photo.id === id);
    if (known?.slot === '') changePhoto(draftId, id, { slot: path });
  }
  return undefined;
};

/** Whatever keeps a photo from being stored, put onto its tile. */
const note = (draftId: string, photoId: string, code: ErrorCode): void => {
  if (code === 'NETWORK' && !isOnline()) changePhoto(draftId, photoId, { state: 'waiting' });
  else if (['PHOTO_TYPE', 'PHOTO_HEIC', 'PHOTO_TOO_BIG', 'PHOTO_LIMIT'].includes(code)) {
    changePhoto(draftId, photoId, { state: 'refused', reason: errorText(code) });
  } else changePhoto(draftId, photoId, { state: 'failed' });
};

/** One photo, all the way until the cloud has read it back. */
const storePhoto = async (draftId: string, photo: DraftPhoto): Promise<ErrorCode | undefined> => {
  if (photo.bytes > MAX_PHOTO_BYTES) return 'PHOTO_TOO_BIG';
  const noSlot = await takeSlots(draftId);
  if (noSlot !== undefined) return noSlot;
  const current = readDraft(draftId)?.photos.find(({ id }) => id === photo.id);
  if (current === undefined || current.slot === '') return 'PHOTO_MISSING';
  // A file that had arrived before the app was killed is not sent twice.
  const fileId = current.fileId === '' ? await upload(photo, current.slot) : current.fileId;
  if (fileId === undefined) return 'NETWORK';
  changePhoto(draftId, photo.id, { fileId });
  const answer = await call('hazard.photo', { draft: draftId, id: photo.id, fileId });
  return answer.ok ? undefined : answer.error.code;
};

const storeWithTries = async (draftId: string, photo: DraftPhoto): Promise<void> => {
  changePhoto(draftId, photo.id, { state: 'uploading' });
  for (let left = TRIES; ; left--) {
    const code = await storePhoto(draftId, photo);
    if (code === undefined) return void changePhoto(draftId, photo.id, { state: 'stored' });
    if (AGAIN.has(code)) changePhoto(draftId, photo.id, { fileId: '' });
    if (left === 1 || !AGAIN.has(code)) return note(draftId, photo.id, code);
  }
};

const running = new Map<string, Promise<void>>();

const runAll = async (draftId: string): Promise<void> => {
  for (;;) {
    // One found as uploading was left so by a killed app: nothing else uploads in this draft.
    const next = readDraft(draftId)?.photos.find(
      ({ state }) => state === 'waiting' || state === 'uploading',
    );
    if (next === undefined || !isOnline()) return;
    await storeWithTries(draftId, next);
  }
};

/**
 * Uploads what waits in a draft, one photo after the other. Called again while it runs, it joins
 * the run; called after a killed app, it goes on where that stopped.
 */
export const runUploads = (draftId: string): Promise<void> => {
  const known = running.get(draftId);
  if (known !== undefined) return known;
  const run = runAll(draftId).finally(() => running.delete(draftId));
  running.set(draftId, run);
  return run;
};

/** The person taps a failed tile. */
export const retryPhoto = (draftId: string, photoId: string): Promise<void> => {
  changePhoto(draftId, photoId, { state: 'waiting' });
  return runUploads(draftId);
};

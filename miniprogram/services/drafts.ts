import type { Output } from './cloud';
import { type KeptFile, keepFile, removeFile, removeFiles } from './draft-files';
import { newPhotoId, newReceiptCode, newRequestId } from './random';
import { forget, isRecord, readStored, store } from './storage';

/**
 * waiting: for its turn or for the network · uploading · failed: may be tried again ·
 * refused: can never be stored, with the reason · stored: the cloud has read it back.
 */
export type PhotoState = 'waiting' | 'uploading' | 'failed' | 'refused' | 'stored';

export interface DraftPhoto extends KeptFile {
  readonly id: string;
  readonly state: PhotoState;
  /** Where the cloud wants it, and what it is called there; empty until known. */
  readonly slot: string;
  readonly fileId: string;
  /** Why it can never be stored; empty unless refused. */
  readonly reason: string;
}

export type Receipt = Output<'hazard.report'>;

export interface Draft {
  /** The request id of the report: the same for every retry, also after a killed app. */
  readonly id: string;
  readonly place: string;
  readonly placeName: string;
  readonly unitName: string;
  readonly industry?: string;
  readonly createdAt: number;
  readonly category: string;
  readonly words: string;
  readonly danger: boolean;
  readonly toSuperior: boolean;
  readonly photos: readonly DraftPhoto[];
  /** 查询码; the cloud gets its hash. */
  readonly code: string;
  /** The person has tapped 提交. */
  readonly sent: boolean;
  /** The cloud's answer. */
  readonly receipt?: Receipt;
  /** The person has seen the receipt with its code. */
  readonly seen: boolean;
}

const LIST_KEY = 'drafts';
const keyOf = (id: string): string => `draft:${id}`;

const isDraft = (value: unknown): value is Draft =>
  isRecord(value) &&
  typeof value['id'] === 'string' &&
  typeof value['place'] === 'string' &&
  typeof value['code'] === 'string' &&
  typeof value['sent'] === 'boolean' &&
  Array.isArray(value['photos']);

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

const ids = (): readonly string[] => readStored(LIST_KEY, isIds) ?? [];

export const readDraft = (id: string): Draft | undefined => readStored(keyOf(id), isDraft);

/** All drafts on this phone, newest first; those that are sent and still uploading among them. */
export const allDrafts = (): Draft[] =>
  ids().flatMap((id) => {
    const draft = readDraft(id);
    return draft === undefined ? [] : [draft];
  });

/** What the person still has to finish, or what waits for the network. */
export const openDrafts = (): Draft[] => allDrafts().filter(({ receipt }) => receipt === undefined);

/** Reports that went off by themselves: nobody has seen their code yet. */
export const unseenReceipts = (): Draft[] =>
  allDrafts().filter(({ receipt, seen }) => receipt !== undefined && !seen);

type Listener = (draft: Draft) => void;
const listeners = new Set<Listener>();

/** Calls back after every change of a draft; gives the way to stop. */
export const onDraft = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const save = (draft: Draft): Draft => {
  store(keyOf(draft.id), draft);
  for (const listener of [...listeners]) listener(draft);
  return draft;
};

/** Changes a draft on what is stored now, never on what a page remembers. */
export const changeDraft = (
  id: string,
  change: (draft: Draft) => Partial<Draft>,
): Draft | undefined => {
  const draft = readDraft(id);
  return draft === undefined ? undefined : save({ ...draft, ...change(draft) });
};

export const changePhoto = (id: string, photoId: string, change: Partial<DraftPhoto>) =>
  changeDraft(id, ({ photos }) => ({
    photos: photos.map((photo) => (photo.id === photoId ? { ...photo, ...change } : photo)),
  }));

type DraftPlace = Pick<Draft, 'place' | 'placeName' | 'unitName' | 'industry'>;

/** A new draft at a place, with its request id and its receipt code, already on the phone. */
export const newDraft = async (place: DraftPlace, now: number): Promise<Draft> => {
  const draft: Draft = {
    ...place,
    id: await newRequestId(),
    code: await newReceiptCode(),
    createdAt: now,
    category: '',
    words: '',
    danger: false,
    toSuperior: false,
    photos: [],
    sent: false,
    seen: false,
  };
  store(LIST_KEY, [draft.id, ...ids()]);
  return save(draft);
};

/** Copies a photo into the draft. Throws when the phone has no room for it. */
export const addPhoto = async (id: string, tempPath: string): Promise<void> => {
  const photoId = await newPhotoId();
  const photo: DraftPhoto = {
    id: photoId,
    ...(await keepFile(id, photoId, tempPath)),
    state: 'waiting',
    slot: '',
    fileId: '',
    reason: '',
  };
  changeDraft(id, ({ photos }) => ({ photos: [...photos, photo] }));
};

export const removePhoto = (id: string, photoId: string): void => {
  const gone = readDraft(id)?.photos.find((photo) => photo.id === photoId);
  changeDraft(id, ({ photos }) => ({ photos: photos.filter((photo) => photo.id !== photoId) }));
  if (gone !== undefined) removeFile(gone.path);
};

/** Takes a draft and its photos off this phone. */
export const dropDraft = (id: string): void => {
  store(
    LIST_KEY,
    ids().filter((one) => one !== id),
  );
  forget(keyOf(id));
  removeFiles(id);
};

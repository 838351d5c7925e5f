import { ERRORS, type ErrorCode, sha256Hex } from '../vendor/core';
import { serverNow } from './clock';
import { type Called, call, type Output } from './cloud';
import { allDrafts, changeDraft, changePhoto, type Draft, dropDraft, readDraft } from './drafts';
import { isOnline, onNetwork } from './network';
import { keepReceipt } from './receipts';
import { runUploads, takeSlots } from './uploads';

type Sent = Called<Output<'hazard.report'>>;

const inFlight = new Map<string, Promise<Sent>>();

const failed = (code: ErrorCode): Sent => ({ ok: false, error: { code }, trace: '' });

const report = async (draftId: string): Promise<Sent> => {
  // Somebody quick has tapped 提交 before the photos were announced, or has had no network since.
  const noSlots = await takeSlots(draftId);
  // For what may help later the photos are waited for; beyond the day's limit they are left out.
  if (noSlots !== undefined && ERRORS[noSlots].retry) return failed(noSlots);
  const draft = readDraft(draftId);
  if (draft === undefined) return failed('NOT_FOUND');
  const words = draft.words.trim();
  const answer = await call(
    'hazard.report',
    {
      place: draft.place,
      category: draft.category,
      danger: draft.danger,
      toSuperior: draft.toSuperior,
      // Those still on their way are announced too: the case knows that it has to wait for them.
      photos: draft.photos
        .filter(({ slot, state }) => slot !== '' && state !== 'refused')
        .map(({ id }) => id),
      receipt: sha256Hex(draft.code),
      ...(words === '' ? {} : { words }),
    },
    { requestId: draft.id },
  );
  if (answer.ok) {
    const { id: caseId, number, title, reportedAt } = answer.value;
    keepReceipt({ caseId, number, title, reportedAt, code: draft.code });
    changeDraft(draft.id, () => ({ receipt: answer.value }));
  }
  return answer;
};

/**
 * Sends a report. The draft is marked first, so that it goes on by itself when the network is
 * back or the app is opened again; the request id makes sure it arrives once.
 */
export const submit = (draftId: string): Promise<Sent> => {
  const known = inFlight.get(draftId);
  if (known !== undefined) return known;
  const draft = changeDraft(draftId, () => ({ sent: true }));
  if (draft === undefined) return Promise.resolve(failed('NOT_FOUND'));
  const sending = report(draftId)
    .then((answer) => {
      // What cannot succeed by waiting comes back to the person, as a draft to be looked at.
      if (!answer.ok && answer.error.code !== 'NETWORK')
        changeDraft(draftId, () => ({ sent: false }));
      return answer;
    })
    .finally(() => inFlight.delete(draftId));
  inFlight.set(draftId, sending);
  return sending;
};

/** Whether everything of a draft has reached the cloud, and the person has the code. */
const isDone = ({ receipt, seen, photos }: Draft): boolean =>
  receipt !== undefined &&
  seen &&
  photos.every(({ state }) => state === 'stored' || state === 'refused');

/** A receipt that is still open, or opened once more, finds its pictures and its code so long. */
const SHOWN_MS = 3_600_000;

/** Takes off the phone what has arrived and been seen; called at the start of the app. */
export const sweepSent = (): void => {
  for (const draft of allDrafts()) {
    const reportedAt = draft.receipt?.reportedAt ?? 0;
    if (isDone(draft) && serverNow() - reportedAt > SHOWN_MS) dropDraft(draft.id);
  }
};

const resume = async (draft: Draft): Promise<void> => {
  for (const photo of draft.photos) {
    if (photo.state === 'failed') changePhoto(draft.id, photo.id, { state: 'waiting' });
  }
  if (draft.sent && draft.receipt === undefined) await submit(draft.id);
  await runUploads(draft.id);
};

/** Goes on with everything unfinished. Photos of one report after those of another. */
export const resumeAll = async (): Promise<void> => {
  for (const draft of allDrafts()) await resume(draft);
};

/** A phone that believes it is connected is told of no change when the network really works. */
const LOOK_AGAIN_MS = 60_000;

const isUnfinished = (draft: Draft): boolean =>
  (draft.sent && draft.receipt === undefined) ||
  draft.photos.some(({ state }) => state === 'failed' || state === 'waiting');

/** Goes on by itself when the network comes back, and once a minute; called once, by the app. */
export const startOutbox = (): void => {
  onNetwork((online) => {
    if (online) void resumeAll();
  });
  setInterval(() => {
    if (isOnline() && allDrafts().some(isUnfinished)) void resumeAll();
  }, LOOK_AGAIN_MS);
};

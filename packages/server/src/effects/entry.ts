import { sha256Hex } from '@anshao/core/codes';
import { type Case, type Effect, unworded } from '@anshao/core/hazard';
import type { Notice } from '@anshao/core/reminder';
import { type InboxEntry, inbox } from '../documents';

const ID_LENGTH = 40;

/** The inbox entry of an effect for one reader: the same effect makes the same id. */
export const entryOf = (
  kase: Case,
  effect: Effect,
  to: { readonly key: string; readonly notice: Notice; readonly unit?: InboxEntry['unit'] },
): InboxEntry => ({
  _id: sha256Hex(`${kase._id} ${effect.id} ${to.key}`).slice(0, ID_LENGTH),
  key: to.key,
  notice: to.notice,
  caseId: kase._id,
  ...(to.unit === undefined ? {} : { unit: to.unit }),
  title: kase.wording ?? unworded(kase.category, kase.place.name),
  at: kase.log.find(({ n }) => effect.id.startsWith(`${n}.`))?.at ?? kase.updatedAt,
  read: false,
  wechat: false,
});

/** Puts entries into the inbox; those that are there stay as they are. */
export const deliver = async (entries: readonly InboxEntry[]): Promise<void> => {
  if (await inbox.insertAll(entries)) return;
  // A batch ends at the first that is there already: the others one by one.
  for (const entry of entries) await inbox.insert(entry);
};

/**
 * Claims the WeChat message of an entry; true for the first alone. It is claimed before it is
 * sent: a lost answer costs a message rather than sending it twice.
 */
export const claimWechat = (entry: InboxEntry): Promise<boolean> =>
  inbox.change({ _id: entry._id, wechat: false }, { set: { wechat: true } });

import type { Draft } from '../../../services/drafts';
import type { OutputOf } from '../../../vendor/core';
import {
  categoryWord,
  dateOf,
  faceOf,
  formatDay,
  type hazardContracts,
} from '../../../vendor/core';

type Item = OutputOf<typeof hazardContracts.mine>['items'][number];

const TABS = ['all', 'open', 'settled', 'drafts'] as const;
export type Tab = (typeof TABS)[number];

export interface MineCard {
  readonly id: string;
  readonly title: string;
  readonly sub: string;
  readonly thumb: string;
  readonly line: string;
  readonly go: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly dueAt: number;
}

const SETTLED = ['declined', 'fixed', 'closedUnfixed', 'voided'];
const isSettled = (item: Item): boolean => SETTLED.includes(item.head.state);

const mineCard = (item: Item): MineCard => {
  const { id, head, thumb } = item;
  const face = faceOf(head);
  return {
    id,
    title: head.title,
    sub: `编号 ${head.number} · ${formatDay(dateOf(head.reportedAt))}`,
    thumb: thumb ?? '',
    line: face.worker,
    go: head.state === 'declined' ? '看原因' : '看进展',
    state: { text: face.staff, icon: face.icon, tone: face.tone },
    // What the superior union still looks at is no date of the reporter's.
    dueAt: isSettled(item) ? 0 : (head.due?.at ?? 0),
  };
};

/** The reports of one tab, newest first; drafts lie on the phone and are shown beside them. */
export const cardsOf = (items: readonly Item[], tab: Tab): MineCard[] =>
  items
    .filter(
      (item) => tab === 'all' || (tab !== 'drafts' && (tab === 'settled') === isSettled(item)),
    )
    .map(mineCard);

/** The tabs with their figures; while older ones have not been read they go 20+. */
export const tabLabels = (items: readonly Item[], drafts: number, more = false) => {
  const settled = items.filter(isSettled).length;
  const figures: Readonly<Record<Tab, number>> = {
    all: items.length + drafts,
    open: items.length - settled,
    settled,
    drafts,
  };
  const words: Readonly<Record<Tab, string>> = {
    all: '全部',
    open: '办理中',
    settled: '有结果',
    drafts: '草稿',
  };
  return TABS.map((tab) => {
    const open = more && tab !== 'drafts' ? '+' : '';
    return { tab, text: `${words[tab]} ${figures[tab]}${open}` };
  });
};

/** What lies on this phone: not tapped yet, waiting for the network, or arrived unseen. */
export interface DraftCard {
  readonly id: string;
  readonly title: string;
  readonly photo: string;
  readonly state: { readonly text: string; readonly icon: string; readonly tone: string };
  readonly photos: string;
  /** It went off by itself: its receipt, with the code, is to be seen. */
  readonly arrived: boolean;
  readonly go: string;
}

const draftState = ({ receipt, sent }: Draft): DraftCard['state'] => {
  if (receipt !== undefined) return { text: '交上了', icon: 'check-circle-filled', tone: 'ok' };
  return { text: sent ? '等网络，会接着交' : '还没提交', icon: 'edit', tone: 'warn' };
};

export const draftCard = (draft: Draft): DraftCard => {
  const { id, category, placeName, photos, receipt } = draft;
  const stored = photos.filter(({ state }) => state === 'stored').length;
  const arrived = receipt !== undefined;
  return {
    id,
    title: category === '' ? placeName : `${categoryWord(category)} · ${placeName}`,
    photo: photos[0]?.path ?? '',
    state: draftState(draft),
    photos: photos.length === 0 ? '' : `照片存好 ${stored} / ${photos.length}`,
    arrived,
    go: arrived ? '看编号和查询码' : '接着报',
  };
};

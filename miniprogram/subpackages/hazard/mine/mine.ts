import { call, type Output } from '../../../services/cloud';
import { type Draft, onDraft, openDrafts, unseenReceipts } from '../../../services/drafts';
import { openProgress, openReceipt, openReport } from '../../../services/nav';
import { onNetwork } from '../../../services/network';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import {
  cardsOf,
  type DraftCard,
  draftCard,
  type MineCard,
  type Tab,
  tabLabels,
} from './mine.view';

type Item = Output<'hazard.mine'>['items'][number];

interface Data {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly tab: Tab;
  readonly tabs: ReadonlyArray<{ readonly tab: Tab; readonly text: string }>;
  readonly cards: readonly MineCard[];
  readonly drafts: readonly DraftCard[];
  readonly more: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = {
  status: 'loading',
  tab: 'all',
  tabs: [],
  cards: [],
  drafts: [],
  more: false,
  error: null,
};

interface Live {
  items: readonly Item[];
  stops: ReadonlyArray<() => void>;
}
const live: Live = { items: [], stops: [] };

const stopAll = (): void => {
  for (const stop of live.stops) stop();
  live.stops = [];
};

/** What I have reported, newest first. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onShow() {
    stopAll();
    live.stops = [
      onDraft((draft) => this.onDraft(draft)),
      onNetwork((online) => {
        if (online) void this.load();
      }),
    ];
    void this.load();
  },
  onHide: stopAll,
  onUnload() {
    stopAll();
    live.items = [];
  },
  /** A draft that has arrived by itself is in the cloud's list from now on. */
  onDraft({ receipt }: Draft) {
    const known = receipt === undefined || live.items.some(({ id }) => id === receipt.id);
    if (known) this.show();
    else void this.load();
  },
  onPullDownRefresh() {
    void this.load().then(() => wx.stopPullDownRefresh());
  },
  onReachBottom() {
    if (this.data.more) void this.load(live.items[live.items.length - 1]?.head.reportedAt);
  },
  async load(before?: number) {
    const answer = await call('hazard.mine', before === undefined ? {} : { before });
    if (!answer.ok) {
      const error = { code: answer.error.code, trace: answer.trace };
      this.setData(live.items.length > 0 ? { error } : { status: 'failed', error });
      // What lies on the phone can be shown, and finished, without a network.
      this.show();
      return;
    }
    live.items = before === undefined ? answer.value.items : [...live.items, ...answer.value.items];
    this.setData({ status: 'ready', more: answer.value.more, error: null });
    this.show();
  },
  show() {
    const { tab } = this.data;
    const drafts = openDrafts();
    this.setData({
      tabs: tabLabels(live.items, drafts.length, this.data.more),
      cards: cardsOf(live.items, tab),
      drafts:
        tab === 'all' || tab === 'drafts' ? [...unseenReceipts(), ...drafts].map(draftCard) : [],
    });
  },
  onTab(event: WechatMiniprogram.TouchEvent) {
    const chosen = this.data.tabs.find(({ tab }) => tab === event.currentTarget.dataset['tab']);
    if (chosen === undefined) return;
    this.setData({ tab: chosen.tab });
    this.show();
  },
  onOpen(event: WechatMiniprogram.CustomEvent) {
    openProgress(String(event.currentTarget.dataset['id']));
  },
  onResume(event: WechatMiniprogram.CustomEvent) {
    const card = this.data.drafts.find(({ id }) => id === event.currentTarget.dataset['id']);
    if (card === undefined) return;
    if (card.arrived) openReceipt(card.id);
    else openReport({ draft: card.id });
  },
  onRetry() {
    this.setData({ status: live.items.length > 0 ? 'ready' : 'loading', error: null });
    void this.load();
  },
});

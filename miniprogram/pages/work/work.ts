import { serverNow } from '../../services/clock';
import { call, type Output } from '../../services/cloud';
import { openJoin, openVerify } from '../../services/nav';
import { currentSession, keepFresh, onSession, syncSession } from '../../services/session';
import { selectTab } from '../../services/tabs';
import { textSizeBehavior } from '../../services/text-size';
import { type ErrorCode, UNDO_MS } from '../../vendor/core';
import {
  type CountTab,
  cardsFor,
  countTabs,
  emptyText,
  type Filter,
  type WorkCard,
} from './work.view';

type Queue = Output<'hazard.queue'>;

/** What was received last, and until when (ms) it can be taken back. */
interface Undoable {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly until: number;
}

interface Data {
  readonly status: 'loading' | 'ready' | 'failed' | 'noPost';
  readonly filter: Filter;
  readonly tabs: readonly CountTab[];
  readonly cards: readonly WorkCard[];
  readonly empty: string;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
  /** A refusal of an act, said above the list. */
  readonly refused: { readonly code: ErrorCode; readonly trace: string } | null;
  readonly busy: string;
  readonly undoable: Undoable | null;
}

const data: Data = {
  status: 'loading',
  filter: 'all',
  tabs: [],
  cards: [],
  empty: '',
  error: null,
  refused: null,
  busy: '',
  undoable: null,
};

interface Live {
  queue?: Queue;
  stop: ReadonlyArray<() => void>;
}
const live: Live = { stop: [] };

/** What is on the chosen post's table, most urgent first. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onShow() {
    selectTab(this, 'pages/work/work');
    let unit = currentSession().chosen?.unit.id;
    live.stop = [
      onSession(({ posts, chosen }) => {
        if (posts !== undefined && chosen === undefined) this.setData({ status: 'noPost' });
        if (chosen !== undefined && chosen.unit.id !== unit) {
          unit = chosen.unit.id;
          // What lies on another post's table is not shown under this one's name.
          delete live.queue;
          this.setData({ status: 'loading', refused: null });
          void this.load();
        }
      }),
      keepFresh(() => void this.load()),
    ];
    this.setData({ refused: null });
    void syncSession().then(() => this.load());
  },
  onPullDownRefresh() {
    this.setData({ refused: null });
    void syncSession()
      .then(() => this.load())
      .then(() => wx.stopPullDownRefresh());
  },
  onHide() {
    for (const stop of live.stop) stop();
    live.stop = [];
  },
  async load() {
    const unit = currentSession().chosen?.unit.id;
    if (unit === undefined) {
      if (currentSession().posts === undefined) this.setData({ status: 'failed', error: OFFLINE });
      return;
    }
    const answer = await call('hazard.queue', { unit });
    if (unit !== currentSession().chosen?.unit.id) return;
    if (answer.ok) {
      live.queue = answer.value;
      this.show();
      return;
    }
    const error = { code: answer.error.code, trace: answer.trace };
    this.setData(live.queue === undefined ? { status: 'failed', error } : { refused: error });
  },
  show() {
    const { queue } = live;
    if (queue === undefined) return;
    const { filter } = this.data;
    this.setData({
      status: 'ready',
      error: null,
      tabs: countTabs(queue),
      cards: cardsFor(queue.items, filter, serverNow()),
      empty: emptyText(filter, queue.items[0]?.head),
    });
  },
  onRetry() {
    this.setData({ status: 'loading', error: null, refused: null });
    void syncSession().then(() => this.load());
  },
  onJoin() {
    openJoin();
  },
  onFilter(event: WechatMiniprogram.TouchEvent) {
    const tab = this.data.tabs.find(
      ({ filter }) => filter === event.currentTarget.dataset['filter'],
    );
    if (tab === undefined) return;
    this.setData({ filter: tab.filter });
    this.show();
  },
  cardOf(event: WechatMiniprogram.CustomEvent): WorkCard | undefined {
    return this.data.cards.find(({ id }) => id === event.currentTarget.dataset['id']);
  },
  onOpen(event: WechatMiniprogram.CustomEvent) {
    const card = this.cardOf(event);
    if (card !== undefined) openVerify(card.id);
  },
  onAct(event: WechatMiniprogram.CustomEvent) {
    const card = this.cardOf(event);
    if (card === undefined) return;
    if (card.act === 'acknowledge') void this.acknowledge(card);
    else openVerify(card.id);
  },
  async acknowledge(card: WorkCard) {
    if (this.data.busy !== '') return;
    this.setData({ busy: card.id, refused: null });
    const answer = await call('hazard.acknowledge', { id: card.id }, { seen: card.version });
    this.setData({ busy: '' });
    if (answer.ok) this.offerUndo(card, answer.value.version);
    else this.setData({ refused: { code: answer.error.code, trace: answer.trace } });
    await syncSession();
    await this.load();
  },
  offerUndo({ id, title }: WorkCard, version: number) {
    this.setData({ undoable: { id, version, title, until: Date.now() + UNDO_MS } });
  },
  async onUndo() {
    const { undoable } = this.data;
    if (undoable === null) return;
    this.setData({ undoable: null });
    const answer = await call('hazard.undo', { id: undoable.id }, { seen: undoable.version });
    if (!answer.ok) this.setData({ refused: { code: answer.error.code, trace: answer.trace } });
    await this.load();
  },
});

const OFFLINE = { code: 'NETWORK', trace: '' } as const;

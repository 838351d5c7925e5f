import { call, type Output } from '../../services/cloud';
import { openProgress, openVerify } from '../../services/nav';
import { choosePostOf, keepFresh, syncSession } from '../../services/session';
import { selectTab } from '../../services/tabs';
import { textSizeBehavior } from '../../services/text-size';
import type { ErrorCode } from '../../vendor/core';
import { type MessageRow, messageRow } from './messages.view';

type Entry = Output<'member.inbox'>['items'][number];

interface Data {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly rows: readonly MessageRow[];
  readonly more: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = { status: 'loading', rows: [], more: false, error: null };

interface Live {
  entries: readonly Entry[];
  stop?: () => void;
}
const live: Live = { entries: [] };

/** Messages of all posts and of own reports lie together, each tagged. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onShow() {
    selectTab(this, 'pages/messages/messages');
    live.stop = keepFresh(() => void this.load());
    void this.load();
    void syncSession();
  },
  onHide() {
    live.stop?.();
  },
  onReachBottom() {
    if (this.data.more) void this.load(live.entries[live.entries.length - 1]?.at);
  },
  async load(before?: number) {
    const answer = await call('member.inbox', before === undefined ? {} : { before });
    if (!answer.ok) {
      const error = { code: answer.error.code, trace: answer.trace };
      this.setData({ status: live.entries.length > 0 ? 'ready' : 'failed', error });
      return;
    }
    const { items, more } = answer.value;
    live.entries = before === undefined ? items : [...live.entries, ...items];
    this.setData({ status: 'ready', rows: live.entries.map(messageRow), more, error: null });
  },
  onRetry() {
    this.setData({ status: 'loading', error: null });
    void this.load();
  },
  onOpen(event: WechatMiniprogram.TouchEvent) {
    const row = this.data.rows.find(({ id }) => id === event.currentTarget.dataset['id']);
    if (row === undefined) return;
    if (row.unread) void this.markRead(row.id);
    if (row.opens === 'progress') {
      openProgress(row.caseId);
      return;
    }
    // A message opens in the post it was sent to, and says so.
    if (choosePostOf(row.unit)) wx.showToast({ title: `已换到${row.tag}`, icon: 'none' });
    openVerify(row.caseId);
  },
  async markRead(id: string) {
    const index = this.data.rows.findIndex((row) => row.id === id);
    this.setData({ [`rows[${index}].unread`]: false });
    live.entries = live.entries.map((entry) =>
      entry.id === id ? { ...entry, read: true } : entry,
    );
    await call('member.read', { ids: [id] });
    await syncSession();
  },
});

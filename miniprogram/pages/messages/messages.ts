import { serverNow } from '../../services/clock';
import { call, type Output } from '../../services/cloud';
import { openProgress, openVerify } from '../../services/nav';
import { choosePostOf, keepFresh, syncSession } from '../../services/session';
import { selectTab } from '../../services/tabs';
import { textSizeBehavior } from '../../services/text-size';
import type { ErrorCode } from '../../vendor/core';
import { type MessageSection, messageRow, sectionsOf } from './messages.view';

type Entry = Output<'member.inbox'>['items'][number];

interface Data {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly sections: readonly MessageSection[];
  readonly more: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = { status: 'loading', sections: [], more: false, error: null };

interface Live {
  entries: readonly Entry[];
  stop?: () => void;
}
const live: Live = { entries: [] };

/** As many as one call takes. */
const AT_ONCE = 50;

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
  onPullDownRefresh() {
    void this.load().then(() => wx.stopPullDownRefresh());
    void syncSession();
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
    this.setData({ status: 'ready', more, error: null });
    this.show();
  },
  show() {
    const now = serverNow();
    this.setData({ sections: sectionsOf(live.entries.map((entry) => messageRow(entry, now))) });
  },
  onRetry() {
    this.setData({ status: live.entries.length > 0 ? 'ready' : 'loading', error: null });
    void this.load();
  },
  onOpen(event: WechatMiniprogram.TouchEvent) {
    const entry = live.entries.find(({ id }) => id === event.currentTarget.dataset['id']);
    if (entry === undefined) return;
    const row = messageRow(entry, serverNow());
    if (row.unread) void this.markRead([row.id]);
    if (row.opens === 'progress') {
      openProgress(row.caseId);
      return;
    }
    // A message opens in the post it was sent to, and says so.
    if (choosePostOf(row.unit)) wx.showToast({ title: `已换到${row.tag}`, icon: 'none' });
    openVerify(row.caseId);
  },
  onAllRead() {
    const unread = live.entries.filter(({ read }) => !read).map(({ id }) => id);
    if (unread.length > 0) void this.markRead(unread);
  },
  async markRead(ids: readonly string[]) {
    live.entries = live.entries.map((entry) =>
      ids.includes(entry.id) ? { ...entry, read: true } : entry,
    );
    this.show();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      await call('member.read', { ids: ids.slice(at, at + AT_ONCE) });
    }
    await syncSession();
  },
});

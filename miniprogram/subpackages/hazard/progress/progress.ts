import { serverNow } from '../../../services/clock';
import { call } from '../../../services/cloud';
import { type Draft, onDraft } from '../../../services/drafts';
import { openProof } from '../../../services/nav';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import { type ProgressView, progressView } from './progress.view';

interface Data {
  readonly status: 'loading' | 'ready' | 'failed' | 'gone';
  readonly view: ProgressView | null;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = { status: 'loading', view: null, error: null };

interface Live {
  /** Photos of this report that this phone has brought home so far. */
  stored: number;
  stop?: () => void;
}
const live: Live = { stored: 0 };

/** The reporter follows one hazard. */
Page({
  behaviors: [textSizeBehavior],
  data: { ...data, id: '' },
  onLoad(query) {
    this.setData({ id: query['id'] ?? '' });
  },
  onShow() {
    live.stored = 0;
    live.stop = onDraft((draft) => this.onDraft(draft));
    void this.load();
  },
  onHide() {
    live.stop?.();
  },
  onUnload() {
    live.stop?.();
  },
  /** This phone may still be uploading photos of it: each one that arrives is shown. */
  onDraft({ receipt, photos }: Draft) {
    const stored = photos.filter(({ state }) => state === 'stored').length;
    if (receipt?.id !== this.data.id || stored === live.stored) return;
    live.stored = stored;
    void this.load();
  },
  onPullDownRefresh() {
    void this.load().then(() => wx.stopPullDownRefresh());
  },
  async load() {
    const answer = await call('hazard.progress', { id: this.data.id });
    if (answer.ok) {
      const view = progressView(answer.value, serverNow());
      this.setData({ status: 'ready', view, error: null });
      return;
    }
    const error = { code: answer.error.code, trace: answer.trace };
    if (error.code === 'NOT_FOUND') this.setData({ status: 'gone', view: null, error: null });
    else this.setData({ status: this.data.view === null ? 'failed' : 'ready', error });
  },
  onRetry() {
    this.setData({ error: null });
    void this.load();
  },
  onProof() {
    openProof(this.data.id);
  },
  onPhoto(event: WechatMiniprogram.TouchEvent) {
    const urls = this.data.view?.photos.map(({ url }) => url) ?? [];
    const current = urls[Number(event.currentTarget.dataset['index'])];
    if (current !== undefined) wx.previewImage({ urls, current });
  },
});

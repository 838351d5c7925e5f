import { call, type Output } from '../../../services/cloud';
import { openPlace } from '../../../services/nav';
import { newRequestId } from '../../../services/random';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';

interface Data {
  readonly unit: string;
  readonly status: 'loading' | 'ready' | 'failed' | 'gone';
  readonly items: Output<'place.list'>['items'];
  readonly name: string;
  readonly missing: string;
  readonly busy: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
  readonly acts: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}
const data: Data = {
  unit: '',
  status: 'loading',
  items: [],
  name: '',
  missing: '',
  busy: false,
  error: null,
  acts: [{ id: 'add', text: '加这个地点' }],
};

interface Live {
  /** Kept for every retry of the same place. */
  requestId?: string;
}
const live: Live = {};

/** The places of a unit; each has the code that hangs there. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    delete live.requestId;
    this.setData({ unit: query['unit'] ?? '' });
    void this.load();
  },
  async load() {
    const answer = await call('place.list', { unit: this.data.unit });
    if (answer.ok) {
      this.setData({ status: 'ready', items: answer.value.items, error: null });
      return;
    }
    const error = { code: answer.error.code, trace: answer.trace };
    this.setData({ status: error.code === 'NOT_FOUND' ? 'gone' : 'failed', error });
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value, missing: '' });
  },
  async onAdd() {
    const name = this.data.name.trim();
    if (name === '') {
      this.setData({ missing: '还差一步：写地点叫什么，比如 冲压车间 · 3 号压力机旁' });
      return;
    }
    if (this.data.busy) return;
    this.setData({ busy: true, error: null });
    live.requestId ??= await newRequestId();
    const { requestId } = live;
    const answer = await call('place.add', { unit: this.data.unit, name }, { requestId });
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ error: { code: answer.error.code, trace: answer.trace } });
      return;
    }
    delete live.requestId;
    this.setData({ name: '' });
    await this.load();
  },
  onOpen(event: WechatMiniprogram.TouchEvent) {
    openPlace(String(event.currentTarget.dataset['code']));
  },
  onRetry() {
    if (this.data.status === 'ready') void this.onAdd();
    else void this.load();
  },
});

import { call } from '../../../services/cloud';
import { openAddUnit, openInvite, openPlaces, openUnit } from '../../../services/nav';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import { type UnitView, unitPageView } from './unit.view';

interface Data {
  readonly id: string;
  readonly status: 'loading' | 'ready' | 'failed' | 'gone';
  readonly view: UnitView | null;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = { id: '', status: 'loading', view: null, error: null };

/** A unit: who handles its hazards, what lies below it, and what may be arranged in it. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    this.setData({ id: query['id'] ?? '' });
  },
  onShow() {
    void this.load();
  },
  async load() {
    const answer = await call('member.units', { unit: this.data.id });
    if (answer.ok) {
      this.setData({ status: 'ready', view: unitPageView(answer.value), error: null });
      return;
    }
    const error = { code: answer.error.code, trace: answer.trace };
    this.setData({ status: error.code === 'NOT_FOUND' ? 'gone' : 'failed', error });
  },
  onRetry() {
    this.setData({ status: 'loading', error: null });
    void this.load();
  },
  onChild(event: WechatMiniprogram.TouchEvent) {
    openUnit(String(event.currentTarget.dataset['id']));
  },
  onAdd() {
    openAddUnit(this.data.id);
  },
  onInvite() {
    openInvite(this.data.id);
  },
  onPlaces() {
    openPlaces(this.data.id);
  },
});

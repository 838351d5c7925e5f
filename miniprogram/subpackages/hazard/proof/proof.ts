import { call } from '../../../services/cloud';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import { type ProofView, proofView } from './proof.view';

interface Data {
  readonly status: 'loading' | 'ready' | 'failed' | 'gone';
  readonly view: ProofView | null;
  readonly more: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = { status: 'loading', view: null, more: false, error: null };

/** This phone recomputes a whole record and says whether it holds. */
Page({
  behaviors: [textSizeBehavior],
  data: { ...data, id: '' },
  onLoad(query) {
    this.setData({ id: query['id'] ?? '' });
    void this.check();
  },
  async check() {
    const answer = await call('hazard.proof', { id: this.data.id });
    if (answer.ok) {
      this.setData({ status: 'ready', view: proofView(answer.value) });
      return;
    }
    const error = { code: answer.error.code, trace: answer.trace };
    this.setData({ status: error.code === 'NOT_FOUND' ? 'gone' : 'failed', error });
  },
  onRetry() {
    this.setData({ status: 'loading', error: null });
    void this.check();
  },
  onMore() {
    this.setData({ more: !this.data.more });
  },
});

import { call, type Output } from '../../../services/cloud';
import { openPlace } from '../../../services/nav';
import { newRequestId } from '../../../services/random';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import { equipmentKinds } from '../../../vendor/core';
import { showMissing } from '../missing';

interface Data {
  readonly unit: string;
  readonly status: 'loading' | 'ready' | 'failed' | 'gone';
  readonly items: Output<'place.list'>['items'];
  readonly name: string;
  /** What stands there; empty while nothing is chosen. */
  readonly equipment: string;
  readonly equipmentWord: string;
  readonly kinds: ReadonlyArray<{ readonly id: string; readonly word: string }>;
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
  equipment: '',
  equipmentWord: '',
  kinds: [{ id: '', word: '先不选' }, ...equipmentKinds()],
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
    // A changed form is another request.
    delete live.requestId;
    this.setData({ name: event.detail.value, missing: '' });
  },
  onEquipment(event: WechatMiniprogram.PickerChange) {
    const kind = this.data.kinds[Number(event.detail.value)];
    const equipment = kind?.id ?? '';
    delete live.requestId;
    this.setData({ equipment, equipmentWord: equipment === '' ? '' : (kind?.word ?? '') });
  },
  async onAdd() {
    const name = this.data.name.trim();
    if (name === '') {
      this.setData({ missing: '还差一步：写地点叫什么' });
      showMissing();
      return;
    }
    if (this.data.busy) return;
    this.setData({ busy: true, error: null });
    live.requestId ??= await newRequestId();
    const { requestId } = live;
    const { unit, equipment } = this.data;
    const input = { unit, name, ...(equipment === '' ? {} : { equipment }) };
    const answer = await call('place.add', input, { requestId });
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ error: { code: answer.error.code, trace: answer.trace } });
      return;
    }
    delete live.requestId;
    this.setData({ name: '', equipment: '', equipmentWord: '' });
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

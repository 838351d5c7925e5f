import { call } from '../../../services/cloud';
import { newRequestId } from '../../../services/random';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode, UnitKind } from '../../../vendor/core';
import { industries, industryWord } from '../../../vendor/core';
import { showMissing } from '../missing';
import { kindsBelow } from '../unit/unit.view';

interface Data {
  readonly parent: string;
  readonly parentName: string;
  readonly kinds: ReadonlyArray<{ readonly kind: UnitKind; readonly text: string }>;
  readonly kind: UnitKind | '';
  readonly name: string;
  readonly unionName: string;
  /** What an enterprise does; empty while nothing is chosen. */
  readonly industry: string;
  readonly industryWord: string;
  readonly trades: ReadonlyArray<{ readonly id: string; readonly word: string }>;
  readonly dutyName: string;
  readonly dutyPhone: string;
  readonly missing: string;
  readonly busy: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
  readonly acts: ReadonlyArray<{ readonly id: string; readonly text: string }>;
}
const data: Data = {
  parent: '',
  parentName: '',
  kinds: [],
  kind: '',
  name: '',
  unionName: '',
  industry: '',
  industryWord: '',
  trades: [{ id: '', word: '先不选' }, ...industries()],
  dutyName: '',
  dutyPhone: '',
  missing: '',
  busy: false,
  error: null,
  acts: [{ id: 'add', text: '加上' }],
};

interface Live {
  /** Kept for every retry of the same form. */
  requestId?: string;
}
const live: Live = {};

const PHONE = /^[\d-]{3,15}$/;

const missingIn = ({ kind, name, unionName, dutyName, dutyPhone }: Data): string => {
  if (kind === '') return '还差一步：点是哪一种单位';
  if (name.trim() === '') return '还差一步：写单位名称';
  if (unionName.trim() === '') return '还差一步：写工会名称';
  if ((dutyName.trim() === '') !== (dutyPhone.trim() === '')) return '值班室的名称和电话要一起填';
  return dutyPhone.trim() === '' || PHONE.test(dutyPhone.trim()) ? '' : '电话只用数字和横线';
};

/** What may be left out: what a firm does, and whom its place pages offer to call. */
const optionalOf = ({ kind, industry, dutyName, dutyPhone }: Data) => {
  const duty = { name: dutyName.trim(), phone: dutyPhone.trim() };
  return {
    ...(kind === 'enterprise' && industry !== '' ? { industry } : {}),
    ...(duty.name === '' ? {} : { duty }),
  };
};

/** Adds a unit below one's own. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    delete live.requestId;
    this.setData({ parent: query['parent'] ?? '' });
    void this.load();
  },
  async load() {
    const answer = await call('member.units', { unit: this.data.parent });
    if (!answer.ok) {
      this.setData({ error: { code: answer.error.code, trace: answer.trace } });
      return;
    }
    const { unit } = answer.value;
    this.setData({ parentName: unit.name, kinds: kindsBelow(unit.kind), error: null });
  },
  /** A changed form is another request. */
  fill(change: Partial<Data>) {
    delete live.requestId;
    this.setData({ ...change, missing: '' });
  },
  onKind(event: WechatMiniprogram.TouchEvent) {
    const chosen = this.data.kinds.find(({ kind }) => kind === event.currentTarget.dataset['kind']);
    if (chosen !== undefined) this.fill({ kind: chosen.kind });
  },
  onIndustry(event: WechatMiniprogram.PickerChange) {
    const industry = this.data.trades[Number(event.detail.value)]?.id ?? '';
    this.fill({ industry, industryWord: industryWord(industry) });
  },
  onText(event: WechatMiniprogram.Input) {
    const field: unknown = event.currentTarget.dataset['field'];
    if (typeof field === 'string') this.fill({ [field]: event.detail.value });
  },
  onRetry() {
    if (this.data.kinds.length === 0) void this.load();
    else void this.onAdd();
  },
  async onAdd() {
    const { kind, name, unionName, parent, busy } = this.data;
    const missing = missingIn(this.data);
    this.setData({ missing });
    if (missing !== '') showMissing();
    if (missing !== '' || kind === '' || busy) return;
    this.setData({ busy: true, error: null });
    live.requestId ??= await newRequestId();
    const input = { parent, kind, name, unionName, ...optionalOf(this.data) };
    const answer = await call('member.addUnit', input, { requestId: live.requestId });
    this.setData({ busy: false });
    if (answer.ok) wx.navigateBack();
    else this.setData({ error: { code: answer.error.code, trace: answer.trace } });
  },
});

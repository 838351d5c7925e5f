import type { BarAct } from '../../../components/as-action-bar/action-bar.view';
import { serverNow } from '../../../services/clock';
import { type Called, call, type Output } from '../../../services/cloud';
import { openProof } from '../../../services/nav';
import { syncSession } from '../../../services/session';
import { textSizeBehavior } from '../../../services/text-size';
import type { ErrorCode } from '../../../vendor/core';
import type { Searched } from './criteria.view';
import { type DetailView, detailView } from './detail.view';
import {
  barActs,
  confirmText,
  EMPTY_FORM,
  type Missing,
  mainVerb,
  missingIn,
  type VerifyForm,
} from './verify.view';

type Detail = Output<'hazard.detail'>;

interface Data {
  readonly id: string;
  readonly status: 'loading' | 'ready' | 'failed' | 'gone';
  readonly view: DetailView | null;
  readonly hazard: Searched | null;
  readonly form: VerifyForm;
  readonly verb: string;
  readonly acts: readonly BarAct[];
  readonly missing: Missing | null;
  readonly asking: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly busy: boolean;
  readonly error: { readonly code: ErrorCode; readonly trace: string } | null;
}
const data: Data = {
  id: '',
  status: 'loading',
  view: null,
  hazard: null,
  form: EMPTY_FORM,
  verb: mainVerb(EMPTY_FORM),
  acts: [],
  missing: null,
  asking: null,
  busy: false,
  error: null,
};

interface Live {
  detail?: Detail;
}
const live: Live = {};

/** A hazard for those who handle it: look, 受理, and say what the visit found. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query) {
    delete live.detail;
    this.setData({ id: query['id'] ?? '' });
    void this.load();
  },
  onPullDownRefresh() {
    void this.load().then(() => wx.stopPullDownRefresh());
  },
  async load() {
    this.receive(await call('hazard.detail', { id: this.data.id }));
  },
  receive(answer: Called<Detail>) {
    if (!answer.ok) {
      const error = { code: answer.error.code, trace: answer.trace };
      if (error.code === 'NOT_FOUND') this.setData({ status: 'gone', view: null });
      else this.setData({ status: this.data.view === null ? 'failed' : 'ready', error });
      return;
    }
    live.detail = answer.value;
    const view = detailView(answer.value, serverNow());
    const acts = barActs(view, this.data.form);
    const { head, industry } = answer.value;
    const hazard = industry === undefined ? { head } : { head, industry };
    this.setData({ status: 'ready', view, hazard, acts, error: null });
    wx.setNavigationBarTitle({ title: view.mayVerify ? '核实' : '隐患' });
  },
  onForm({ detail: form }: WechatMiniprogram.CustomEvent<VerifyForm>) {
    const { view } = this.data;
    const acts = view === null ? [] : barActs(view, form);
    this.setData({ form, verb: mainVerb(form), acts, missing: null });
  },
  onPhoto(event: WechatMiniprogram.TouchEvent) {
    const urls = this.data.view?.photos.map(({ url }) => url) ?? [];
    const current = urls[Number(event.currentTarget.dataset['index'])];
    if (current !== undefined) wx.previewImage({ urls, current });
  },
  onProof() {
    openProof(this.data.id);
  },
  onRetry() {
    this.setData({ error: null, status: this.data.view === null ? 'loading' : 'ready' });
    void this.load();
  },
  onBar(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (event.detail.id === 'acknowledge') void this.act('acknowledge');
    else if (event.detail.id === 'undo') void this.act('undo');
    else this.ask();
  },
  /** The button is never dimmed: a tap says what is missing and shows where. */
  ask() {
    const missing = missingIn(this.data.form);
    if (missing === undefined) {
      this.setData({ asking: confirmText(this.data.form), missing: null });
      return;
    }
    this.setData({ missing });
    wx.pageScrollTo({ selector: `#verdict >>> #${missing.at}`, offsetTop: -16, duration: 150 });
  },
  onKeep() {
    this.setData({ asking: null });
  },
  async act(action: 'acknowledge' | 'undo') {
    const { detail } = live;
    if (detail === undefined || this.data.busy) return;
    this.setData({ busy: true });
    await this.settle(await call(`hazard.${action}`, { id: detail.id }, { seen: detail.version }));
  },
  async onConfirm() {
    const { detail } = live;
    if (detail === undefined || this.data.busy) return;
    this.setData({ busy: true });
    await this.settle(await this.send(detail));
    this.setData({ asking: null });
  },
  send({ id, version }: Detail) {
    const { finding, level, criteria, wording, reason } = this.data.form;
    const options = { seen: version };
    if (finding === 'true' && level !== '') {
      return call('hazard.confirm', { id, level, criteria: [...criteria], wording }, options);
    }
    const outcome = finding === 'notTrue' ? 'notTrue' : 'notAccepted';
    return call('hazard.decline', { id, outcome, reason }, options);
  },
  /** Whatever came of an act, the page then shows what stands in the record. */
  async settle(answer: Called<unknown>) {
    const error = answer.ok ? null : { code: answer.error.code, trace: answer.trace };
    await this.load();
    this.setData({ busy: false, error });
    // What was refused, and what now stands, is said on top.
    wx.pageScrollTo({ scrollTop: 0, duration: 150 });
    if (error === null) await syncSession();
  },
});

import type { GridPhoto } from '../../../components/as-photo-grid/photo-grid.view';
import { takePhotos } from '../../../services/camera';
import { call } from '../../../services/cloud';
import {
  addPhoto,
  changeDraft,
  type Draft,
  onDraft,
  readDraft,
  removePhoto,
} from '../../../services/drafts';
import { goHome, replaceByReceipt } from '../../../services/nav';
import { isOnline } from '../../../services/network';
import { submit } from '../../../services/outbox';
import { scanPlace } from '../../../services/scan';
import { textSizeBehavior } from '../../../services/text-size';
import { onProgress, retryPhoto, runUploads } from '../../../services/uploads';
import { MAX_PHOTOS } from '../../../vendor/core';
import { gridPhotos, keptText, missingIn, type ReportView, reportView } from './report.view';

interface Data {
  readonly draftId: string;
  /** gone: the draft is not on this phone · kept: tapped 提交, waits for the network */
  readonly status: 'editing' | 'sending' | 'kept' | 'gone';
  readonly form: ReportView | null;
  readonly photos: readonly GridPhoto[];
  readonly max: number;
  readonly missing: string;
  readonly kept: string;
  /** What went wrong with a photo or a place, said on the page. */
  readonly trouble: string;
  readonly error: { readonly code: string; readonly trace: string } | null;
}
const data: Data = {
  draftId: '',
  status: 'editing',
  form: null,
  photos: [],
  max: MAX_PHOTOS,
  missing: '',
  kept: '',
  trouble: '',
  error: null,
};

/** Percents are drawn in steps: a page may not be told everything a network does. */
const STEP = 7;
/** Progress by photo; lives as long as the app does, since a killed upload begins anew. */
const percents = new Map<string, number>();

/** A hazard in five taps: photos, one tile, submit. Every step lies in the draft at once. */
Page({
  behaviors: [textSizeBehavior],
  data,
  stop: () => {},
  onLoad(query: Record<string, string | undefined>) {
    const draft = readDraft(query['draft'] ?? '');
    if (draft === undefined) {
      this.setData({ status: 'gone' });
      return;
    }
    if (draft.receipt !== undefined) {
      replaceByReceipt(draft.id);
      return;
    }
    this.setData({
      draftId: draft.id,
      form: reportView(draft),
      photos: gridPhotos(draft, percents),
      ...(draft.sent ? { status: 'kept', kept: keptText(draft) } : {}),
    });
    const stops = [
      onDraft((changed) => this.onChanged(changed)),
      onProgress((photoId, percent) => this.onPercent(photoId, percent)),
    ];
    this.stop = () => {
      for (const stop of stops) stop();
    };
    void runUploads(draft.id);
  },
  onUnload() {
    this.stop();
  },
  onChanged(draft: Draft) {
    if (draft.id !== this.data.draftId) return;
    if (draft.receipt !== undefined) {
      this.stop();
      replaceByReceipt(draft.id);
      return;
    }
    this.setData({ photos: gridPhotos(draft, percents) });
    // It went off by itself and was refused: back to the person.
    if (this.data.status === 'kept' && !draft.sent) {
      this.setData({ status: 'editing', trouble: '没有提交成。看一看，再点一次提交。' });
    }
  },
  onPercent(photoId: string, percent: number) {
    const index = this.data.photos.findIndex(({ id }) => id === photoId);
    const shown = percents.get(photoId) ?? 0;
    if (index < 0 || (percent < 100 && percent - shown < STEP && percent >= shown)) return;
    percents.set(photoId, percent);
    this.setData({ [`photos[${index}].percent`]: percent });
  },
  async onAdd() {
    const { draftId, photos } = this.data;
    const taken = await takePhotos('either', MAX_PHOTOS - photos.length);
    if (taken.kind === 'none') return;
    try {
      for (const path of taken.paths) await addPhoto(draftId, path);
      this.setData({ trouble: '' });
    } catch {
      this.setData({ trouble: '手机里放不下这张照片了。清一清空间再拍，或者先提交。' });
    }
    void runUploads(draftId);
  },
  onRetryPhoto(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    void retryPhoto(this.data.draftId, event.detail.id);
  },
  onRemovePhoto(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    removePhoto(this.data.draftId, event.detail.id);
  },
  onPick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const category = event.detail.id;
    changeDraft(this.data.draftId, () => ({ category }));
    this.setData({ 'form.category': category, missing: '' });
  },
  onWords(event: WechatMiniprogram.Input) {
    const words = event.detail.value;
    changeDraft(this.data.draftId, () => ({ words }));
  },
  onDanger() {
    const danger = this.data.form?.danger !== true;
    changeDraft(this.data.draftId, () => ({ danger }));
    this.setData({ 'form.danger': danger });
  },
  onSuperior() {
    const toSuperior = this.data.form?.toSuperior !== true;
    changeDraft(this.data.draftId, () => ({ toSuperior }));
    this.setData({ 'form.toSuperior': toSuperior });
  },
  /** 改: another place's code; what has been filled in stays. */
  async onPlace() {
    const scanned = await scanPlace();
    if (scanned.kind === 'closed') return;
    if (scanned.kind === 'other') {
      this.setData({ trouble: '这不是地点的码，地点没有改。' });
      return;
    }
    const answer = await call('place.page', { code: scanned.code });
    if (!answer.ok) {
      this.setData({ trouble: '新地点没有读出来，地点没有改。' });
      return;
    }
    const { name, unitName, industry } = answer.value;
    const draft = changeDraft(this.data.draftId, () => ({
      place: scanned.code,
      placeName: name,
      unitName,
      ...(industry === undefined ? {} : { industry }),
    }));
    if (draft !== undefined) this.setData({ form: reportView(draft), trouble: '' });
  },
  async onSubmit() {
    const draft = readDraft(this.data.draftId);
    if (draft === undefined || this.data.status === 'sending') return;
    const missing = missingIn(draft);
    if (missing !== '') {
      this.setData({ missing });
      wx.pageScrollTo({ selector: '#category', offsetTop: -12, duration: 150 });
      return;
    }
    const kept = { status: 'kept', kept: keptText(draft) } as const;
    this.setData({ error: null, ...(isOnline() ? { status: 'sending' } : kept) });
    const answer = await submit(draft.id);
    // The receipt, when there is one, has taken this page's place already.
    if (answer.ok) return;
    if (answer.error.code === 'NETWORK') this.setData(kept);
    else {
      const error = { code: answer.error.code, trace: answer.trace };
      this.setData({ status: 'editing', error });
    }
  },
  onEdit() {
    this.setData({ status: 'editing' });
    changeDraft(this.data.draftId, () => ({ sent: false }));
  },
  onHome: goHome,
});

import type { BarAct } from '../../../components/as-action-bar/action-bar.view';
import type { GridPhoto } from '../../../components/as-photo-grid/photo-grid.view';
import { call, type Input } from '../../../services/cloud';
import { changeDraft, type Draft, onDraft, readDraft } from '../../../services/drafts';
import { openMine, openProgress, replaceByPlace } from '../../../services/nav';
import { type Reminder, remindMe } from '../../../services/reminders';
import { textSizeBehavior } from '../../../services/text-size';
import { retryPhoto, runUploads } from '../../../services/uploads';
import { errorText } from '../../../vendor/core';
import { gridPhotos } from '../report/report.view';
import { canvasOf, saveNumbers } from './code-image';
import {
  type PhotoLine,
  photoLine,
  type ReceiptView,
  receiptActs,
  receiptView,
  reminderText,
} from './receipt.view';

type Told = Input<'hazard.tellSite'>['answer'];

interface Data {
  readonly draftId: string;
  readonly receipt: ReceiptView | null;
  readonly photos: readonly GridPhoto[];
  readonly line: PhotoLine;
  readonly told: Told | '';
  /** What became of copying, saving, telling; said beside the button. */
  readonly said: string;
  readonly toldSaid: string;
  readonly reminder: string;
  readonly acts: readonly BarAct[];
}
const data: Data = {
  draftId: '',
  receipt: null,
  photos: [],
  line: { count: '', hint: '', done: true },
  told: '',
  said: '',
  toldSaid: '',
  reminder: '',
  acts: receiptActs(''),
};

const isTold = (value: unknown): value is Told =>
  value === 'told' || value === 'notTold' || value === 'skipped';

/** The receipt: two numbers, what is stored, what comes next. Shown once, after sending. */
Page({
  behaviors: [textSizeBehavior],
  data,
  stop: () => {},
  onLoad(query: Record<string, string | undefined>) {
    const draft = readDraft(query['draft'] ?? '');
    if (draft?.receipt === undefined) return;
    this.setData({ draftId: draft.id, receipt: receiptView(draft, draft.receipt) });
    this.showPhotos(draft);
    changeDraft(draft.id, () => ({ seen: true }));
    this.stop = onDraft((changed) => {
      if (changed.id === this.data.draftId) this.showPhotos(changed);
    });
    void runUploads(draft.id);
  },
  onUnload() {
    this.stop();
  },
  showPhotos(draft: Draft) {
    this.setData({ photos: gridPhotos(draft, new Map()), line: photoLine(draft.photos) });
  },
  draft(): Draft | undefined {
    return readDraft(this.data.draftId);
  },
  onPhoto(event: WechatMiniprogram.TouchEvent) {
    const id: unknown = event.currentTarget.dataset['id'];
    const photo = this.data.photos.find((one) => one.id === id);
    if (photo?.state === 'failed') void retryPhoto(this.data.draftId, photo.id);
  },
  onCopy() {
    const draft = this.draft();
    if (draft === undefined) return;
    wx.setClipboardData({
      data: draft.code,
      success: () => this.setData({ said: '查询码复制好了。' }),
      fail: () => this.setData({ said: '没有复制成。可以抄下来，或截屏。' }),
    });
  },
  async onSave() {
    const { receipt } = this.data;
    if (receipt === null) return;
    try {
      const saved = await saveNumbers(await canvasOf('#numbers'), receipt);
      this.setData({
        said: saved ? '存到相册了。图上只有两个号。' : '没有存成。可以截屏，或抄下查询码。',
      });
    } catch {
      this.setData({ said: '没有存成。可以截屏，或抄下查询码。' });
    }
  },
  async onTold(event: WechatMiniprogram.TouchEvent) {
    const answer: unknown = event.currentTarget.dataset['answer'];
    const receipt = this.draft()?.receipt;
    if (!isTold(answer) || receipt === undefined) return;
    const before = this.data.told;
    this.setData({ told: answer, toldSaid: '' });
    const { id, version } = receipt;
    const done = await call('hazard.tellSite', { id, answer }, { seen: version });
    if (done.ok) this.setData({ toldSaid: '记下了。' });
    else this.setData({ told: before, toldSaid: errorText(done.error.code) });
  },
  onAct(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const draft = this.draft();
    if (draft?.receipt === undefined) return;
    switch (event.detail.id) {
      case 'remind':
        // Not awaited before WeChat is asked: the question must come inside the tap.
        void remindMe(draft.receipt.id).then((reminder) => this.showReminder(reminder));
        break;
      case 'progress':
        openProgress(draft.receipt.id);
        break;
      case 'again':
        replaceByPlace(draft.place);
        break;
    }
  },
  showReminder(reminder: Reminder) {
    this.setData({ reminder: reminderText(reminder), acts: receiptActs(reminder) });
  },
  onMine: openMine,
});

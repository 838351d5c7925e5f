import type { BarAct } from '../../../components/as-action-bar/action-bar.view';
import type { GridPhoto } from '../../../components/as-photo-grid/photo-grid.view';
import { changeDraft, type Draft, onDraft, readDraft } from '../../../services/drafts';
import { openMine, openProgress, replaceByPlace } from '../../../services/nav';
import { type Reminder, remindMe } from '../../../services/reminders';
import { textSizeBehavior } from '../../../services/text-size';
import { retryPhoto, runUploads } from '../../../services/uploads';
import { gridPhotos } from '../report/report.view';
import { saveNumbers } from './code-image';
import {
  type PhotoLine,
  photoLine,
  type ReceiptView,
  receiptActs,
  receiptView,
  reminderText,
} from './receipt.view';

interface Data {
  readonly draftId: string;
  readonly receipt: ReceiptView | null;
  readonly photos: readonly GridPhoto[];
  readonly line: PhotoLine;
  /** What became of copying and saving; said beside the button. */
  readonly said: string;
  readonly reminder: string;
  readonly acts: readonly BarAct[];
}
const data: Data = {
  draftId: '',
  receipt: null,
  photos: [],
  line: { count: '', hint: '', done: true },
  said: '',
  reminder: '',
  acts: receiptActs(''),
};

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
    const saved = await saveNumbers('#numbers', receipt);
    this.setData({
      said: saved ? '存到相册了。图上只有两个号。' : '没有存成。可以截屏，或抄下查询码。',
    });
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

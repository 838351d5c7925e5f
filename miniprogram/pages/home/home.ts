import { call } from '../../services/cloud';
import { onDraft, openDrafts, unseenReceipts } from '../../services/drafts';
import {
  goWork,
  openMine,
  openPlace,
  openProgress,
  openReceipt,
  openReport,
} from '../../services/nav';
import { knownPlaces } from '../../services/places';
import { keptReceipts } from '../../services/receipts';
import { scanPlace } from '../../services/scan';
import { syncSession } from '../../services/session';
import { selectTab } from '../../services/tabs';
import { textSizeBehavior } from '../../services/text-size';
import {
  type DraftRow,
  draftRow,
  type PlaceRow,
  placeRow,
  type WaitingCard,
  waitingCards,
} from './home.view';

interface Data {
  readonly drafts: readonly DraftRow[];
  readonly waiting: readonly WaitingCard[];
  readonly places: readonly PlaceRow[];
  /** The scan gave something that is no place of ours. */
  readonly strange: boolean;
}
const data: Data = { drafts: [], waiting: [], places: [], strange: false };

/** Once per start of the app: whoever has something due begins at 办理. */
let cold = true;

/** Where everybody begins: scan and report. */
Page({
  behaviors: [textSizeBehavior],
  data,
  stop: () => {},
  onLoad() {
    this.stop = onDraft(() => this.showKept());
  },
  onUnload() {
    this.stop();
  },
  onShow() {
    selectTab(this, 'pages/home/home');
    this.showKept();
    void this.startAtWork();
    void this.loadWaiting();
  },
  async startAtWork() {
    if (!cold) return;
    cold = false;
    const { chosen } = await syncSession();
    const stillHere = getCurrentPages().slice(-1)[0]?.route === 'pages/home/home';
    if (stillHere && (chosen?.duties ?? 0) > 0) goWork();
  },
  /** What lies on this phone needs no network. */
  showKept() {
    const drafts = [...unseenReceipts(), ...openDrafts()].map(draftRow);
    this.setData({ drafts, places: knownPlaces().map(placeRow) });
  },
  /** Asked only on a phone that has reported: for all others there is nothing to wait for. */
  async loadWaiting() {
    if (keptReceipts().length === 0) return;
    const answer = await call('hazard.mine', {});
    if (answer.ok) this.setData({ waiting: waitingCards(answer.value.items) });
  },
  async onScan() {
    const scanned = await scanPlace();
    this.setData({ strange: scanned.kind === 'other' });
    if (scanned.kind === 'place') openPlace(scanned.code);
  },
  onDraft(event: WechatMiniprogram.TouchEvent) {
    const row = this.data.drafts.find(({ id }) => id === event.currentTarget.dataset['id']);
    if (row === undefined) return;
    if (row.arrived) openReceipt(row.id);
    else openReport({ draft: row.id });
  },
  onPlace(event: WechatMiniprogram.TouchEvent) {
    const code: unknown = event.currentTarget.dataset['code'];
    if (typeof code === 'string') openPlace(code);
  },
  onWaiting(event: WechatMiniprogram.TouchEvent) {
    const id: unknown = event.currentTarget.dataset['id'];
    if (typeof id === 'string') openProgress(id);
  },
  onMine: openMine,
});

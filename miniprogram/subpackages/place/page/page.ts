import { takePhotos } from '../../../services/camera';
import { serverNow } from '../../../services/clock';
import { call } from '../../../services/cloud';
import { addPhoto, newDraft, openDrafts } from '../../../services/drafts';
import { openPlace, openReport } from '../../../services/nav';
import { knownPlaces, rememberPlace } from '../../../services/places';
import { scanPlace } from '../../../services/scan';
import { textSizeBehavior } from '../../../services/text-size';
import { runUploads } from '../../../services/uploads';
import { deadCode, type PlaceView, placeView, tallName } from './page.view';

interface Data {
  readonly status: 'loading' | 'ready' | 'dead' | 'failed';
  readonly code: string;
  readonly place: PlaceView | null;
  readonly industry: string;
  readonly dead: { readonly title: string; readonly text: string } | null;
  readonly error: { readonly code: string; readonly trace: string } | null;
  /** The camera was closed or refused: say that a report needs no photo. */
  readonly noPhoto: boolean;
  /** An unfinished report of this place on this phone. */
  readonly draft: string;
  readonly busy: boolean;
}
const data: Data = {
  status: 'loading',
  code: '',
  place: null,
  industry: '',
  dead: null,
  error: null,
  noPhoto: false,
  draft: '',
  busy: false,
};

/** WeChat hands the scene over encoded; a torn one is shown as a code that leads nowhere. */
const sceneOf = (scene: string): string => {
  try {
    return decodeURIComponent(scene);
  } catch {
    return scene;
  }
};

/** A place without its page: what this phone remembers, enough to report. */
const remembered = (code: string): PlaceView => {
  const known = knownPlaces().find((place) => place.code === code);
  const name = known?.name ?? '您扫的这个地点';
  return {
    name,
    tallName: tallName(name),
    unitName: known?.unitName ?? '',
    unionName: '',
    siteName: '',
    sitePhone: '',
    things: [],
    thingsBy: '',
    cards: [],
    fixed: 0,
  };
};

/** The page behind a scanned code: where am I, what to do in danger, what is known here. */
Page({
  behaviors: [textSizeBehavior],
  data,
  onLoad(query: Record<string, string | undefined>) {
    this.setData({ code: sceneOf(query['scene'] ?? '') });
    void this.load();
  },
  onShow() {
    const draft = openDrafts().find(({ place, sent }) => place === this.data.code && !sent);
    this.setData({ draft: draft?.id ?? '' });
  },
  async load() {
    const { code } = this.data;
    const answer = await call('place.page', { code });
    if (answer.ok) {
      const place = placeView(answer.value, serverNow());
      this.setData({ status: 'ready', place, industry: answer.value.industry ?? '', error: null });
      const { name, unitName, cards } = place;
      rememberPlace({ code, name, unitName, hazards: cards.length });
      return;
    }
    const dead = deadCode(answer.error.code);
    if (dead !== undefined) this.setData({ status: 'dead', dead });
    else {
      const error = { code: answer.error.code, trace: answer.trace };
      this.setData({ status: 'failed', place: remembered(code), error });
    }
  },
  onRetry() {
    this.setData({ status: 'loading', error: null });
    void this.load();
  },
  async onPhoto() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const taken = await takePhotos('camera', 1);
    if (taken.kind === 'photos') await this.startReport(taken.paths);
    this.setData({ busy: false, noPhoto: taken.kind === 'none' });
  },
  onWithout() {
    void this.startReport([]);
  },
  async startReport(paths: readonly string[]) {
    const { place, code, industry } = this.data;
    if (place === null) return;
    const draft = await newDraft(
      {
        place: code,
        placeName: place.name,
        unitName: place.unitName,
        ...(industry === '' ? {} : { industry }),
      },
      serverNow(),
    );
    for (const path of paths) await addPhoto(draft.id, path);
    void runUploads(draft.id);
    openReport({ draft: draft.id });
  },
  onDraft() {
    openReport({ draft: this.data.draft });
  },
  async onScan() {
    const scanned = await scanPlace();
    if (scanned.kind === 'place') openPlace(scanned.code);
  },
});

import { textSizeBehavior } from '../../services/text-size';
import { type GridPhoto, storedLine, type Tile, tilesOf } from './photo-grid.view';

interface Data {
  readonly tiles: readonly Tile[];
  readonly stored: string;
  /** The photo in the sheet; empty: the sheet is closed. */
  readonly open: string;
  readonly openPath: string;
  readonly openReason: string;
}
const data: Data = { tiles: [], stored: '', open: '', openPath: '', openReason: '' };
const none: readonly GridPhoto[] = [];

/**
 * The photos of a report, each with its own progress. Sends `add`, `retry` {id} and `remove` {id};
 * a photo is removed only after its picture has been shown and the removal confirmed.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: {
    photos: { type: Array, value: [...none] },
    max: { type: Number, value: 9 },
  },
  data,
  observers: {
    'photos, isLarge'(photos: readonly GridPhoto[], isLarge: boolean) {
      this.setData({ tiles: tilesOf(photos, isLarge), stored: storedLine(photos) });
    },
  },
  methods: {
    onAdd() {
      this.triggerEvent('add');
    },
    onTile(event: WechatMiniprogram.TouchEvent) {
      const photos: readonly GridPhoto[] = this.data.photos;
      const photo = photos.find(({ id }) => id === event.currentTarget.dataset['id']);
      if (photo === undefined) return;
      if (photo.state === 'failed') this.triggerEvent('retry', { id: photo.id });
      else this.setData({ open: photo.id, openPath: photo.path, openReason: photo.reason });
    },
    onKeep() {
      this.setData({ open: '' });
    },
    onRemove() {
      this.triggerEvent('remove', { id: this.data.open });
      this.setData({ open: '' });
    },
  },
});

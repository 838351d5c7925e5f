import { choosePost, handlingPosts, onSession } from '../../services/session';
import { textSizeBehavior } from '../../services/text-size';
import { type PostRow, postRow } from './role-bar.view';

const stop = new WeakMap<object, () => void>();

interface Data {
  readonly rows: readonly PostRow[];
  readonly now: PostRow | null;
  readonly open: boolean;
}
const data: Data = { rows: [], now: null, open: false };

/** In which post one stands, and the way to another. It changes only 办理. */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  data,
  lifetimes: {
    attached() {
      stop.set(
        this,
        onSession(({ posts = [], chosen }) => {
          const rows = handlingPosts(posts).map((post) => postRow(post, chosen));
          this.setData({ rows, now: rows.find((row) => row.chosen) ?? null });
        }),
      );
    },
    detached() {
      stop.get(this)?.();
    },
  },
  methods: {
    onSwitch() {
      this.setData({ open: true });
    },
    onClose() {
      this.setData({ open: false });
    },
    onChoose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ open: false });
      choosePost(String(event.currentTarget.dataset['key']));
    },
  },
});

import { currentSession, onSession } from '../services/session';
import { textSizeBehavior } from '../services/text-size';
import { type ShownTab, shownTabs } from './tabs';

interface Data {
  readonly tabs: readonly ShownTab[];
  readonly selected: string;
}
const data: Data = { tabs: [], selected: '' };
const stop = new WeakMap<object, () => void>();

/** The bar under the tab pages. It lies outside the page node, so it brings its own colours. */
Component({
  behaviors: [textSizeBehavior],
  data,
  lifetimes: {
    attached() {
      stop.set(
        this,
        onSession(() => this.draw()),
      );
    },
    detached() {
      stop.get(this)?.();
    },
  },
  methods: {
    draw() {
      this.setData({ tabs: shownTabs(currentSession(), this.data.selected) });
    },
    /** Marks the tab that is shown. */
    select(path: string) {
      this.setData({ selected: path });
      this.draw();
    },
    onTab(event: WechatMiniprogram.TouchEvent) {
      const path: unknown = event.currentTarget.dataset['path'];
      if (typeof path === 'string') wx.switchTab({ url: `/${path}` });
    },
  },
});

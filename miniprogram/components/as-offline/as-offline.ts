import { isOnline, onNetwork } from '../../services/network';

const stop = new WeakMap<object, () => void>();

/** A strip on top of a page while the phone has no network. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    text: { type: String, value: '已存在手机里，有网后打开小程序会接着传。' },
  },
  data: { offline: false },
  lifetimes: {
    attached() {
      this.setData({ offline: !isOnline() });
      stop.set(
        this,
        onNetwork((online) => this.setData({ offline: !online })),
      );
    },
    detached() {
      stop.get(this)?.();
    },
  },
});

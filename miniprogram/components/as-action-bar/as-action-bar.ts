import { type BarAct, type BarView, barOf } from './action-bar.view';

interface Data {
  readonly bar: BarView;
  readonly open: boolean;
}
const data: Data = { bar: { more: [] }, open: false };
const none: readonly BarAct[] = [];

/** The bar at the end of a page. Sends `act` {id}. What is refused stays in 更多 with its reason. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    acts: { type: Array, value: [...none] },
    busy: { type: Boolean, value: false },
  },
  data,
  observers: {
    acts(acts: readonly BarAct[]) {
      this.setData({ bar: barOf(acts) });
    },
  },
  methods: {
    onAct(event: WechatMiniprogram.TouchEvent) {
      this.setData({ open: false });
      this.triggerEvent('act', { id: event.currentTarget.dataset['id'] });
    },
    onMore() {
      this.setData({ open: true });
    },
    onClose() {
      this.setData({ open: false });
    },
  },
});

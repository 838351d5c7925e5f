/**
 * Asks before what cannot be taken back: a question with the verb, what happens, one tick made by
 * hand if `tick` is given, then the verb itself on the right. Sends `confirm` and `close`.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    lines: { type: Array, value: [] as string[] },
    /** Words of the tick; empty: none is asked. */
    tick: { type: String, value: '' },
    verb: { type: String, value: '' },
    /** What the left button says, e.g. 先不反映. */
    keep: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  data: { ticked: false, asked: false },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ ticked: false, asked: false });
    },
  },
  methods: {
    onTick() {
      this.setData({ ticked: !this.data.ticked, asked: false });
    },
    onConfirm() {
      if (this.data.tick !== '' && !this.data.ticked) this.setData({ asked: true });
      else this.triggerEvent('confirm');
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

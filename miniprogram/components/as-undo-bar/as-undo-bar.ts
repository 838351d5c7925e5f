import { textSizeBehavior } from '../../services/text-size';

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();

/**
 * What was just done and can still be taken back, above the tab bar: 已受理：机械防护 · 冲压车间.
 * It goes by itself at `until` (ms); 0 is none. 撤回 sends `undo`.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: {
    /** 已受理 */
    done: { type: String, value: '' },
    /** Of what; left out where type is large. */
    title: { type: String, value: '' },
    until: { type: Number, value: 0 },
    /** Read aloud for the button. */
    label: { type: String, value: '' },
  },
  data: { shown: false },
  observers: {
    until(until: number) {
      this.wait(until - Date.now());
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(timers.get(this) ?? 0);
    },
  },
  methods: {
    wait(ms: number) {
      clearTimeout(timers.get(this) ?? 0);
      this.setData({ shown: ms > 0 });
      if (ms > 0)
        timers.set(
          this,
          setTimeout(() => this.setData({ shown: false }), ms),
        );
    },
    onUndo() {
      this.triggerEvent('undo');
    },
  },
});

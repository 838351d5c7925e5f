const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();

/** Grey shapes of what is being read, but only after 300 ms: a quick answer never flickers. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { cards: { type: Number, value: 3 } },
  data: { shown: false, rows: [0] },
  lifetimes: {
    attached() {
      this.setData({ rows: Array.from({ length: this.data.cards }, (_, index) => index) });
      timers.set(
        this,
        setTimeout(() => this.setData({ shown: true }), 300),
      );
    },
    detached() {
      const timer = timers.get(this);
      if (timer !== undefined) clearTimeout(timer);
    },
  },
});

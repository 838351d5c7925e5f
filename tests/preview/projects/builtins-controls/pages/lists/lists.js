Page({
  data: { into: '', current: 0, refreshing: false, wheel: [0], swipes: [] },
  lower() {
    this.setData({ lower: true });
  },
  scrolled(event) {
    this.setData({ scrollTop: event.detail.scrollTop });
  },
  swiped(event) {
    this.setData({ swipes: [...this.data.swipes, event.detail] });
  },
  wheeled(event) {
    this.setData({ wheel: event.detail.value });
  },
  refresh() {
    this.setData({ refreshed: true, refreshing: false });
  },
});

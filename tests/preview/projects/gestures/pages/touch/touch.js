Page({
  data: { track: '', taps: 0 },
  onShow() {
    this.getTabBar().setData({ selected: 1 });
  },
  start(event) {
    this.from = event.touches[0].clientX;
    this.moves = 0;
  },
  move(event) {
    this.moves += 1;
    this.to = event.touches[0].clientX;
  },
  end(event) {
    const by = Math.round(event.changedTouches[0].clientX - this.from);
    this.setData({ track: `移 ${by} 余 ${event.touches.length}` });
  },
  tapped() {
    this.setData({ taps: this.data.taps + 1 });
  },
});

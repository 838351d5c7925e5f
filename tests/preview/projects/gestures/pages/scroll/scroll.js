Page({
  data: { state: '' },
  onShow() {
    this.getTabBar().setData({ selected: 0 });
  },
  onPageScroll({ scrollTop }) {
    if (scrollTop === 300) this.setData({ state: '滚到 300' });
  },
  onReachBottom() {
    this.setData({ state: '到底' });
  },
  onPullDownRefresh() {
    this.setData({ state: '刷新' });
  },
});

Page({
  data: { locked: true, size: 10, title: '元' },
  toggle() {
    this.setData({ locked: !this.data.locked, size: 20, title: '元二' });
  },
});

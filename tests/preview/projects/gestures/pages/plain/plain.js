Page({
  data: { lost: '' },
  onLoad({ lost }) {
    this.setData({ lost });
  },
});

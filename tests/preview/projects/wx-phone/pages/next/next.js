Page({
  data: { scene: '' },
  onLoad(query) {
    this.setData({ scene: decodeURIComponent(query.scene || '') });
  },
});

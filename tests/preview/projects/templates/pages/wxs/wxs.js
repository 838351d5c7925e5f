Page({
  data: { heard: '', seen: '', level: 1 },
  fromWxs(detail) {
    this.setData({ heard: JSON.stringify(detail) });
  },
  observed(text) {
    this.setData({ seen: text });
  },
  raise() {
    this.setData({ level: this.data.level + 1 });
  },
});

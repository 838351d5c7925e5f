Page({
  data: { taps: 0 },
  count() {
    this.setData({ taps: this.data.taps + 1 });
  },
  own() {
    this.setData({ own: true });
  },
  phone(event) {
    this.setData({ phone: event.detail });
  },
  avatar(event) {
    this.setData({ avatar: event.detail });
  },
  setting(event) {
    this.setData({ setting: event.detail });
  },
  onShareAppMessage({ from, target }) {
    return { title: `${from}-${target.dataset.what}`, path: '/pages/show/show' };
  },
});

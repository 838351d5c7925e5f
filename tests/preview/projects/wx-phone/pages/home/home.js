const ids = ['tmpl-a', 'tmpl-b'];
Page({
  data: { count: 0, font: 0 },
  onLoad() {
    this.setData({
      count: wx.getStorageSync('count') || 0,
      font: wx.getAppBaseInfo().fontSizeScaleFactor,
    });
  },
  ownPrivacy() {
    wx.onNeedPrivacyAuthorization((resolve) => {
      this.resolvePrivacy = resolve;
      this.setData({ needsPrivacy: true });
    });
  },
  agreed() {
    this.resolvePrivacy({ event: 'agree', buttonId: 'agree' });
  },
  ask() {
    return wx.requestSubscribeMessage({ tmplIds: this.data.ids || ids }).then(
      (result) => this.setData({ result }),
      (result) => this.setData({ result }),
    );
  },
  subscribe() {
    this.setData({ result: null });
    this.ask();
  },
  later() {
    this.setData({ result: null });
    setTimeout(() => this.ask(), 0);
  },
  modal() {
    this.setData({ result: null });
    wx.showModal({
      title: '要通知吗',
      content: '结果会发给你',
      success: ({ confirm }) => confirm && this.ask(),
    });
  },
  choose() {
    wx.chooseMedia({
      count: 2,
      mediaType: ['image'],
      sourceType: ['album'],
      success: (media) => this.setData({ media, photo: media.tempFiles[0].tempFilePath }),
      fail: (failure) => this.setData({ failure }),
    });
  },
  loaded(event) {
    this.setData({ loaded: event.detail });
  },
  add() {
    const count = this.data.count + 1;
    wx.setStorageSync('count', count);
    this.setData({ count });
  },
});

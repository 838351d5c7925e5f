const { hooks } = require('../../log');

Page({
  ...hooks('home'),
  data: { name: getApp().globalData.name, failed: '' },
  open() {
    wx.navigateTo({
      url: '../item/item?n=1&text=%E4%B8%AD',
      events: { answered: (text) => this.setData({ failed: `收到 ${text}` }) },
    });
  },
  openTab() {
    wx.navigateTo({
      url: '/pages/mine/mine',
      fail: ({ errMsg }) => this.setData({ failed: errMsg }),
    });
  },
});

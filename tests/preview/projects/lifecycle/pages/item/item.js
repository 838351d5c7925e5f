const { hooks } = require('../../log');
const own = hooks('item');

Page({
  ...own,
  data: { n: '', depth: 0, failed: '', big: '' },
  onLoad(query) {
    own.onLoad(query);
    this.setData({ n: query.n, depth: getCurrentPages().length });
  },
  fail({ errMsg }) {
    this.setData({ failed: errMsg });
  },
  deeper() {
    wx.navigateTo({ url: `item?n=${Number(this.data.n) + 1}`, fail: (error) => this.fail(error) });
  },
  replace() {
    wx.redirectTo({ url: '/pages/item/item?n=replaced' });
  },
  answer() {
    this.getOpenerEventChannel().emit('answered', '好');
  },
  toTab() {
    wx.switchTab({ url: '/pages/mine/mine' });
  },
  wrongTab() {
    wx.switchTab({ url: '/pages/item/item', fail: (error) => this.fail(error) });
  },
  lost() {
    wx.navigateTo({ url: '/pages/nowhere/nowhere', fail: (error) => this.fail(error) });
  },
  rename() {
    wx.setNavigationBarTitle({ title: '新名字' });
  },
  heavy() {
    this.setData({ big: 'x'.repeat(1024 * 1024), failed: '没有限制' });
  },
});

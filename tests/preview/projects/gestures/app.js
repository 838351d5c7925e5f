App({
  onPageNotFound({ path }) {
    wx.redirectTo({ url: `/pages/plain/plain?lost=${path}` });
  },
});

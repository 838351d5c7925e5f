Page({
  data: {
    tab: 'todo',
    todo: [
      { id: 'a1', title: '通道堵塞' },
      { id: 'b2', title: '灭火器过期' },
    ],
  },
  onTab(event: { detail: { value: string } }) {
    this.setData({ tab: event.detail.value });
  },
  open(event: { currentTarget: { dataset: { id: string } } }) {
    wx.navigateTo({ url: `/pages/detail/detail?id=${event.currentTarget.dataset.id}` });
  },
});

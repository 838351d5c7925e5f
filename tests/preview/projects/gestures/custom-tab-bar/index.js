Component({
  data: {
    selected: -1,
    list: [
      { path: '/pages/scroll/scroll', text: '去滚' },
      { path: '/pages/touch/touch', text: '去碰' },
    ],
  },
  methods: {
    go(event) {
      wx.switchTab({ url: event.currentTarget.dataset.path });
    },
  },
});

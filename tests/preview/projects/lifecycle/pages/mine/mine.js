import { hooks } from '../../log';

Page({
  ...hooks('mine'),
  data: { memo: '' },
  onInput(event) {
    this.setData({ memo: event.detail.value });
  },
});

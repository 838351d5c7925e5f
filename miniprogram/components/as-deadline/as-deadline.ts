import { serverNow } from '../../services/clock';
import { deadlineFace } from './deadline.view';

/** How long is left until a due moment; a tap tells the date and the rule. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** 24:00 of the due day, epoch ms; 0 draws nothing. */
    at: { type: Number, value: 0 },
  },
  data: { text: '', icon: '', look: 'blue', detail: '' },
  observers: {
    at(at: number) {
      if (at > 0) this.setData({ ...deadlineFace(at, serverNow()) });
    },
  },
  methods: {
    onTap() {
      wx.showModal({
        title: this.data.text,
        content: this.data.detail,
        showCancel: false,
        confirmText: '知道了',
      });
    },
  },
});

import { lookOf } from './button.view';

/** A button that grows with its label. `press` is sent inside the tap, as WeChat demands of some acts. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    text: { type: String, value: '' },
    icon: { type: String, value: '' },
    kind: { type: String, value: 'plain' },
    /** medium 88rpx, large 104rpx, huge 120rpx high at least. */
    size: { type: String, value: 'medium' },
    /** Read aloud instead of the text. */
    label: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  data: { look: lookOf('plain') },
  observers: {
    kind(kind: string) {
      this.setData({ look: lookOf(kind) });
    },
  },
  methods: {
    onTap() {
      this.triggerEvent('press');
    },
  },
});

/** A sheet from below with a title; `close` is sent when the person taps beside it. */
Component({
  options: { styleIsolation: 'apply-shared', multipleSlots: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
  },
  methods: {
    onVisible(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
  },
});

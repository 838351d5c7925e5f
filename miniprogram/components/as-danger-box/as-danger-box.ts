import { textSizeBehavior } from '../../services/text-size';

/** 人有危险: stop, leave, call. The emergency numbers come before the site's own. */
Component({
  options: { styleIsolation: 'apply-shared' },
  behaviors: [textSizeBehavior],
  properties: {
    /** Who answers at the site, and the number; without one only 119 and 120 are shown. */
    siteName: { type: String, value: '' },
    sitePhone: { type: String, value: '' },
  },
  methods: {
    onCall(event: WechatMiniprogram.TouchEvent) {
      const { phone } = event.currentTarget.dataset;
      // The person may close the system's question; that is no failure.
      if (typeof phone === 'string')
        wx.makePhoneCall({ phoneNumber: phone, fail: () => undefined });
    },
  },
});

import { watchNetwork } from './services/network';
import { resumeAll, startOutbox, sweepSent } from './services/outbox';
import { syncSession } from './services/session';

App({
  onLaunch() {
    // Who opens the app is nobody's statistics.
    wx.cloud.init({ traceUser: false });
    sweepSent();
    watchNetwork();
    startOutbox();
  },
  onShow() {
    void resumeAll();
    void syncSession();
  },
});

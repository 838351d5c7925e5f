import { watchNetwork } from './services/network';
import { resumeAll, startOutbox } from './services/outbox';
import { syncSession } from './services/session';

App({
  onLaunch() {
    // Who opens the app is nobody's statistics.
    wx.cloud.init({ traceUser: false });
    watchNetwork();
    startOutbox();
  },
  onShow() {
    void resumeAll();
    void syncSession();
  },
});

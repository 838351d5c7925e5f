import type { Host } from '../runtime/host';
import { ApiError, type Family } from './api';
import type { Device } from './device';

/** WeChat's standard size of text on iOS, px. */
const FONT_SIZE = 17;
const SDK = '3.8.12';
const VERSION = '8.0.57';

/** At most 1 MB at a time, as WeChat allows; the browser itself gives 64 KB. */
function randomValues(length: unknown): ArrayBufferLike {
  if (typeof length !== 'number' || length < 1 || length > 1_048_576) {
    throw new ApiError('invalid length');
  }
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  }
  return bytes.buffer;
}

/** What the phone says about itself. */
export function systemFamily(device: Device): Family {
  const { host, phone } = device;
  const windowInfo = () => windowOf(host);
  const appBase = () => ({
    SDKVersion: SDK,
    version: VERSION,
    language: 'zh_CN',
    enableDebug: false,
    host: { env: 'WeChat', appId: '', version: 0 },
    fontSizeScaleFactor: phone.settings.font,
    fontSizeSetting: Math.round(FONT_SIZE * phone.settings.font * 10) / 10,
    ...(host.app.raw['darkmode'] === true ? { theme: 'light' } : {}),
  });
  const deviceInfo = () => ({
    brand: 'preview',
    model: 'browser',
    system: 'iOS 17.0',
    platform: 'ios',
    benchmarkLevel: -1,
    abi: '',
    deviceAbi: '',
    cpuType: '',
    memorySize: '4096',
  });
  const setting = () => ({
    bluetoothEnabled: false,
    locationEnabled: true,
    wifiEnabled: phone.settings.network !== 'offline',
    deviceOrientation: 'portrait',
  });
  const everything = () => ({
    ...appBase(),
    ...deviceInfo(),
    ...windowInfo(),
    ...setting(),
    albumAuthorized: true,
    cameraAuthorized: true,
    locationAuthorized: true,
    microphoneAuthorized: true,
    notificationAuthorized: true,
  });
  return {
    async: {
      getSystemInfo: () => everything(),
      getSystemInfoAsync: () => everything(),
      getNetworkType: () => ({
        networkType: device.net.type,
        weakNet: device.net.weak,
        hasSystemProxy: false,
        signalStrength: 0,
      }),
      getBatteryInfo: () => ({ level: 100, isCharging: true, isLowPowerModeEnabled: false }),
      setKeepScreenOn: () => undefined,
      getRandomValues: ({ length }) => ({ randomValues: randomValues(length) }),
      getScreenBrightness: () => ({ value: 1 }),
    },
    plain: {
      getSystemInfoSync: everything,
      getWindowInfo: windowInfo,
      getAppBaseInfo: appBase,
      getDeviceInfo: deviceInfo,
      getSystemSetting: setting,
      getAppAuthorizeSetting: () => ({
        albumAuthorized: 'authorized',
        bluetoothAuthorized: 'denied',
        cameraAuthorized: 'authorized',
        locationAuthorized: 'authorized',
        locationReducedAccuracy: false,
        microphoneAuthorized: 'authorized',
        notificationAuthorized: 'authorized',
        phoneCalendarAuthorized: 'authorized',
      }),
      getMenuButtonBoundingClientRect: () => ({ ...host.metrics().capsule }),
      getAccountInfoSync: () => ({
        miniProgram: { appId: host.boot.appid, envVersion: 'develop', version: '' },
      }),
      getLaunchOptionsSync: () => ({ ...host.launchOptions }),
      getEnterOptionsSync: () => ({ ...host.enterOptions }),
      getSkylineInfoSync: () => ({
        isSupported: false,
        version: '',
        reason: 'client not supported',
      }),
      getRendererUserAgent: () => Promise.resolve(navigator.userAgent),
      getBatteryInfoSync: () => ({ level: 100, isCharging: true }),
    },
  };
}

function windowOf(host: Host): Record<string, unknown> {
  const { capsule: _, ...metrics } = host.metrics();
  const top = metrics.statusBarHeight;
  return {
    ...metrics,
    pixelRatio: window.devicePixelRatio,
    screenTop: metrics.screenHeight - metrics.windowHeight,
    safeArea: {
      left: 0,
      right: metrics.screenWidth,
      top,
      bottom: metrics.screenHeight,
      width: metrics.screenWidth,
      height: metrics.screenHeight - top,
    },
  };
}

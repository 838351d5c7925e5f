import { ApiError, type Family, optionalNumber, optionalText, textOf } from './api';
import type { Device } from './device';

/** A place in the middle of the country, unless the person writes another. */
const PLACE = { latitude: 39.9087, longitude: 116.3975 };

/** Login, scanning, calls, clipboard, place, sharing. */
export function openFamily(device: Device): Family {
  const { consent, phone, host } = device;
  const clipboardKey = 'mp-clipboard';
  return {
    async: {
      // A code of one use, as on a phone: only a server can turn it into an openid.
      login: () => ({ code: `preview-${crypto.randomUUID()}` }),
      checkSession: () => undefined,
      getUserProfile: () => {
        throw new ApiError(
          'the interface was withdrawn: use open-type="chooseAvatar" and type="nickname"',
        );
      },
      getUserInfo: () => ({
        userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: '' },
        rawData: '{"nickName":"微信用户"}',
        signature: '',
      }),
      scanCode: async () => {
        const result = await phone.scan();
        if (result === undefined) throw new ApiError('cancel');
        const isPage = host.app.pages.some((page) => result.replace(/^\//, '').startsWith(page));
        return {
          result: isPage ? '' : result,
          path: isPage ? result.replace(/^\//, '') : '',
          scanType: isPage ? 'WX_CODE' : 'QR_CODE',
          charSet: 'utf-8',
          rawData: btoa(unescape(encodeURIComponent(result))),
        };
      },
      makePhoneCall: async (options) => {
        const number = textOf(options, 'phoneNumber');
        const call = await phone.ask({
          title: '拨打电话',
          text: number,
          cancel: '取消',
          confirm: '呼叫',
          kind: 'sheet',
        });
        if (!call) throw new ApiError('cancel');
        phone.tray({ kind: '电话', text: number });
        return undefined;
      },
      setClipboardData: async (options) => {
        sessionStorage.setItem(clipboardKey, textOf(options, 'data'));
        // The browser may refuse; the phone's own clipboard works all the same.
        await navigator.clipboard?.writeText(textOf(options, 'data')).catch(() => undefined);
        phone.tray({ kind: '剪贴板', text: textOf(options, 'data') });
        return undefined;
      },
      getClipboardData: async () => {
        await consent.needPrivacy('getClipboardData');
        return { data: sessionStorage.getItem(clipboardKey) ?? '' };
      },
      getLocation: async (options) => {
        await consent.needPrivacy('getLocation');
        await consent.needScope('scope.userLocation');
        return location(optionalText(options, 'type', 'wgs84'));
      },
      getFuzzyLocation: async () => {
        await consent.needPrivacy('getFuzzyLocation');
        await consent.needScope('scope.userFuzzyLocation');
        return { latitude: 39.9, longitude: 116.4 };
      },
      chooseLocation: async () => {
        await consent.needPrivacy('chooseLocation');
        return chooseLocation(device);
      },
      openLocation: (options) => {
        const place = optionalText(options, 'name') || optionalText(options, 'address');
        const at = `${optionalNumber(options, 'latitude', 0)}, ${optionalNumber(options, 'longitude', 0)}`;
        phone.tray({ kind: '地图', text: place === '' ? at : `${place}（${at}）` });
        return undefined;
      },
      vibrateShort: () => {
        navigator.vibrate?.(15);
        return undefined;
      },
      vibrateLong: () => {
        navigator.vibrate?.(400);
        return undefined;
      },
      showShareMenu: () => undefined,
      hideShareMenu: () => undefined,
      updateShareMenu: () => undefined,
      reportMonitor: () => undefined,
      exitMiniProgram: () => {
        host.hideApp();
        return undefined;
      },
      addPhoneContact: async (options) => {
        await consent.needPrivacy('addPhoneContact');
        phone.tray({ kind: '联系人', text: textOf(options, 'firstName') });
        return undefined;
      },
      addPhoneCalendar: async (options) => {
        await consent.needPrivacy('addPhoneCalendar');
        await consent.needScope('scope.addPhoneCalendar');
        phone.tray({ kind: '日历', text: textOf(options, 'title') });
        return undefined;
      },
    },
    plain: {
      nextTick: (callback: unknown) => {
        if (typeof callback === 'function') setTimeout(() => callback(), 0);
      },
      getUpdateManager: () => ({
        onCheckForUpdate: (listener: unknown) => {
          if (typeof listener === 'function') setTimeout(() => listener({ hasUpdate: false }));
        },
        onUpdateReady: () => undefined,
        onUpdateFailed: () => undefined,
        applyUpdate: () => undefined,
      }),
      reportEvent: () => undefined,
      reportAnalytics: () => undefined,
      reportPerformance: () => undefined,
      getExptInfoSync: () => ({}),
      getLogManager: () => logs(),
      getRealtimeLogManager: () => ({
        ...logs(),
        setFilterMsg: () => undefined,
        addFilterMsg: () => undefined,
      }),
      setEnableDebug: () => undefined,
      base64ToArrayBuffer: (text: unknown) =>
        Uint8Array.from(atob(String(text)), (character) => character.charCodeAt(0)).buffer,
      arrayBufferToBase64: (buffer: unknown) => {
        if (!(buffer instanceof ArrayBuffer)) return '';
        return btoa(
          Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''),
        );
      },
    },
  };
}

function location(type: string): Record<string, unknown> {
  // The two systems of coordinates differ by a few hundred metres in the country.
  const shift = type === 'gcj02' ? 0.0014 : 0;
  return {
    latitude: PLACE.latitude + shift,
    longitude: PLACE.longitude + shift * 4,
    speed: -1,
    accuracy: 65,
    altitude: 0,
    verticalAccuracy: 65,
    horizontalAccuracy: 65,
  };
}

async function chooseLocation({ phone }: Device): Promise<Record<string, unknown>> {
  const input = document.createElement('input');
  input.setAttribute('aria-label', '地点名称');
  input.value = '天安门广场';
  const chosen = await phone.ask({
    title: '选择位置',
    text: input,
    cancel: '取消',
    confirm: '确定',
    kind: 'sheet',
  });
  if (!chosen) throw new ApiError('cancel');
  return { name: input.value, address: input.value, ...PLACE };
}

function logs(): Record<string, unknown> {
  const to =
    (level: 'log' | 'info' | 'warn' | 'debug' | 'error') =>
    (...values: unknown[]) => {
      console[level](...values);
    };
  return {
    log: to('log'),
    info: to('info'),
    warn: to('warn'),
    debug: to('debug'),
    error: to('error'),
  };
}

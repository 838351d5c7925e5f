import type { Host } from '../runtime/host';
import type { Family } from './api';
import type { Device } from './device';

type Listener = (value: unknown) => void;

/** A pair `onX`/`offX`: `off` without a listener takes all away. */
function pair(name: string, subscribe: (tell: Listener) => void) {
  const listeners = new Set<Listener>();
  subscribe((value) => {
    for (const listener of [...listeners]) listener(value);
  });
  return {
    [`on${name}`]: (listener: unknown) => {
      if (typeof listener === 'function') listeners.add(listener as Listener);
    },
    [`off${name}`]: (listener?: unknown) => {
      if (listener === undefined) listeners.clear();
      else listeners.delete(listener as Listener);
    },
  };
}

const never = () => undefined;

/** Everything that can be listened to. */
export function eventsFamily(device: Device): Family {
  const { host, phone } = device;
  const from =
    <K extends Parameters<Host['on']>[0]>(event: K) =>
    (tell: Listener) => {
      host.on(event, tell);
    };
  return {
    plain: {
      ...pair('AppShow', from('appShow')),
      ...pair('AppHide', from('appHide')),
      ...pair('Error', from('error')),
      ...pair('UnhandledRejection', from('unhandledRejection')),
      ...pair('PageNotFound', from('pageNotFound')),
      ...pair('AppRoute', (tell) => {
        host.on('route', (page) => tell({ path: page.route, query: page.options }));
      }),
      ...pair('WindowResize', (tell) => {
        host.on('resize', (metrics) => {
          tell({ size: { windowWidth: metrics.windowWidth, windowHeight: metrics.windowHeight } });
        });
      }),
      ...pair('NetworkStatusChange', (tell) => {
        phone.onNetwork(() => {
          const networkType = device.net.type;
          tell({ isConnected: networkType !== 'none', networkType });
        });
      }),
      ...pair('NetworkWeakChange', (tell) => {
        phone.onNetwork(() => tell({ weakNet: device.net.weak, networkType: device.net.type }));
      }),
      ...pair('KeyboardHeightChange', (tell) => {
        const height = () => {
          const { visualViewport } = window;
          tell({ height: visualViewport ? window.innerHeight - visualViewport.height : 0 });
        };
        window.visualViewport?.addEventListener('resize', height);
      }),
      // These never happen in the preview, and listening to them is harmless.
      ...pair('ThemeChange', never),
      ...pair('UserCaptureScreen', never),
      ...pair('MemoryWarning', never),
      ...pair('AudioInterruptionBegin', never),
      ...pair('AudioInterruptionEnd', never),
      ...pair('LazyLoadError', never),
      ...pair('CopyUrl', never),
    },
  };
}

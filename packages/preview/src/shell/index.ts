import './shell.css';
import type { Boot, Host, Notice } from '../runtime/host';
import { shiftClock } from './clock';
import { followCloudClock } from './clock-control';
import { Frame } from './frame';
import { Messages } from './messages';
import { showNotice } from './notices';
import { mountPanel } from './panel';
import { holder } from './people';
import { askOn, chooseOn, type Phone, setPhone, type TrayEntry } from './phone';
import { openScan } from './scan';
import { type Settings, SettingsStore } from './settings';
import { Trays } from './trays';

/** Draws the phone and what stands beside it. Comes before any code of the project. */
export function mountShell(boot: Boot): Phone {
  const store = new SettingsStore(`mp-shell:${boot.appid || boot.projectName}`, location.search);
  shiftClock(store.current.shiftMs);
  const frame = new Frame(store);
  document.body.append(frame.element);
  const trays = new Trays();
  const listeners = new Set<(network: Settings['network']) => void>();
  const person = holder(boot.people, store.current);
  let host: Host | undefined;
  const enter = (path: string, scene: number) => {
    const url = path.startsWith('/') ? path : `/${path}`;
    host?.enter(url, scene).catch((error: unknown) => host?.reportError(error));
  };
  const messages = new Messages(boot, person, (page) => enter(page, 1014));
  const phone: Phone = {
    boot,
    store,
    get settings() {
      return store.current;
    },
    person,
    get appName() {
      return host?.app.window.navigationBarTitleText || boot.projectName;
    },
    scope: `mp:${boot.appid || boot.projectName}:${person.openid}:${store.current.phone}:`,
    screen: frame.screen,
    overlay: frame.overlay,
    statusBarHeight: () => frame.statusBarHeight(),
    notice: (notice: Notice) => showNotice(frame.notices, notice),
    ask: (question) => askOn(frame.overlay, question),
    choose: (items, options) => chooseOn(frame.overlay, items, options),
    tray: (entry: TrayEntry) => trays.add(entry, (page) => enter(page, 1007)),
    scan: () => openScan(frame.overlay, boot.codes),
    onNetwork(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    acted: () => messages.soon(),
    connect(connected: Host) {
      host = connected;
    },
  };
  setPhone(phone);
  // An empty change draws the bar anew, below the status bar as it is now.
  frame.formChanged = () => host?.setNavigationBar({});
  followCloudClock(boot, store);
  if (!store.preset.bare) {
    mountPanel({
      phone,
      frame,
      trays,
      messages,
      enter,
      networkChanged: (network) => {
        for (const listener of listeners) listener(network);
      },
      host: () => host,
    });
    messages.start();
  }
  return phone;
}

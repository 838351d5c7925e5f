type Listener = (online: boolean) => void;

let online = true;
const listeners = new Set<Listener>();

/** Starts watching; called once, by the app. */
export const watchNetwork = (): void => {
  const note = (now: boolean): void => {
    if (now === online) return;
    online = now;
    for (const listener of [...listeners]) listener(now);
  };
  wx.getNetworkType({ success: ({ networkType }) => note(networkType !== 'none') });
  wx.onNetworkStatusChange(({ isConnected }) => note(isConnected));
};

/** What the phone says. A phone that says it is connected may still reach nobody. */
export const isOnline = (): boolean => online;

/** Calls back on every change; gives the way to stop. */
export const onNetwork = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A place code in what a scan gives: a mini-program code's path, or text that is a code itself. */
export const placeIn = (scanned: { readonly path?: string; readonly result?: string }) => {
  const scene = /[?&]scene=([^&]+)/.exec(scanned.path ?? '')?.[1];
  const text = scene === undefined ? (scanned.result ?? '').trim() : decodeURIComponent(scene);
  return /^[0-9A-Za-z]{20,22}$/.test(text) ? text : undefined;
};

/** What a scan led to. */
export type Scanned =
  | { readonly kind: 'place'; readonly code: string }
  | { readonly kind: 'other' }
  /** The person closed the camera. */
  | { readonly kind: 'closed' };

/** Opens the camera for a place's code. */
export const scanPlace = (): Promise<Scanned> =>
  new Promise((resolve) => {
    wx.scanCode({
      success: (scanned) => {
        const code = placeIn(scanned);
        resolve(code === undefined ? { kind: 'other' } : { kind: 'place', code });
      },
      fail: () => resolve({ kind: 'closed' }),
    });
  });

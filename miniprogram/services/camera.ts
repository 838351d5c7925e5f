/** What came of asking for photos. */
export type Taken =
  | { readonly kind: 'photos'; readonly paths: readonly string[] }
  /** Closed, or WeChat's privacy question was declined: a report needs no photo. */
  | { readonly kind: 'none' };

/**
 * Takes photos. `camera` opens the rear camera at once; otherwise the person chooses where from.
 * WeChat asks its own privacy question the first time.
 */
export const takePhotos = (from: 'camera' | 'either', count: number): Promise<Taken> =>
  new Promise((resolve) => {
    wx.chooseMedia({
      count: from === 'camera' ? 1 : count,
      mediaType: ['image'],
      sourceType: from === 'camera' ? ['camera'] : ['camera', 'album'],
      sizeType: ['compressed'],
      camera: 'back',
      success: ({ tempFiles }) =>
        resolve({ kind: 'photos', paths: tempFiles.map(({ tempFilePath }) => tempFilePath) }),
      fail: () => resolve({ kind: 'none' }),
    });
  });

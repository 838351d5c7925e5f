/**
 * What is kept on this phone, by key. Reads are forgiving: a value that was cut short, or written
 * by an older version, counts as missing rather than stopping the app.
 */
export const readStored = <T>(
  key: string,
  isRight: (value: unknown) => value is T,
): T | undefined => {
  const value: unknown = wx.getStorageSync(key);
  return isRight(value) ? value : undefined;
};

/** Written through before it returns, so that it survives a killed app. */
export const store = (key: string, value: unknown): void => wx.setStorageSync(key, value);

export const forget = (key: string): void => wx.removeStorageSync(key);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list whose every member passes; members that do not are left out by the writer's own check. */
export const listOf =
  <T>(isRight: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(isRight);

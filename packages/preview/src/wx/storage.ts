import { ApiError, type Family, listOf, type Options, recordOf, textOf } from './api';
import { decodeValue, encodeValue, sizeOfValue } from './storage-values';

const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** What the browser keeps texts in; localStorage in the page. */
export interface TextStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** One person's local storage on one phone, with WeChat's limits: 1 MB a key, 10 MB in all. */
export class Storage {
  private readonly prefix: string;

  constructor(
    private readonly store: TextStore,
    scope: string,
  ) {
    this.prefix = `${scope}storage:`;
  }

  /** The value, or undefined with `found` false. */
  get(key: string): { readonly found: boolean; readonly value: unknown } {
    const text = this.store.getItem(this.prefix + key);
    if (text === null) return { found: false, value: undefined };
    return { found: true, value: decodeValue(text) };
  }

  /** @throws ApiError when a limit is broken; nothing is written then. */
  set(key: string, value: unknown): void {
    const text = encodeValue(value);
    const size = sizeOfValue(text);
    if (size > KEY_LIMIT) throw new ApiError('entry size limit reached');
    const before = this.sizeOf(key);
    if (this.total() - before + size > TOTAL_LIMIT) {
      throw new ApiError('exceed max storage size 10MB');
    }
    try {
      this.store.setItem(this.prefix + key, text);
    } catch {
      // The browser itself keeps less than WeChat when several people share it.
      throw new ApiError('the browser keeps no more: clear the storage of other people');
    }
  }

  remove(key: string): void {
    this.store.removeItem(this.prefix + key);
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }

  keys(): string[] {
    const found: string[] = [];
    for (let at = 0; at < this.store.length; at += 1) {
      const key = this.store.key(at);
      if (key?.startsWith(this.prefix)) found.push(key.slice(this.prefix.length));
    }
    return found;
  }

  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return {
      keys: this.keys(),
      currentSize: Math.ceil(this.total() / 1024),
      limitSize: TOTAL_LIMIT / 1024,
    };
  }

  private total(): number {
    return this.keys().reduce((sum, key) => sum + this.sizeOf(key), 0);
  }

  private sizeOf(key: string): number {
    const text = this.store.getItem(this.prefix + key);
    return text === null ? 0 : sizeOfValue(text);
  }
}

/** wx.setStorage and its kin. */
export function storageFamily(storage: Storage): Family {
  const keyOf = (options: Options) => {
    const key = textOf(options, 'key');
    if (key === '') throw new ApiError('parameter error: parameter.key should not be empty');
    return key;
  };
  const get = (options: Options) => {
    const { found, value } = storage.get(keyOf(options));
    if (!found) throw new ApiError('data not found');
    return { data: value };
  };
  const setAll = (list: readonly unknown[]) => {
    for (const item of list) {
      const entry = recordOf(item);
      storage.set(keyOf(entry), entry['value']);
    }
  };
  const getAll = (keys: readonly unknown[]) =>
    keys.map((key) => {
      const { found, value } = storage.get(String(key));
      return found ? value : '';
    });
  const synchronous = <A extends unknown[], R>(name: string, work: (...args: A) => R) => {
    return (...args: A): R => {
      try {
        return work(...args);
      } catch (error) {
        if (error instanceof ApiError) throw new Error(`${name}:fail ${error.reason}`);
        throw error;
      }
    };
  };
  return {
    async: {
      getStorage: get,
      setStorage: (options) => {
        storage.set(keyOf(options), options['data']);
        return undefined;
      },
      removeStorage: (options) => {
        storage.remove(keyOf(options));
        return undefined;
      },
      clearStorage: () => {
        storage.clear();
        return undefined;
      },
      getStorageInfo: () => storage.info(),
      batchSetStorage: (options) => {
        setAll(listOf(options, 'kvList'));
        return undefined;
      },
      batchGetStorage: (options) => ({ dataList: getAll(listOf(options, 'keyList')) }),
    },
    plain: {
      getStorageSync: synchronous('getStorageSync', (key: unknown) => {
        const { found, value } = storage.get(keyOf({ key }));
        return found ? value : '';
      }),
      setStorageSync: synchronous('setStorageSync', (key: unknown, value: unknown) => {
        storage.set(keyOf({ key }), value);
      }),
      removeStorageSync: synchronous('removeStorageSync', (key: unknown) => {
        storage.remove(keyOf({ key }));
      }),
      clearStorageSync: () => storage.clear(),
      getStorageInfoSync: () => storage.info(),
      batchSetStorageSync: synchronous('batchSetStorageSync', (list: unknown) => {
        setAll(Array.isArray(list) ? list : []);
      }),
      batchGetStorageSync: synchronous('batchGetStorageSync', (keys: unknown) =>
        getAll(Array.isArray(keys) ? keys : []),
      ),
    },
  };
}

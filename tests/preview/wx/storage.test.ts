import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ApiError, asynchronous } from '../../../packages/preview/src/wx/api';
import { FileIndex } from '../../../packages/preview/src/wx/file-index';
import { md5 } from '../../../packages/preview/src/wx/md5';
import { Storage, storageFamily, type TextStore } from '../../../packages/preview/src/wx/storage';

class MemoryStore implements TextStore {
  readonly map = new Map<string, string>();
  get length() {
    return this.map.size;
  }
  key(index: number) {
    return [...this.map.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.map.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.map.set(key, value);
  }
  removeItem(key: string) {
    this.map.delete(key);
  }
}

let store: MemoryStore;
beforeEach(() => {
  store = new MemoryStore();
});

describe('local storage', () => {
  test('gives back what was put in: JSON, undefined and dates', () => {
    const storage = new Storage(store, 'one:');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        storage.set('k', value);
        expect(storage.get('k').value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    storage.set('k', new Date(5));
    expect(storage.get('k').value).toEqual(new Date(5));
    storage.set('k', undefined);
    expect(storage.get('k')).toEqual({ found: true, value: undefined });
  });

  test('a key takes 1 MB and no more; what stood there stays', () => {
    const storage = new Storage(store, 'one:');
    storage.set('k', 'before');
    expect(() => storage.set('k', 'x'.repeat(1024 * 1024))).toThrow(ApiError);
    expect(storage.get('k').value).toBe('before');
  });

  test('all keys together take 10 MB', () => {
    const storage = new Storage(store, 'one:');
    const almost = 'x'.repeat(1024 * 1024 - 100);
    for (let at = 0; at < 10; at += 1) storage.set(`k${at}`, almost);
    expect(() => storage.set('k10', almost)).toThrow('exceed max storage size');
    storage.remove('k0');
    storage.set('k10', almost);
    expect(storage.info().currentSize).toBe(10240);
  });

  test('two phones know nothing of each other', () => {
    const mine = new Storage(store, 'one:');
    const other = new Storage(store, 'two:');
    mine.set('k', 1);
    expect(other.get('k').found).toBe(false);
    other.clear();
    expect(mine.keys()).toEqual(['k']);
  });

  test('fails in the words of WeChat', async () => {
    const family = storageFamily(new Storage(store, 'one:'));
    const get = family.async?.['getStorage'];
    if (!get) throw new Error('getStorage is gone');
    const api = asynchronous('getStorage', get, () => undefined);
    await expect(api({ key: 'none' })).rejects.toEqual({
      errMsg: 'getStorage:fail data not found',
    });
    await expect(api({})).rejects.toEqual({
      errMsg:
        'getStorage:fail parameter error: parameter.key should be String instead of Undefined;',
    });
  });
});

describe('an API with callbacks', () => {
  test('calls success and complete and gives no promise', async () => {
    const calls: unknown[] = [];
    const api = asynchronous(
      'x',
      () => ({ a: 1 }),
      () => undefined,
    );
    const options = {
      success: (it: unknown) => calls.push(it),
      complete: (it: unknown) => calls.push(it),
    };
    expect(api(options)).toBeUndefined();
    await new Promise((done) => setTimeout(done));
    expect(calls).toEqual([
      { a: 1, errMsg: 'x:ok' },
      { a: 1, errMsg: 'x:ok' },
    ]);
  });

  test('an error inside a callback of the project is reported, complete is still called', async () => {
    const reported: unknown[] = [];
    let completed = false;
    const api = asynchronous(
      'x',
      () => undefined,
      (error) => reported.push(error),
    );
    api({
      success() {
        throw new Error('oh');
      },
      complete() {
        completed = true;
      },
    });
    await new Promise((done) => setTimeout(done));
    expect(reported).toEqual([new Error('oh')]);
    expect(completed).toBe(true);
  });
});

describe('folders', () => {
  test('are listed one level at a time and survive a reload', () => {
    const index = new FileIndex(store, 's:');
    index.makeFolder('wxfile://usr/a/b', true);
    index.put({ path: 'wxfile://usr/a/f', size: 3, time: 1, folder: false });
    const again = new FileIndex(store, 's:');
    expect(again.children('wxfile://usr/a').sort()).toEqual(['b', 'f']);
    expect(again.children('wxfile://usr')).toEqual(['a']);
    expect(again.total()).toBe(3);
  });

  test('cannot be made where nothing is, nor removed while full', () => {
    const index = new FileIndex(store, 's:');
    expect(() => index.makeFolder('wxfile://usr/a/b', false)).toThrow('no such file');
    index.makeFolder('wxfile://usr/a/b', true);
    expect(() => index.removeFolder('wxfile://usr/a', false)).toThrow('not empty');
    expect(index.removeFolder('wxfile://usr/a', true)).toHaveLength(2);
  });
});

test('md5 is md5', () => {
  const of = (text: string) => md5(new TextEncoder().encode(text));
  expect(of('')).toBe('d41d8cd98f00b204e9800998ecf8427e');
  expect(of('The quick brown fox jumps over the lazy dog')).toBe(
    '9e107d9d372bb6826bd81d3542a419d6',
  );
  expect(of('x'.repeat(119))).not.toBe(of('x'.repeat(120)));
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { callWx } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('files of the phone', () => {
  let browser: Browser;
  let app: OpenPreview;
  /** Calls a method of the file system manager. */
  const fs = (name: string, options: unknown) =>
    app.page.evaluate(
      async ([method, given]) => {
        const manager = Reflect.get(globalThis, 'wx').getFileSystemManager();
        return new Promise((done) => {
          const settled = { success: done, fail: done };
          manager[String(method)]({ ...Object(given), ...settled });
        });
      },
      [name, options] as const,
    );
  const sync = (name: string, ...args: unknown[]) =>
    app.page.evaluate(
      ([method, given]) => {
        try {
          return Reflect.get(globalThis, 'wx')
            .getFileSystemManager()
            [`${method}Sync`](...given);
        } catch (error) {
          return error instanceof Error ? error.message : error;
        }
      },
      [name, args] as const,
    );

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('wx-phone'));
    await app.top.getByText('订阅', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  const root = 'wxfile://usr';

  test('lie under USER_DATA_PATH and survive a reload', async () => {
    expect(await app.page.evaluate(() => Reflect.get(globalThis, 'wx').env.USER_DATA_PATH)).toBe(
      root,
    );
    await fs('mkdir', { dirPath: `${root}/drafts/one`, recursive: true });
    const written = { filePath: `${root}/drafts/one/a.txt`, data: '配电箱', encoding: 'utf8' };
    expect(await fs('writeFile', written)).toEqual({ errMsg: 'writeFile:ok' });
    await app.page.reload();
    await app.top.getByText('订阅', { exact: true }).waitFor();
    expect(await sync('access', written.filePath)).toBeUndefined();
    expect(await fs('readFile', { filePath: written.filePath, encoding: 'utf8' })).toMatchObject({
      data: '配电箱',
    });
    expect(await sync('readdir', `${root}/drafts`)).toEqual(['one']);
    expect(await fs('stat', { path: written.filePath })).toMatchObject({ stats: { size: 9 } });
  });

  test('are hashed on the phone', async () => {
    await fs('writeFile', { filePath: `${root}/h`, data: 'abc' });
    const info = await callWx(app.page, 'getFileInfo', {
      filePath: `${root}/h`,
      digestAlgorithm: 'sha256',
    });
    const digest = createHash('sha256').update('abc').digest('hex');
    expect(info).toEqual({ size: 3, digest, errMsg: 'getFileInfo:ok' });
    expect(await callWx(app.page, 'getFileInfo', { filePath: `${root}/h` })).toMatchObject({
      digest: createHash('md5').update('abc').digest('hex'),
    });
  });

  test('are copied, renamed, appended to, read in part and removed', async () => {
    await fs('writeFile', { filePath: `${root}/1`, data: '0123456789' });
    await fs('copyFile', { srcPath: `${root}/1`, destPath: `${root}/2` });
    await fs('rename', { oldPath: `${root}/2`, newPath: `${root}/3` });
    await fs('appendFile', { filePath: `${root}/3`, data: 'ab' });
    expect(
      await fs('readFile', { filePath: `${root}/3`, encoding: 'utf8', position: 8, length: 3 }),
    ).toMatchObject({ data: '89a' });
    await fs('unlink', { filePath: `${root}/3` });
    expect(await fs('access', { path: `${root}/3` })).toMatchObject({
      errMsg: `access:fail no such file or directory, access "${root}/3"`,
    });
  });

  test('cannot be written elsewhere, nor into a folder that is not there', async () => {
    expect(await fs('writeFile', { filePath: '/etc/x', data: 'x' })).toMatchObject({
      errMsg: expect.stringContaining('permission denied'),
    });
    expect(await fs('writeFile', { filePath: `${root}/none/x`, data: 'x' })).toMatchObject({
      errMsg: expect.stringContaining('no such file or directory'),
    });
  });

  test('a temporary file is saved by moving it', async () => {
    const temporary = await app.page.evaluate(async () => {
      const canvas = Reflect.get(globalThis, 'wx').createOffscreenCanvas({ width: 2, height: 2 });
      canvas.getContext('2d').fillRect(0, 0, 2, 2);
      const { tempFilePath } = await Reflect.get(globalThis, 'wx').canvasToTempFilePath({ canvas });
      return tempFilePath;
    });
    expect(await callWx(app.page, 'getImageInfo', { src: temporary })).toMatchObject({
      width: 2,
      height: 2,
      type: 'png',
    });
    const saved = await fs('saveFile', { tempFilePath: temporary });
    expect(saved).toMatchObject({ savedFilePath: expect.stringMatching(/^wxfile:\/\/store_/) });
    expect(await fs('access', { path: temporary })).toHaveProperty('errMsg');
    expect(
      await callWx(app.page, 'compressImage', { src: Reflect.get(Object(saved), 'savedFilePath') }),
    ).toMatchObject({ tempFilePath: expect.stringMatching(/\.jpg$/) });
  });

  test('a method which the preview lacks says so', async () => {
    expect(await sync('readCompressedFile', {})).toBe(
      'readCompressedFileSync:fail preview does not support this API',
    );
    await app.page.getByRole('alert').filter({ hasText: 'readCompressedFileSync' }).waitFor();
  });
});

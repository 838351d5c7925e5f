import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type FakeCloud, startFakeCloud } from '../../builders/fake-cloud';
import { callWx } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('the cloud and the network', () => {
  let browser: Browser;
  let cloud: FakeCloud;
  let app: OpenPreview;
  const network = (name: string) =>
    app.page
      .getByRole('radiogroup', { name: '网络' })
      .getByRole('radio', { name, exact: true })
      .click();
  const call = () => callWx(app.page, 'cloud.callFunction', { name: 'hello', data: { a: 1 } });

  beforeAll(async () => {
    browser = await launchBrowser();
    cloud = await startFakeCloud();
    app = await openPreview(browser, projectFolder('wx-phone'), '', { cloud: cloud.url });
    await app.page.goto(`${app.preview.url}/?who=o-worker`);
    await app.top.getByText('选照片').waitFor();
  });
  beforeEach(async () => {
    await network('正常');
    cloud.seen.length = 0;
    cloud.answers.clear();
    cloud.answers.set('POST /client/functions/hello', { body: { ok: true } });
  });
  afterAll(async () => {
    await app.close();
    await cloud.close();
    await browser.close();
  });

  test('a function is called as the person who holds the phone', async () => {
    expect(await call()).toMatchObject({ result: { ok: true }, errMsg: 'cloud.callFunction:ok' });
    expect(cloud.seen).toMatchObject([{ path: '/client/functions/hello', openid: 'o-worker' }]);
    expect(JSON.parse(String(cloud.seen[0]?.body))).toEqual({ a: 1 });
  });

  test('its failure carries errCode and errMsg', async () => {
    cloud.answers.set('POST /client/functions/hello', {
      status: 400,
      body: { errCode: -504002, errMsg: 'errCode: -504002 | errMsg: boom' },
    });
    expect(await call()).toEqual({
      errCode: -504002,
      errMsg: 'cloud.callFunction:fail Error: errCode: -504002 | errMsg: boom',
    });
  });

  test('offline nothing goes out; with the answer lost it does', async () => {
    await network('断网');
    expect(await call()).toMatchObject({
      errMsg: expect.stringMatching(/^cloud\.callFunction:fail request:fail/),
    });
    expect(cloud.seen).toEqual([]);
    await network('发出后收不到回答');
    expect(await call()).toMatchObject({
      errMsg: expect.stringMatching(/^cloud\.callFunction:fail request:fail/),
    });
    expect(cloud.seen).toHaveLength(1);
  });

  test('pages hear when the network goes and comes', async () => {
    const heard = app.page.evaluate(
      () => new Promise((done) => Reflect.get(globalThis, 'wx').onNetworkStatusChange(done)),
    );
    await network('断网');
    expect(await heard).toEqual({ isConnected: false, networkType: 'none' });
    expect(await callWx(app.page, 'getNetworkType')).toMatchObject({ networkType: 'none' });
  });

  test('a file goes up with its progress and comes back by its id', async () => {
    cloud.answers.set('PUT /client/storage/incoming/a%20b.txt', {
      body: { fileID: 'cloud://e/x' },
    });
    const uploaded = await app.page.evaluate(async () => {
      const wx = Reflect.get(globalThis, 'wx');
      const filePath = `${wx.env.USER_DATA_PATH}/up.txt`;
      wx.getFileSystemManager().writeFileSync(filePath, 'bytes');
      const progress: number[] = [];
      const task = wx.cloud.uploadFile({ cloudPath: 'incoming/a b.txt', filePath });
      task.onProgressUpdate((event: { progress: number }) => progress.push(event.progress));
      return { ...(await task), progress: progress.at(-1) };
    });
    expect(uploaded).toMatchObject({ fileID: 'cloud://e/x', progress: 100 });
    expect(String(cloud.seen[0]?.body)).toBe('bytes');
    cloud.answers.set('GET /client/storage/url', { body: { tempFileURL: 'http://x/y' } });
    expect(
      await callWx(app.page, 'cloud.getTempFileURL', { fileList: ['cloud://e/x'] }),
    ).toMatchObject({ fileList: [{ tempFileURL: 'http://x/y', status: 0 }] });
    cloud.answers.set('DELETE /client/storage', {
      status: 400,
      body: { errCode: -503003, errMsg: 'none' },
    });
    expect(await callWx(app.page, 'cloud.deleteFile', { fileList: ['cloud://e/x'] })).toMatchObject(
      {
        fileList: [{ fileID: 'cloud://e/x', status: -503003 }],
      },
    );
  });

  test('requests, downloads and their failures', async () => {
    cloud.answers.set('POST /api', { status: 201, body: { got: true } });
    const request = { url: `${cloud.url}/api`, method: 'POST', data: { n: 1 } };
    expect(await callWx(app.page, 'request', request)).toMatchObject({
      statusCode: 201,
      data: { got: true },
      errMsg: 'request:ok',
    });
    expect(await callWx(app.page, 'request', { url: 'ftp://x' })).toMatchObject({
      errMsg: 'request:fail invalid url "ftp://x"',
    });
    cloud.answers.set('GET /file.json', { body: { a: 1 } });
    expect(await callWx(app.page, 'downloadFile', { url: `${cloud.url}/file.json` })).toMatchObject(
      {
        statusCode: 200,
        tempFilePath: expect.stringMatching(/^wxfile:\/\/tmp_.*\.json$/),
      },
    );
  });

  test('what the cloud of the preview lacks says so', async () => {
    expect(await callWx(app.page, 'cloud.database')).toEqual({
      thrown: 'cloud.database:fail preview does not support this API',
    });
    await app.page.getByRole('alert').filter({ hasText: 'wx.cloud.database' }).waitFor();
  });
});

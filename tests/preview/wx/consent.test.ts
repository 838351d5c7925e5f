import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type FakeCloud, startFakeCloud } from '../../builders/fake-cloud';
import { callWx, pageData, waitForData } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describeInBrowser('what needs a yes', () => {
  let browser: Browser;
  let cloud: FakeCloud;
  let app: OpenPreview;
  const dialog = () => app.page.getByRole('dialog');
  const answer = (name: string) => dialog().getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    browser = await launchBrowser();
    cloud = await startFakeCloud();
    app = await openPreview(browser, projectFolder('wx-phone'), '', { cloud: cloud.url });
  });
  beforeEach(async () => {
    cloud.seen.length = 0;
    cloud.answers.clear();
    cloud.answers.set('POST /client/subscribe', { body: {} });
    await app.page.evaluate(() => localStorage.clear());
    await app.page.reload();
    await app.top.getByText('选照片').waitFor();
  });
  afterAll(async () => {
    await app.close();
    await cloud.close();
    await browser.close();
  });

  test('photos: refused is errno 104, agreed once is enough', async () => {
    await app.tap('选照片');
    await answer('拒绝');
    expect(await waitForData(app.page, 'failure')).toEqual({
      errMsg: 'chooseMedia:fail privacy permission is not authorized',
      errno: 104,
    });
    await app.tap('选照片');
    const first = app.page.waitForEvent('filechooser');
    await answer('同意');
    const file = { name: 'a.png', mimeType: 'image/png', buffer: PIXEL };
    await (await first).setFiles([file, { ...file, name: 'b.png' }]);
    const media = await waitForData(app.page, 'media');
    const path = expect.stringMatching(/^wxfile:\/\/tmp_/);
    expect(media).toMatchObject({
      type: 'image',
      tempFiles: [
        { fileType: 'image', size: PIXEL.length, tempFilePath: path },
        { fileType: 'image', size: PIXEL.length, tempFilePath: path },
      ],
    });
    expect(await waitForData(app.page, 'loaded')).toEqual({ width: 1, height: 1 });
    const second = app.page.waitForEvent('filechooser');
    await app.tap('选照片');
    await second;
  });

  test('messages: only inside a tap', async () => {
    await app.tap('过一会儿订阅');
    expect(await waitForData(app.page, 'result')).toEqual({
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    });
    expect(await callWx(app.page, 'requestSubscribeMessage', { tmplIds: ['a'] })).toHaveProperty(
      'errMsg',
    );
    expect(await dialog().count()).toBe(0);
  });

  test('messages: each template is accepted or not, and the cloud counts the accepted', async () => {
    await app.tap('订阅');
    await dialog().getByLabel('tmpl-b').uncheck();
    await answer('允许');
    expect(await waitForData(app.page, 'result')).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      'tmpl-a': 'accept',
      'tmpl-b': 'reject',
    });
    const [told] = cloud.seen;
    expect(told?.path).toBe('/client/subscribe');
    expect(JSON.parse(String(told?.body))).toEqual({ templates: ['tmpl-a'] });
    expect(told?.openid).not.toBe('');
  });

  test('messages: refused is an answer too, and nobody is told', async () => {
    await app.tap('订阅');
    await answer('拒绝');
    expect(await waitForData(app.page, 'result')).toMatchObject({ 'tmpl-a': 'reject' });
    expect(cloud.seen).toEqual([]);
  });

  test('messages: 总是保持以上选择 asks no more; each call counts again', async () => {
    await app.tap('订阅');
    await dialog().getByLabel('总是保持以上选择').check();
    await answer('允许');
    await waitForData(app.page, 'result');
    await app.tap('订阅');
    expect(await waitForData(app.page, 'result')).toMatchObject({ 'tmpl-a': 'accept' });
    expect(cloud.seen).toHaveLength(2);
  });

  test('messages: the main switch off is 20004, too many templates 20003', async () => {
    const settings = callWx(app.page, 'openSetting', { withSubscriptions: true });
    await dialog().getByLabel('接收订阅消息').uncheck();
    await answer('返回');
    expect(await settings).toMatchObject({ subscriptionsSetting: { mainSwitch: false } });
    await app.tap('订阅');
    expect(await waitForData(app.page, 'result')).toEqual({
      errMsg: 'requestSubscribeMessage:fail The main switch is switched off',
      errCode: 20004,
    });
    expect(
      await callWx(app.page, 'requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4'] }),
    ).toMatchObject({ errCode: 20003 });
  });

  test('messages: the yes of a modal is a tap', async () => {
    await app.tap('问一问再订阅');
    await answer('确定');
    await dialog().getByText('申请发送消息').waitFor();
    await answer('允许');
    expect(await waitForData(app.page, 'result')).toMatchObject({ 'tmpl-b': 'accept' });
  });

  test('the place: refused once is refused until the settings say otherwise', async () => {
    const first = callWx(app.page, 'getLocation', { type: 'gcj02' });
    await answer('同意');
    await answer('拒绝');
    expect(await first).toMatchObject({ errMsg: 'getLocation:fail auth deny' });
    expect(await callWx(app.page, 'getLocation')).toMatchObject({
      errMsg: 'getLocation:fail auth deny',
    });
    const settings = callWx(app.page, 'openSetting');
    await dialog().getByLabel('位置').check();
    await answer('返回');
    expect(await settings).toMatchObject({ authSetting: { 'scope.userLocation': true } });
    expect(await callWx(app.page, 'getLocation')).toMatchObject({ latitude: expect.any(Number) });
  });

  test('a project may ask for the privacy guide in its own words', async () => {
    await app.page.evaluate(() => {
      const wx = Reflect.get(globalThis, 'wx');
      wx.onNeedPrivacyAuthorization(
        (resolve: (it: unknown) => void, info: { referrer: string }) => {
          Reflect.set(globalThis, 'asked', info.referrer);
          resolve({ event: 'disagree' });
        },
      );
    });
    expect(await callWx(app.page, 'getClipboardData')).toMatchObject({ errno: 104 });
    expect(await app.page.evaluate(() => Reflect.get(globalThis, 'asked'))).toBe(
      'getClipboardData',
    );
    expect(await dialog().count()).toBe(0);
  });

  test('its agree button is what counts', async () => {
    await app.page.evaluate(() => Reflect.get(globalThis, 'getCurrentPages')().at(-1).ownPrivacy());
    const answered = callWx(app.page, 'getClipboardData');
    await app.tap('我同意');
    expect(await answered).toEqual({ data: '', errMsg: 'getClipboardData:ok' });
  });

  test('what is asked belongs to one person on one phone', async () => {
    const agreed = callWx(app.page, 'requirePrivacyAuthorize');
    await answer('同意');
    expect(await agreed).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
    await app.page.getByRole('button', { name: '换第二部手机' }).click();
    await app.page.getByRole('button', { name: '换回第一部手机' }).waitFor();
    expect(await callWx(app.page, 'getPrivacySetting')).toMatchObject({ needAuthorization: true });
    expect((await pageData(app.page))['count']).toBe(0);
  });
});

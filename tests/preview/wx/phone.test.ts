import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { callWx } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('what the phone says and does', () => {
  let browser: Browser;
  let app: OpenPreview;
  const wxCall = (name: string) =>
    app.page.evaluate((key) => Reflect.get(globalThis, 'wx')[key](), name);
  const dialog = () => app.page.getByRole('dialog');

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('wx-phone'));
  });
  beforeEach(async () => {
    await app.page.goto(`${app.preview.url}/?font=1.6&width=320`);
    await app.top.getByText('字号1.6').waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  test('its sizes are those of the frame, its text size the chosen one', async () => {
    expect(await wxCall('getWindowInfo')).toMatchObject({ screenWidth: 320, windowWidth: 320 });
    expect(await wxCall('getAppBaseInfo')).toMatchObject({
      fontSizeScaleFactor: 1.6,
      fontSizeSetting: 27.2,
    });
    expect(await wxCall('getMenuButtonBoundingClientRect')).toMatchObject({ width: 87 });
    expect(await callWx(app.page, 'getSystemInfo')).toMatchObject({ windowWidth: 320 });
  });

  test('a toast is said aloud and goes away by itself', async () => {
    await callWx(app.page, 'showToast', { title: '存好了', duration: 300 });
    await app.page.getByRole('status').getByText('存好了').waitFor();
    await app.page.getByText('存好了').waitFor({ state: 'detached' });
  });

  test('a modal answers confirm and cancel, and what was written', async () => {
    const first = callWx(app.page, 'showModal', { title: '题', content: '文' });
    await dialog().getByRole('button', { name: '取消' }).click();
    expect(await first).toMatchObject({ confirm: false, cancel: true });
    const second = callWx(app.page, 'showModal', { title: '写', editable: true });
    await dialog().getByLabel('输入内容').fill('原因');
    await dialog().getByRole('button', { name: '确定' }).click();
    expect(await second).toMatchObject({ confirm: true, content: '原因' });
  });

  test('an action sheet answers the row; beside it is cancel', async () => {
    const first = callWx(app.page, 'showActionSheet', { itemList: ['甲', '乙'] });
    await dialog().getByRole('button', { name: '乙' }).click();
    expect(await first).toMatchObject({ tapIndex: 1 });
    const second = callWx(app.page, 'showActionSheet', { itemList: ['甲'] });
    // A key pressed before the sheet is there would be lost.
    await dialog().getByRole('button', { name: '甲' }).waitFor();
    await app.page.keyboard.press('Escape');
    expect(await second).toEqual({ errMsg: 'showActionSheet:fail cancel' });
  });

  test('scanning opens the sheet and answers what was scanned', async () => {
    const text = callWx(app.page, 'scanCode');
    await dialog().getByLabel('二维码内容').fill('https://a.cn/x');
    await dialog().getByRole('button', { name: '扫一扫' }).click();
    expect(await text).toMatchObject({ result: 'https://a.cn/x', scanType: 'QR_CODE' });
    const page = callWx(app.page, 'scanCode');
    await dialog().getByLabel('二维码内容').fill('pages/next/next?scene=x');
    await dialog().getByRole('button', { name: '扫一扫' }).click();
    expect(await page).toMatchObject({ path: 'pages/next/next?scene=x', scanType: 'WX_CODE' });
  });

  test('a call is laid into the tray', async () => {
    const call = callWx(app.page, 'makePhoneCall', { phoneNumber: '12351' });
    await dialog().getByRole('button', { name: '呼叫' }).click();
    expect(await call).toEqual({ errMsg: 'makePhoneCall:ok' });
    await app.page.getByRole('list', { name: '手机动作' }).getByText('12351').waitFor();
  });

  test('a picture is saved to the album after a yes', async () => {
    const saved = app.page.evaluate(async () => {
      const wx = Reflect.get(globalThis, 'wx');
      const canvas = wx.createOffscreenCanvas({ width: 2, height: 2 });
      canvas.getContext('2d').fillRect(0, 0, 2, 2);
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas });
      return wx.saveImageToPhotosAlbum({ filePath: tempFilePath });
    });
    await dialog().getByRole('button', { name: '同意' }).click();
    await dialog().getByRole('button', { name: '允许' }).click();
    expect(await saved).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
    const tray = app.page.getByRole('list', { name: '手机动作' });
    await tray.getByRole('link', { name: '下载' }).waitFor();
  });

  test('pictures are looked at one after another', async () => {
    await callWx(app.page, 'previewImage', {
      urls: ['/preview/icons/add.svg', '/preview/icons/home.svg'],
    });
    await dialog().getByRole('img', { name: '第 1 张，共 2 张' }).waitFor();
    await dialog().getByRole('button', { name: '下一张' }).click();
    await dialog().getByRole('img', { name: '第 2 张，共 2 张' }).waitFor();
    await dialog().getByRole('button', { name: '关闭' }).click();
    expect(await dialog().count()).toBe(0);
  });

  test('what WeChat withdrew is gone here too', async () => {
    expect(await callWx(app.page, 'getUserProfile', { desc: 'x' })).toMatchObject({
      errMsg: expect.stringMatching(/^getUserProfile:fail/),
    });
  });
});

import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { pageData, waitForData } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('buttons', () => {
  let browser: Browser;
  let app: OpenPreview;
  const answer = (name: string) =>
    app.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('builtins-controls'), '/pages/open/open');
  });
  beforeEach(async () => {
    await app.page.evaluate(() => localStorage.clear());
    await app.open('/pages/open/open');
    await app.page.reload();
    await app.top.getByText('计数').waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  test('are pressed by mouse and keyboard, whoever calls itself one too', async () => {
    await app.tap('计数');
    await app.top.getByRole('button', { name: '计数' }).press('Enter');
    await app.top.getByRole('button', { name: '自己的按钮' }).press('Enter');
    await app.top.getByText('停用').click({ force: true });
    expect(await pageData(app.page)).toMatchObject({ taps: 2, own: true });
  });

  test('a phone number is given only after the privacy guide and a yes', async () => {
    await app.tap('要电话');
    await answer('拒绝');
    expect(await waitForData(app.page, 'phone')).toMatchObject({ errno: 104 });
    await app.tap('要电话');
    await answer('同意');
    await answer('不允许');
    await app.page.waitForFunction(() => !document.querySelector('[role=dialog]'));
    expect((await pageData(app.page))['phone']).toEqual({
      errMsg: 'getPhoneNumber:fail user deny',
    });
    await app.tap('要电话');
    await answer('允许');
    await app.page.waitForFunction(() => !document.querySelector('[role=dialog]'));
    expect((await pageData(app.page))['phone']).toMatchObject({
      errMsg: 'getPhoneNumber:ok',
      code: expect.stringMatching(/./),
    });
  });

  test('an avatar comes from the file chooser as a path of the phone', async () => {
    await app.tap('选头像');
    const chooser = app.page.waitForEvent('filechooser');
    await answer('同意');
    const file = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('x') };
    await (await chooser).setFiles([file]);
    expect(await waitForData(app.page, 'avatar')).toEqual({
      avatarUrl: expect.stringMatching(/^wxfile:\/\/tmp_.*\.png$/),
    });
  });

  test('sharing lays a card into the tray, which opens its page', async () => {
    await app.tap('转发');
    const tray = app.page.getByRole('list', { name: '手机动作' });
    await tray.getByText('button-card').waitFor();
    await tray.getByRole('button', { name: '打开' }).click();
    await app.page.locator('.mp-page[data-route="pages/show/show"]').waitFor();
  });

  test('a navigator goes to its page', async () => {
    await app.tap('去展示');
    await app.page.locator('.mp-page[data-route="pages/show/show"]:not([hidden])').waitFor();
  });

  test('an open type which the preview lacks shows a notice', async () => {
    await app.tap('打开应用');
    await app.page.getByRole('alert').filter({ hasText: 'launchApp' }).waitFor();
  });
});

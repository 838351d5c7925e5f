import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('TDesign components, unmodified', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('tdesign'));
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  test('tabs and cells', async () => {
    await app.tap('已办');
    await app.top.getByText('当前:done').waitFor();
    await app.top.getByText('电线老化').waitFor();
    await app.tap('待办');
    await app.tap('灭火器过期');
    await app.top.getByText('编号 b2').waitFor();
    await app.top.getByText('核实').waitFor();
  });

  test('input, radio, switch, upload, button and dialog', async () => {
    await app.page.getByRole('button', { name: '返回' }).first().click();
    await app.page.getByRole('tab', { name: '表单' }).click();
    await app.top.getByRole('textbox').fill('三车间');
    await app.top.getByText('地点:三车间').waitFor();
    await app.tap('用电');
    await app.top.getByText('种类:power').waitFor();
    await app.top.locator('[class*="t-switch"]').first().click();
    await app.top.getByText('不留名').waitFor();
    const photo = path.join(projectFolder('tdesign'), 'photo.png');
    await app.top.locator('[class*="t-upload__add-icon"]').first().click();
    // WeChat asks for consent the first time, then where from.
    await app.page.getByRole('button', { name: '同意' }).click();
    const [chooser] = await Promise.all([
      app.page.waitForEvent('filechooser'),
      app.page.getByText('从手机相册选择').click(),
    ]);
    await chooser.setFiles(photo);
    await app.top.getByText('照片:1').waitFor();
    await app.tap('提交');
    await app.top.getByText('确认提交').waitFor();
    await app.tap('好');
    await app.top.getByText('已提交 三车间').waitFor();
  });

  test('icons are drawn without the font of a CDN', async () => {
    const requests: string[] = [];
    app.page.on('request', (request) => requests.push(request.url()));
    await app.page.reload();
    await app.top.getByText('照片:0').waitFor();
    const icon = app.top.locator('[class*="t-icon-add"]').first();
    const mask = await icon.evaluate(
      (element) => getComputedStyle(element, '::before').webkitMaskImage,
    );
    expect(mask).toContain('/preview/icons/add.svg');
    const { hostname } = new URL(app.preview.url);
    const foreign = requests.filter((url) => url.startsWith('http') && !url.includes(hostname));
    expect(foreign).toEqual([]);
  });

  test('Chinese is drawn with the font that the preview brings', async () => {
    const loaded = await app.page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].some(
        (font) => font.family.includes('PingFang SC') && font.status === 'loaded',
      );
    });
    expect(loaded).toBe(true);
  });
});

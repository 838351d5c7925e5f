import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { pageData, waitForData } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('lists and carousels', () => {
  let browser: Browser;
  let app: OpenPreview;
  const set = (data: Record<string, unknown>) =>
    app.page.evaluate((change) => {
      Reflect.get(globalThis, 'getCurrentPages')().at(-1).setData(change);
    }, data);
  const drag = async (selector: string, by: { x: number; y: number }) => {
    const rect = await app.top.locator(selector).boundingBox();
    if (!rect) throw new Error(`no ${selector}`);
    const at = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    await app.page.mouse.move(at.x, at.y);
    await app.page.mouse.down();
    await app.page.mouse.move(at.x + by.x, at.y + by.y, { steps: 5 });
    await app.page.mouse.up();
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('builtins-controls'), '/pages/lists/lists');
  });
  beforeEach(async () => {
    await app.page.reload();
    await app.top.getByText('行3', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  test('a scroll view goes to the element it is told, and tells its end', async () => {
    await set({ into: 'row-20' });
    await app.page.waitForFunction(
      () => document.querySelector('wx-scroll-view')?.scrollTop === 1000,
    );
    await app.top.locator('.list').evaluate((element) => element.scrollTo(0, 99_999));
    expect(await waitForData(app.page, 'lower')).toBe(true);
  });

  test('pulled down from its top a scroll view refreshes', async () => {
    await drag('.list', { x: 0, y: 140 });
    expect(await waitForData(app.page, 'refreshed')).toBe(true);
  });

  test('a swiper moves by finger and by its page, which hears where from', async () => {
    await drag('.swiper', { x: -150, y: 0 });
    expect(await waitForData(app.page, 'swipes')).toMatchObject([{ current: 1, source: 'touch' }]);
    await set({ current: 2 });
    await set({ current: 2 });
    await app.page.waitForFunction(
      () => Reflect.get(globalThis, 'getCurrentPages')().at(-1).data.swipes.length === 2,
    );
    expect((await pageData(app.page))['swipes']).toMatchObject([
      { current: 1 },
      { current: 2, source: '' },
    ]);
  });

  test('a picker view answers the row in its middle', async () => {
    await app.top.getByText('丙', { exact: true }).click();
    await app.page.waitForFunction(
      () => Reflect.get(globalThis, 'getCurrentPages')().at(-1).data.wheel[0] === 2,
    );
  });
});

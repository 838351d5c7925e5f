import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('hands on the phone', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('gestures'));
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });
  beforeEach(async () => {
    await app.page.goto('about:blank');
    await app.open('/pages/scroll/scroll');
    await app.top.getByText('去滚✓').waitFor();
  });

  /** Drags from the middle of what shows this text, in steps. */
  const drag = async (text: string, x: number, y: number) => {
    const box = await app.top.getByText(text, { exact: true }).boundingBox();
    if (!box) throw new Error(`${text} is not shown`);
    const from = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    for (let step = 1; step <= 5; step += 1) {
      await app.page.mouse.move(from.x + (x * step) / 5, from.y + (y * step) / 5);
    }
    await app.page.mouse.up();
  };

  test('the custom tab bar of each tab page is reached by getTabBar', async () => {
    await app.tap('去碰');
    await app.top.getByText('去碰✓').waitFor();
    expect(await app.page.getByRole('tab').count()).toBe(0);
    await app.tap('去滚');
    await app.top.getByText('去滚✓').waitFor();
  });

  test('scrolling: onPageScroll, then onReachBottom', async () => {
    await app.top.evaluate((page) => page.scrollTo(0, 300));
    await app.top.getByText('滚到 300').waitFor();
    await app.top.evaluate((page) => page.scrollTo(0, page.scrollHeight));
    await app.top.getByText('到底').waitFor();
  });

  test('pulling a page down at its top refreshes it', async () => {
    await drag('长', 0, 120);
    await app.top.getByText('刷新').waitFor();
    await app.page.getByRole('status', { name: '正在刷新' }).waitFor();
  });

  test('a mouse drags as a finger does, and a drag is no tap', async () => {
    await app.tap('去碰');
    await drag('拖我', 50, 0);
    await app.top.getByText('移 50 余 0').waitFor();
    await drag('点 0', 50, 0);
    await app.tap('点 0');
    await app.top.getByText('点 1').waitFor();
  });

  test('a disabled button takes no tap', async () => {
    await app.tap('去碰');
    await app.top.getByText('禁', { exact: true }).click({ force: true });
    await app.tap('点 0');
    await app.top.getByText('点 1').waitFor();
  });

  test('touch taps once, though browsers repeat touches as mouse events', async () => {
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 390, height: 800 },
    });
    try {
      const page = await context.newPage();
      await page.goto(`${app.preview.url}/#/pages/touch/touch`);
      const spot = page.locator('.mp-page:not([hidden])').getByText('点 0');
      await spot.tap();
      await page.getByText('点 1').waitFor();
      await page.waitForTimeout(400);
      expect(await page.getByText('点 1').count()).toBe(1);
    } finally {
      await context.close();
    }
  });

  test('a page that does not exist goes to App.onPageNotFound', async () => {
    await app.page.goto('about:blank');
    await app.open('/pages/gone/gone?a=1');
    await app.top.getByText('迷路 pages/gone/gone').waitFor();
  });
});

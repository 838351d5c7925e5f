import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('pages live as in WeChat', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(() => app.close());

  const life = () =>
    app.console.filter((line) => line.startsWith('[life] ')).map((line) => line.slice(7));
  const shown = (text: string) => app.top.getByText(text).first().waitFor();

  test('the app starts, then its first page: load, show, ready', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await shown('全局:shared');
    expect(life()).toEqual([
      'app onLaunch pages/home/home {} 1001',
      'app onShow pages/home/home 1001',
      'watcher attached',
      'home onLoad {} top=pages/home/home',
      'watcher show',
      'home onShow',
      'watcher ready',
      'home onReady',
    ]);
  });

  test('a page opened on another hides it and gets its query undecoded', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.tap('打开');
    await shown('条目 1 深度 2');
    expect(life().slice(8)).toEqual([
      'watcher hide',
      'home onHide',
      'item onLoad {"n":"1","text":"%E4%B8%AD"} top=pages/item/item',
      'item onShow',
      'item onReady',
    ]);
    await app.page.getByRole('button', { name: '返回' }).click();
    await shown('全局:shared');
    expect(life().slice(13)).toEqual(['item onUnload', 'watcher show', 'home onShow']);
  });

  test('the opened page answers the one that opened it', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.tap('打开');
    await app.tap('回答');
    await app.page.getByRole('button', { name: '返回' }).click();
    await shown('收到 好');
  });

  test('tab pages stay when left; others go', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.page.getByRole('tab', { name: '我的' }).click();
    await app.top.getByRole('textbox').fill('还在');
    await shown('备注:还在');
    await app.page.getByRole('tab', { name: '首页' }).click();
    await app.tap('打开');
    await app.tap('去我的');
    await shown('备注:还在');
    expect(life().filter((line) => line.includes('onUnload'))).toEqual(['item onUnload']);
    expect(life().filter((line) => line.startsWith('mine onLoad'))).toHaveLength(1);
  });

  test('an address opens its page; a scanned code hands over its scene undecoded', async () => {
    app = await openPreview(
      browser,
      projectFolder('lifecycle'),
      '/pages/props/props?word=%E4%B8%AD&scene=a%3D1',
    );
    await shown('参数:中');
    expect(life()).toEqual([
      'app onLaunch pages/props/props {"word":"%E4%B8%AD","scene":"a%3D1"} 1047',
      'app onShow pages/props/props 1047',
      'props attached 中',
      'props onLoad a%3D1',
      'props show',
    ]);
    // This page draws its own navigation bar.
    expect(await app.page.locator('.mp-nav').isVisible()).toBe(false);
  });

  test('a page reached by its address has a way home', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'), '/pages/item/item?n=9');
    await shown('条目 9 深度 1');
    await app.page.getByRole('button', { name: '首页' }).click();
    await shown('全局:shared');
    expect(app.page.url()).toMatch(/#\/pages\/home\/home$/);
  });

  test('the title is of the page, and changes by wx.setNavigationBarTitle', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    const title = (name: string) => app.page.getByRole('heading', { level: 1, name, exact: true });
    await title('起点').waitFor();
    await app.tap('打开');
    await title('条目').waitFor();
    await app.tap('改名');
    await title('新名字').waitFor();
    await app.page.getByRole('button', { name: '返回' }).click();
    await title('起点').waitFor();
  });
});

describeInBrowser('what WeChat refuses is refused', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(() => app.close());

  const failed = (text: string) => app.top.locator('.failed', { hasText: text }).waitFor();

  test('a tab page by navigateTo, another by switchTab, a page that is not there', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.tap('用错');
    await failed('navigateTo:fail can not navigateTo a tabbar page');
    await app.tap('打开');
    await app.tap('切错');
    await failed('switchTab:fail can not switch to no-tabBar page');
    await app.tap('迷路');
    await failed('navigateTo:fail page "pages/nowhere/nowhere" is not found');
  });

  test('an eleventh page', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.tap('打开');
    for (let depth = 2; depth < 10; depth += 1) {
      await app.top.getByText(`深度 ${depth}`).waitFor();
      await app.tap('再深');
    }
    await app.top.getByText('深度 10').waitFor();
    await app.tap('再深');
    await failed('navigateTo:fail webview count limit exceed');
  });

  test('more than 1 MB in one setData, and it says so', async () => {
    app = await openPreview(browser, projectFolder('lifecycle'));
    await app.tap('打开');
    await app.tap('太大');
    await app.page.getByRole('alert').filter({ hasText: '1024 KB' }).waitFor();
    expect(await app.top.getByText('没有限制').count()).toBe(0);
  });
});

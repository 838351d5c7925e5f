import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('styles reach what they reach in WeChat', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('styles'));
    await app.top.getByText('页面', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  const style = (text: string, property: string) =>
    app.top
      .getByText(text, { exact: true })
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

  test('app.wxss and its imports reach every page, the page comes after', async () => {
    expect(await style('页面', 'color')).toBe('rgb(30, 30, 30)');
    expect(await style('引入', 'color')).toBe('rgb(20, 20, 20)');
    expect(await style('页面', 'letter-spacing')).toBe('2px');
    expect(await style('按名', 'color')).toBe('rgb(40, 40, 40)');
  });

  test('an isolated component keeps to itself, with its :host', async () => {
    expect(await style('独立', 'font-size')).toBe('16px');
    expect(await style('独立', 'color')).toBe('rgb(70, 70, 70)');
    const host = app.page.locator('[data-is="components/isolated/isolated"]');
    expect(await host.evaluate((element) => getComputedStyle(element).paddingLeft)).toBe('7px');
  });

  test('apply-shared takes from outside; shared also gives, even when the script says so', async () => {
    expect(await style('受用', 'color')).toBe('rgb(10, 10, 10)');
    expect(await style('共享', 'color')).toBe('rgb(10, 10, 10)');
    expect(await style('响', 'color')).toBe('rgb(80, 80, 80)');
  });

  test('rpx and vh follow the phone, not the window', async () => {
    const [half, port] = await app.top.evaluate((page) => {
      const box = page.querySelector('.half')?.getBoundingClientRect();
      return [
        [box?.width, box?.height],
        [page.clientWidth, page.clientHeight],
      ];
    });
    expect(half).toEqual([(port?.[0] ?? 0) / 2, (port?.[1] ?? 0) / 2]);
  });

  test('a media query asks for the width of the phone', async () => {
    expect(await style('一半', 'color')).toBe('rgb(0, 0, 0)');
    await app.page.getByRole('radio', { name: '320' }).click();
    await app.page.waitForFunction(() => {
      const half = document.querySelector('.half');
      return half !== null && getComputedStyle(half).color === 'rgb(50, 50, 50)';
    });
    await app.page.getByRole('radio', { name: '390' }).click();
  });

  test('position: fixed means the visible area of the page, however far it is scrolled', async () => {
    const gap = () =>
      app.top.evaluate((page) => {
        const bar = page.querySelector('.bar') ?? page.querySelector('[class*="--bar"]');
        return page.getBoundingClientRect().bottom - (bar?.getBoundingClientRect().bottom ?? 0);
      });
    expect(await gap()).toBe(0);
    await app.top.evaluate((page) => page.scrollTo(0, 500));
    expect(await gap()).toBe(0);
  });

  test('the styles of one page do not reach another', async () => {
    await app.open('/pages/other/other');
    await app.top.getByText('别页').waitFor();
    expect(await style('别页', 'color')).toBe('rgb(10, 10, 10)');
    expect(await style('别页', 'font-size')).toBe('16px');
  });

  test('page-meta styles the page, its root font size and its title', async () => {
    await app.open('/pages/meta/meta');
    await app.top.getByText('字', { exact: true }).waitFor();
    await app.page.getByRole('heading', { name: '元', exact: true }).waitFor();
    expect(await style('字', 'font-size')).toBe('20px');
    expect(await style('字', 'color')).toBe('rgb(60, 60, 60)');
    const overflow = () => app.top.evaluate((page) => getComputedStyle(page).overflowY);
    expect(await overflow()).toBe('hidden');
    await app.tap('字');
    await app.page.getByRole('heading', { name: '元二' }).waitFor();
    expect(await style('字', 'font-size')).toBe('40px');
    expect(await overflow()).toBe('auto');
  });
});

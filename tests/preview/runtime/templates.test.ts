import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('templates and components', () => {
  let browser: Browser;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('templates'));
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });
  beforeEach(async () => {
    await app.page.goto('about:blank');
    await app.open('/pages/index/index');
    await app.top.getByText('计数 1').waitFor();
  });

  const text = (selector: string) => app.top.locator(selector).textContent();
  const shown = (exact: string) => app.top.getByText(exact, { exact: true }).first().waitFor();

  test('import, template, include, wx:for with wx:if, wx:elif', async () => {
    await shown('键=1');
    await shown('脚注 1');
    await shown('0:一');
    await shown('2:三');
    expect(await app.top.getByText('1:二').count()).toBe(0);
    await shown('少');
  });

  test('behaviours, observers, pure data and methods of a selected component', async () => {
    await shown('标题-见标题-behavior-1');
    expect(await text('[class*="--pure"]')).toBe('私有:');
    await app.tap('挑选');
    await shown('挑 components/card/card 喊2x');
  });

  test('named slots, external classes', async () => {
    await shown('头部');
    await shown('正文');
    expect(await app.top.locator('.loud').textContent()).toBe('标题-见标题-behavior-1');
  });

  test('relations, generics with and without default, virtual hosts', async () => {
    await shown('成员 甲,乙');
    await shown('片 泛型');
    await shown('泛型');
    expect(await app.page.locator('[data-is="components/chip/chip"]').count()).toBe(0);
  });

  test('model: binds both ways', async () => {
    await app.tap('加到 1');
    await shown('加到 2');
    await shown('计数 2');
  });

  test('bind, catch and capture-bind; dataset, mark and touches', async () => {
    await app.tap('拦住');
    await app.top.locator('.events', { hasText: 'inner' }).waitFor();
    expect(await text('.events')).toBe('captured inner:内:outer:2:true');
    await app.tap('放过');
    await app.top.locator('.events', { hasText: 'outer:外' }).waitFor();
    expect(await text('.events')).toBe('captured inner:内:outer:-:true outer:外:内');
  });

  test('a long press, and where its element stands', async () => {
    await app.top.getByText('久按').click({ delay: 600 });
    await app.top.locator('.events', { hasText: 'longpress true' }).waitFor();
  });

  test('aria attributes reach the DOM, and the keyboard can tap', async () => {
    const box = app.page.getByRole('checkbox', { name: '有名字' });
    expect(await box.getAttribute('aria-checked')).toBe('false');
    await box.evaluate((element) => element.setAttribute('tabindex', '0'));
    await box.press('Enter');
    await shown('计数 2');
    expect(await box.getAttribute('aria-checked')).toBe('true');
  });

  test('a form collects custom fields', async () => {
    await app.tap('交');
    await app.top.locator('.form', { hasText: '{"own":"组件值"}' }).waitFor();
  });

  test('a selector query measures within the page', async () => {
    await app.tap('量');
    await app.top.locator('.measured', { hasText: 'true 20 0' }).waitFor();
  });

  test('WXS: names of types, its globals, handlers and change observers', async () => {
    await app.open('/pages/wxs/wxs');
    await shown('你好世界');
    expect(await text('.kinds')).toBe('list String Number 12 2026 8');
    await app.tap('碰我');
    await shown('{"count":1,"id":"b1"}');
    const box = app.top.locator('.box.touched');
    const share = await box.evaluate((element) => {
      const port = element.closest('[data-route]');
      return port ? element.getBoundingClientRect().width / port.clientWidth : 0;
    });
    expect(share).toBeCloseTo(100 / 750, 3);
    await app.tap('升 1');
    await shown('2<1');
  });
});

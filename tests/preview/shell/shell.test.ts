import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type FakeCloud, startFakeCloud } from '../../builders/fake-cloud';
import { callWx } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

const PEOPLE = {
  people: [
    { openid: 'o-wang', name: '王芳', note: '工人' },
    { openid: 'o-li', name: '李强', note: '工会' },
  ],
  codes: [{ label: '三号车间', path: 'pages/next/next?scene=abc' }],
};

describeInBrowser('beside the phone', () => {
  let browser: Browser;
  let cloud: FakeCloud;
  let app: OpenPreview;
  let folder: string;
  const panel = () => app.page.getByRole('complementary', { name: '预览设置' });
  const button = (name: string) => panel().getByRole('button', { name, exact: true }).click();
  const counted = (text: string) => app.top.getByText(text, { exact: true }).waitFor();

  beforeAll(async () => {
    browser = await launchBrowser();
    cloud = await startFakeCloud();
    folder = await mkdtemp(path.join(os.tmpdir(), 'preview-people-'));
    const people = path.join(folder, 'people.json');
    await writeFile(people, JSON.stringify(PEOPLE));
    app = await openPreview(browser, projectFolder('wx-phone'), '', { cloud: cloud.url, people });
  });
  beforeEach(async () => {
    cloud.seen.length = 0;
    cloud.answers.clear();
    cloud.answers.set('GET /local/clock', { body: { shiftMs: 0 } });
    cloud.answers.set('POST /local/clock', { body: {} });
    cloud.answers.set('GET /local/messages', { body: { messages: [] } });
    await app.page.setViewportSize({ width: 1200, height: 900 });
    await app.page.goto(`${app.preview.url}/`);
    await app.page.evaluate(() => localStorage.clear());
    await app.page.reload();
    await counted('存了0个');
  });
  afterAll(async () => {
    await app.close();
    await cloud.close();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('each person and each phone has a storage of its own', async () => {
    await app.tap('存一个');
    await panel().getByLabel('谁在用这部手机').selectOption('o-li');
    await counted('存了0个');
    await panel().getByLabel('谁在用这部手机').selectOption('o-wang');
    await counted('存了1个');
    await button('换第二部手机');
    await counted('存了0个');
    await button('换回第一部手机');
    await counted('存了1个');
  });

  test('a new person is somebody whom the cloud does not know', async () => {
    await button('新的人');
    await panel().getByRole('option', { name: '新的人 1' }).waitFor({ state: 'attached' });
    cloud.answers.set('POST /client/functions/f', { body: {} });
    await callWx(app.page, 'cloud.callFunction', { name: 'f' });
    const openid = cloud.seen.at(-1)?.openid ?? '';
    expect(openid).toMatch(/^[\w-]{20,64}$/);
    expect(['o-wang', 'o-li']).not.toContain(openid);
  });

  test('a scanned code opens its page', async () => {
    await button('三号车间');
    await app.top.getByText('下一页abc').waitFor();
    expect(
      await app.page.evaluate(() => Reflect.get(globalThis, 'wx').getEnterOptionsSync().scene),
    ).toBe(1047);
  });

  test('the clock moves here and on the cloud, and back', async () => {
    const now = () => app.page.evaluate(() => Date.now());
    const before = await now();
    await button('＋1 天');
    expect((await now()) - before).toBeGreaterThanOrEqual(24 * 3600 * 1000);
    const shifts = () => cloud.seen.map(({ body }) => JSON.parse(String(body)).shiftMs);
    expect(shifts()).toEqual([24 * 3600 * 1000]);
    expect(
      await app.page.evaluate(() => {
        const made = new Date();
        return (
          made instanceof Date &&
          made.constructor === Date &&
          new Date(0).getTime() === 0 &&
          Math.abs(made.getTime() - Date.now()) < 1000
        );
      }),
    ).toBe(true);
    await button('恢复');
    expect((await now()) - before).toBeLessThan(3600 * 1000);
  });

  test('messages of the holder are listed and open their page', async () => {
    cloud.answers.set('GET /local/messages', {
      body: {
        messages: [
          {
            template: '处理结果',
            page: 'pages/next/next?scene=m',
            data: { thing1: { value: '已受理' } },
          },
        ],
      },
    });
    await app.page.reload();
    const list = panel().getByRole('list', { name: '微信消息' });
    await list.getByText('已受理').waitFor();
    await list.getByRole('button', { name: '打开' }).click();
    await app.top.getByText('下一页m').waitFor();
  });

  test('the text size is chosen and kept', async () => {
    await panel().getByRole('radio', { name: '1.4' }).click();
    await counted('字号1.4');
    await app.page.reload();
    await counted('字号1.4');
  });

  test('what the address presets gives way to what is chosen by hand', async () => {
    await app.page.goto(`${app.preview.url}/?who=o-li&font=1.6&width=320`);
    await counted('字号1.6');
    expect(await panel().getByLabel('谁在用这部手机').inputValue()).toBe('o-li');
    await panel().getByRole('radio', { name: '1.0' }).click();
    await counted('字号1');
    expect(new URL(app.page.url()).searchParams.get('who')).toBe('o-li');
  });

  test('the width of the phone changes at once', async () => {
    await panel().getByRole('radio', { name: '430' }).click();
    const width = () =>
      app.page.evaluate(() => Reflect.get(globalThis, 'wx').getWindowInfo().windowWidth);
    expect(await width()).toBe(430);
  });

  test('the storage is shown, and cleared', async () => {
    await app.tap('存一个');
    await panel().getByText('本地存储').click();
    await button('刷新');
    await panel().getByRole('list', { name: '本地存储' }).getByText('count').waitFor();
    await button('全部清空并重开');
    await counted('存了0个');
  });

  test('the console of the app can be read', async () => {
    await app.page.evaluate(() => console.warn('看这里', { a: 1 }));
    await panel().getByText('控制台').click();
    await panel().getByRole('list', { name: '控制台' }).getByText('看这里 {"a":1}').waitFor();
  });

  test('on a small window the app is the whole page, the panel a sheet', async () => {
    await app.page.setViewportSize({ width: 320, height: 640 });
    const bar = app.page.getByRole('heading', { name: '接口' });
    await expect(bar.evaluate((it) => it.getBoundingClientRect().top)).resolves.toBe(0);
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await panel().isVisible()).toBe(false);
    await app.page.getByRole('button', { name: '打开预览设置' }).click();
    await button('三号车间');
    await app.top.getByText('下一页abc').waitFor();
  });

  test('bare=1 leaves nothing but the phone', async () => {
    await app.page.goto(`${app.preview.url}/?bare=1`);
    await counted('存了0个');
    expect(await panel().count()).toBe(0);
    expect(await app.page.getByRole('button', { name: '打开预览设置' }).count()).toBe(0);
  });
});

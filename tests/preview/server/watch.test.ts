import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('an edit shows by itself', () => {
  let browser: Browser;
  let folder: string;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'preview-watch-'));
    await cp(projectFolder('lifecycle'), folder, { recursive: true });
    app = await openPreview(browser, folder, '', { watch: true });
    await app.top.getByText('全局:shared').waitFor();
  });
  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const edit = async (file: string, before: string, after: string) => {
    const place = path.join(folder, file);
    const text = await readFile(place, 'utf8');
    expect(text).toContain(before);
    await writeFile(place, text.replace(before, after));
  };
  const loads = () => app.page.evaluate(() => performance.timeOrigin);

  test('of a style sheet, without loading the page anew', async () => {
    const before = await loads();
    await writeFile(path.join(folder, 'app.wxss'), 'page { color: rgb(9, 9, 9); }');
    await app.page.waitForFunction(() => {
      const page = document.querySelector('wx-page');
      return page !== null && getComputedStyle(page).color === 'rgb(9, 9, 9)';
    });
    expect(await loads()).toBe(before);
  });

  test('of a template, keeping the page and its data', async () => {
    await app.page.getByRole('tab', { name: '我的' }).click();
    await app.top.getByRole('textbox').fill('记住我');
    await app.top.getByText('备注:记住我').waitFor();
    await edit('pages/mine/mine.wxml', '我的页', '你的页');
    await app.top.getByText('你的页').waitFor();
    await app.top.getByText('备注:记住我').waitFor();
  });

  test('of a script, keeping the stack of pages', async () => {
    await app.tap('打开');
    await app.tap('再深');
    await app.top.getByText('条目 2 深度 3').waitFor();
    await edit('pages/item/item.js', 'n: query.n', "n: query.n.concat('!')");
    await app.top.getByText('条目 2! 深度 3').waitFor();
    await app.page.getByRole('button', { name: '返回' }).click();
    await app.top.getByText('条目 1! 深度 2').waitFor();
  });

  test('of JSON', async () => {
    await edit('pages/home/home.json', '起点', '出发');
    await app.page.getByRole('heading', { name: '出发' }).waitFor();
  });

  test('of the template of a component', async () => {
    await writeFile(path.join(folder, 'components/watcher/watcher.wxml'), '<view>新看守</view>');
    await app.top.getByText('新看守').waitFor();
  });

  test('that adds a folder, replaces another, and then touches a file in the new one', async () => {
    await mkdir(path.join(folder, 'parts'));
    await writeFile(path.join(folder, 'parts/row.wxml'), '<view>一行</view>');
    await edit('pages/home/home.wxml', '<watcher />', '<include src="/parts/row.wxml" />');
    await app.top.getByText('一行').waitFor();
    await rm(path.join(folder, 'components'), { recursive: true });
    await edit('pages/home/home.json', '"watcher": "/components/watcher/watcher"', '');
    await writeFile(path.join(folder, 'parts/row.wxml'), '<view>两行</view>');
    await app.top.getByText('两行').waitFor();
  });

  test('that breaks it: file and line over the page, until it is mended', async () => {
    await edit('pages/home/home.wxml', '<watcher />', '<watcher>');
    const problems = app.page.getByRole('alertdialog', { name: '编译错误' });
    await problems.getByText('pages/home/home.wxml:1:2: WXML: missing end tag').waitFor();
    await edit('pages/home/home.wxml', '<watcher>', '<watcher />');
    await problems.waitFor({ state: 'detached' });
    await app.top.getByText('全局:shared').waitFor();
  });
});

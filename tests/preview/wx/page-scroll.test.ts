import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { type MiniProject, onePage, writeMiniProject } from '../../builders/mini-project';
import { callWx } from '../../builders/preview-data';
import { type OpenPreview, openPreview } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('wx.pageScrollTo', () => {
  let browser: Browser;
  let project: MiniProject;
  let app: OpenPreview;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await app.close();
    await project.remove();
  });

  const FAR = '<view style="height:2000px" />';

  const open = async (): Promise<void> => {
    project = await writeMiniProject(
      onePage(`<view id="top">头</view>${FAR}<box id="form" /><view id="end">尾</view>${FAR}`, {
        'pages/index/index.json': JSON.stringify({ usingComponents: { box: '/box' } }),
        'box.json': JSON.stringify({ component: true }),
        'box.js': 'Component({});',
        'box.wxml': '<view style="height:300px" /><view id="inner">里</view>',
      }),
    );
    app = await openPreview(browser, project.folder);
    await app.top.getByText('头').waitFor();
  };
  const scrollTo = (selector: string) =>
    callWx(app.page, 'pageScrollTo', { selector, duration: 0 });
  /** Where words stand below the upper edge of the page. */
  const heightOf = async (words: string): Promise<number> => {
    const word = await app.top.getByText(words, { exact: true }).boundingBox();
    const page = await app.top.boundingBox();
    return Math.round((word?.y ?? Number.NaN) - (page?.y ?? Number.NaN));
  };

  test('brings an element of the page to the upper edge', async () => {
    await open();
    await scrollTo('#end');
    expect(await heightOf('尾')).toBe(0);
  });

  test('finds what lies inside a component by >>> only', async () => {
    await open();
    expect(await scrollTo('#inner')).toHaveProperty('errMsg');
    expect(await heightOf('头')).toBe(0);
    await scrollTo('#form >>> #inner');
    expect(await heightOf('里')).toBe(0);
  });
});

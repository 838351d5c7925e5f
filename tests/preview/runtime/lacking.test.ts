import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import {
  type MiniProject,
  onePage,
  type ProjectFiles,
  writeMiniProject,
} from '../../builders/mini-project';
import { type OpenPreview, openPreview } from '../../builders/preview-page';

// A browser and a build, on a machine that may be busy.
jest.setTimeout(60_000);

describeInBrowser('what the preview lacks, it says', () => {
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

  const open = async (files: ProjectFiles) => {
    project = await writeMiniProject(files);
    app = await openPreview(browser, project.folder);
  };
  const notice = (text: string | RegExp) =>
    app.page.getByRole('alert').filter({ hasText: text }).first().waitFor();

  test('a component of the platform', async () => {
    await open(onePage('<live-pusher />'));
    await notice('live-pusher');
  });

  test('in a box as high as the page says, that covers nothing else', async () => {
    await open(
      onePage('<camera style="height:40px" /><view id="after">下一步</view>', {
        'app.wxss': 'page { font-size: 30px; }',
      }),
    );
    const note = await app.top.getByRole('note').boundingBox();
    const after = await app.top.locator('#after').boundingBox();
    expect(note?.height).toBe(40);
    expect(after?.y).toBe((note?.y ?? Number.NaN) + 40);
  });

  test('a tag that nobody declared', async () => {
    await open(onePage('<hazard-card />'));
    await notice('hazard-card');
  });

  test('an API', async () => {
    await open(
      onePage('<view bind:tap="go">走</view>', {
        'pages/index/index.js':
          "Page({ go() { wx.openBluetoothAdapter({ fail: (e) => console.log('failed', e.errMsg) }); } });",
      }),
    );
    await app.tap('走');
    await notice('openBluetoothAdapter');
  });

  test('an error that nobody caught, and App.onError hears it', async () => {
    await open(
      onePage('<view bind:tap="go">走</view>', {
        'app.js': "App({ onError(text) { console.log('heard', text.split('\\n')[0]); } });",
        'pages/index/index.js': "Page({ go() { throw new Error('坏了'); } });",
      }),
    );
    await app.tap('走');
    await notice('坏了');
    expect(app.console).toContain('heard Error: 坏了');
  });

  test('a script that leans on a browser, which WeChat is not', async () => {
    await open(
      onePage('<view>{{seen}}</view>', {
        'pages/index/index.js': `Page({ data: { seen: [typeof window, typeof document, typeof fetch,
          typeof localStorage, typeof TextEncoder, typeof wx].join(' ') } });`,
      }),
    );
    await app.top.getByText('undefined undefined undefined undefined undefined object').waitFor();
  });
});

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser } from '../../builders/browser';
import { callWx, pageData, waitForData } from '../../builders/preview-data';
import { type OpenPreview, openPreview, projectFolder } from '../../builders/preview-page';

jest.setTimeout(60_000);

describeInBrowser('what is shown', () => {
  let browser: Browser;
  let app: OpenPreview;
  const box = async (selector: string) => {
    const rect = await app.top.locator(selector).boundingBox();
    return rect && { width: rect.width, height: rect.height };
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    app = await openPreview(browser, projectFolder('builtins-controls'), '/pages/show/show');
    await waitForData(app.page, 'loaded');
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  test('an image is 320 × 240 unless styled; widthFix takes the height from the picture', async () => {
    expect(await box('.plain')).toEqual({ width: 320, height: 240 });
    expect(await box('.fix')).toEqual({ width: 100, height: 50 });
    expect((await pageData(app.page))['loaded']).toEqual({ width: 20, height: 10 });
  });

  test('an image that is not there tells so', async () => {
    expect(await waitForData(app.page, 'failed')).toHaveProperty('errMsg');
  });

  test('text keeps its lines and decodes entities', async () => {
    expect(await app.top.locator('.lines').textContent()).toBe('第一行\n第二行');
    expect(await app.top.locator('.decoded').textContent()).toBe('1\u00a0<\u00a02');
  });

  test('rich text shows both forms and runs nothing', async () => {
    expect(await app.top.locator('.html b').textContent()).toBe('粗');
    expect(await app.top.locator('.html script').count()).toBe(0);
    expect(await app.page.evaluate(() => Reflect.get(globalThis, 'hurt'))).toBeUndefined();
    const color = await app.top
      .getByText('列表')
      .evaluate((element) => getComputedStyle(element).color);
    expect(color).toBe('rgb(1, 2, 3)');
  });

  test('progress says how far it is', async () => {
    const bar = app.top.getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuenow')).toBe('40');
    expect(await bar.textContent()).toBe('40%');
  });

  test('a pressed view wears its hover class as long as it is pressed', async () => {
    const view = app.top.locator('.press');
    await view.hover();
    await app.page.mouse.down();
    await app.top.locator('.press.pressed').waitFor();
    await app.page.mouse.up();
    await app.top.locator('.press:not(.pressed)').waitFor();
  });

  test('a canvas gives its node to a query', async () => {
    const size = await app.page.evaluate(
      () =>
        new Promise((done) => {
          Reflect.get(globalThis, 'wx')
            .createSelectorQuery()
            .select('#paper')
            .fields({ node: true, size: true })
            .exec(([found]: { node: HTMLCanvasElement; width: number }[]) => {
              const context = found?.node.getContext('2d');
              context?.fillRect(0, 0, 5, 5);
              done([found?.width, context?.getImageData(1, 1, 1, 1).data[3]]);
            });
        }),
    );
    expect(size).toEqual([60, 255]);
  });

  test('a movable view stays in its area', async () => {
    const mover = app.top.locator('.mover');
    await mover.scrollIntoViewIfNeeded();
    const before = await mover.boundingBox();
    if (!before) throw new Error('no mover');
    await app.page.mouse.move(before.x + 5, before.y + 5);
    await app.page.mouse.down();
    await app.page.mouse.move(before.x + 500, before.y + 15, { steps: 4 });
    await app.page.mouse.up();
    expect((await pageData(app.page))['moved']).toMatchObject({ x: 160, y: 30, source: 'touch' });
  });

  test('match-media shows what fits the window', async () => {
    expect(await app.top.getByText('宽的').isVisible()).toBe(false);
    expect(await app.top.getByText('窄的').isVisible()).toBe(true);
  });

  test('what stands in a root portal is part of the page, outside of its place', async () => {
    const portal = app.top.getByText('在外面');
    expect(await portal.isVisible()).toBe(true);
    const parent = await portal.evaluate((it) => it.parentElement?.parentElement?.className);
    expect(parent).toContain('mp-page');
  });

  test('a component no browser can be stands there with its name, and a notice', async () => {
    expect(await app.top.locator('.map').textContent()).toContain('<map>');
    await app.page.getByRole('alert').filter({ hasText: 'map' }).waitFor();
  });

  test('an API which the preview lacks says so and fails', async () => {
    expect(await callWx(app.page, 'startBeaconDiscovery')).toEqual({
      errMsg: 'startBeaconDiscovery:fail preview does not support this API',
    });
    await app.page.getByRole('alert').filter({ hasText: 'wx.startBeaconDiscovery' }).waitFor();
    const wxOf = (name: string) =>
      app.page.evaluate((key) => typeof Reflect.get(Reflect.get(globalThis, 'wx'), key), name);
    expect(await wxOf('noSuchThing')).toBe('undefined');
    expect(await wxOf('startBeaconDiscovery')).toBe('function');
    const can = (query: string) =>
      app.page.evaluate((it) => Reflect.get(globalThis, 'wx').canIUse(it), query);
    expect(await can('startBeaconDiscovery')).toBe(false);
    expect(await can('chooseMedia.object.count')).toBe(true);
    expect(await can('button.open-type.chooseAvatar')).toBe(true);
  });
});

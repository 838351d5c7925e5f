import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { drawScene } from '../demo/photos/scenes';
import { launchBrowser } from '../lib/headless';
import { inRoot } from '../lib/paths';
import { type Product, startProduct } from '../lib/product';
import { SHOTS, type Shot } from './shots';

const HEIGHT = 844;

/** `/…/` is a pattern, anything else the whole name. */
const nameOf = (text: string): string | RegExp => {
  const pattern = /^\/(.*)\/$/.exec(text)?.[1];
  return pattern === undefined ? text : new RegExp(pattern);
};

const screenOf = (page: Page) => page.getByRole('main', { name: '手机' });

const tap = async (page: Page, role: 'button' | 'radio', name: string): Promise<void> => {
  const found = screenOf(page).getByRole(role, { name: nameOf(name) });
  await found.filter({ visible: true }).first().click();
};

const takePhoto = async (page: Page, name: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await tap(page, 'button', name);
  const agree = page.getByRole('button', { name: '同意', exact: true });
  await Promise.race([chooser, agree.click({ timeout: 3_000 }).catch(() => undefined)]);
  const buffer = Buffer.from(await (await drawScene('cabinet', Math.random)).jpeg(85));
  await (await chooser).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await see(page, '已存好 1 / 1');
};

const see = (page: Page, text: string): Promise<void> =>
  screenOf(page).getByText(text).filter({ visible: true }).first().waitFor({ timeout: 20_000 });

/** One step on the way: `button:提交`, `radio:用电`, `photo:拍照报隐患`, `see:…`, `scroll:…`. */
const step = async (page: Page, text: string): Promise<void> => {
  const at = text.indexOf(':');
  const [kind, rest] = [text.slice(0, at), text.slice(at + 1)];
  switch (kind) {
    case 'button':
    case 'radio':
      return tap(page, kind, rest);
    case 'photo':
      return takePhoto(page, rest);
    case 'see':
      return see(page, rest);
    case 'scroll':
      return screenOf(page).getByText(rest).first().scrollIntoViewIfNeeded();
    default:
      throw new Error(`no step ${text}`);
  }
};

const shoot = async (browser: Browser, product: Product, shot: Shot): Promise<void> => {
  const { name, who, at, waitFor, font = 1, width = 390, taps = [] } = shot;
  const page = await browser.newPage({ viewport: { width, height: HEIGHT }, deviceScaleFactor: 2 });
  const path = 'path' in at ? at.path : product.codePath(at.code);
  await page.goto(`${product.url}/?who=${who}&font=${font}&bare=1#/${path}`);
  await see(page, waitFor);
  for (const text of taps) await step(page, text);
  await page.evaluate(() => document.fonts.ready);
  // What fades in or loads its thumbnail has settled by then.
  await page.waitForTimeout(800);
  await page.screenshot({ path: inRoot('docs', 'screens', `${name}.png`) });
  await page.close();
  console.log(`  ${name}`);
};

const index = (): string =>
  [
    '# Screens',
    '',
    'Made by `npm run screenshots` from the demonstration; people and places are invented.',
    '',
    ...SHOTS.flatMap(({ name, title }) => [
      `## ${title}`,
      '',
      `![${title}](screens/${name}.png)`,
      '',
    ]),
  ].join('\n');

console.log('正在拍界面 taking pictures of the pages …');
const only = process.argv.slice(2);
const [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
try {
  fs.mkdirSync(inRoot('docs', 'screens'), { recursive: true });
  for (const shot of SHOTS) {
    if (only.length === 0 || only.includes(shot.name)) await shoot(browser, product, shot);
  }
  fs.writeFileSync(inRoot('docs', 'screens.md'), index());
} finally {
  await browser.close();
  await product.close();
}

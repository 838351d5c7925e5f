import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Preview, type PreviewOptions, startPreview } from '@anshao/preview';
import type { Browser, Locator, Page } from 'playwright-core';

const projects = path.join(path.dirname(fileURLToPath(import.meta.url)), '../preview/projects');

/** Folder of one of the small projects in tests/preview/projects. */
export function projectFolder(name: string): string {
  return path.join(projects, name);
}

/** A project open in a browser page. */
export interface OpenPreview {
  readonly preview: Preview;
  readonly page: Page;
  /** What was written to the console, in order. */
  readonly console: readonly string[];
  /** The page of the mini-program now on top. */
  readonly top: Locator;
  /** Taps what shows exactly this text on the page on top. */
  tap(text: string): Promise<void>;
  /** Opens `/pages/x/x?query` in the running preview. */
  open(address: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the preview of a folder and opens it at `address`. */
export async function openPreview(
  browser: Browser,
  folder: string,
  address = '',
  options: Partial<PreviewOptions> = {},
): Promise<OpenPreview> {
  const preview = await startPreview({ project: folder, watch: false, ...options });
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const top = page.locator('.mp-page:not([hidden])');
  await page.goto(`${preview.url}/${address === '' ? '' : `#${address}`}`);
  return {
    preview,
    page,
    console: lines,
    top,
    tap: (text) => top.getByText(text, { exact: true }).click(),
    async open(next) {
      await page.goto(`${preview.url}/#${next}`);
    },
    async close() {
      await context.close();
      await preview.close();
    },
  };
}

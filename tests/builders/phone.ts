import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { withPhoneData } from '../../scripts/demo/photos/exif';
import { drawScene, type Scene } from '../../scripts/demo/photos/scenes';
import type { Product } from '../../scripts/lib/product';

type Network = '正常' | '慢' | '断网' | '发出后收不到回答';

interface Hold {
  /** openid of the demonstration; missing is a person nobody knows. */
  readonly who?: string;
  readonly font?: number;
  readonly width?: number;
}

/** A photo as a phone would give it, with EXIF and GPS in it. */
const aJpeg = async (scene: Scene): Promise<Buffer> =>
  Buffer.from(
    withPhoneData(await drawScene(scene, Math.random).jpeg(80), {
      make: 'HUAWEI',
      model: 'P60',
      taken: '2026:11:24 10:24:00',
      latitude: 34.26,
      longitude: 108.94,
    }),
  );

/** Somebody's phone in the browser, with the settings beside it. */
export class Phone {
  private constructor(readonly page: Page) {}

  /** Turns a phone on at a page (app.json's path with its query). */
  static async open(
    browser: Browser,
    product: Product,
    path: string,
    { who = `stranger-${randomBytes(4).toString('hex')}`, font = 1, width = 390 }: Hold = {},
  ): Promise<Phone> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(`${product.url}/?who=${who}&font=${font}&width=${width}#/${path}`);
    const phone = new Phone(page);
    await phone.top.waitFor();
    return phone;
  }

  /** The page on top of the stack. */
  get top(): Locator {
    return this.page.locator('[data-route]:visible').last();
  }

  get screen(): Locator {
    return this.page.getByRole('main', { name: '手机' });
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name }).filter({ visible: true }).first();
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  async choose(role: 'radio' | 'checkbox' | 'tab', name: string | RegExp): Promise<void> {
    await this.screen.getByRole(role, { name }).filter({ visible: true }).first().click();
  }

  /** Waits until the page on top says so. */
  async sees(text: string | RegExp): Promise<void> {
    const said = this.screen.getByText(text).filter({ visible: true }).first();
    await said.waitFor({ timeout: 40_000 }).catch(async (error: Error) => {
      throw new Error(`not seen: ${text}; the page says: ${await this.text()}`, { cause: error });
    });
  }

  /** What the page on top says. */
  async text(): Promise<string> {
    return (await this.top.textContent()) ?? '';
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.page.url().replace(/#.*$/, `#/${path}`));
    await this.page.reload();
    await this.top.waitFor();
  }

  /** What is beside the phone: the network and the clock. */
  async network(kind: Network): Promise<void> {
    await this.page.getByRole('radio', { name: kind, exact: true }).check();
  }

  /** Taps what opens the camera, agrees to WeChat's sheet the first time, takes one photo. */
  async takePhoto(tapped: string | RegExp, scene: Scene): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap(tapped);
    await this.agreeUntil(chooser);
    const buffer = await aJpeg(scene);
    await (await chooser).setFiles({ name: `${scene}.jpg`, mimeType: 'image/jpeg', buffer });
  }

  /** WeChat's privacy sheet comes before the first photo, its choice of camera or album after. */
  private async agreeUntil(done: Promise<unknown>): Promise<void> {
    const agree = this.page.getByRole('button', { name: '同意', exact: true });
    const camera = this.page.getByRole('button', { name: '拍摄', exact: true });
    const asked = agree
      .or(camera)
      .waitFor({ timeout: 3_000 })
      .then(
        () => agree.or(camera).click(),
        () => undefined,
      );
    await Promise.race([done, asked]);
  }

  /** How far the content is wider than the screen, px: 0 where nothing is cut off. */
  overflow(): Promise<number> {
    return this.top.evaluate((element) => element.scrollWidth - element.clientWidth);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

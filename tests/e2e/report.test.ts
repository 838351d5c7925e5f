import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Scene } from '../../scripts/demo/photos/scenes';
import { type Product, startProduct } from '../../scripts/lib/product';
import { describeInBrowser, launchBrowser } from '../builders/browser';
import { Phone } from '../builders/phone';

jest.setTimeout(120_000);

const PLACE = '示范机械厂 冲压车间 · 3 号压力机旁';
const OFFICER = 'demo-machine-officer';

describeInBrowser('a hazard from the scanned code to the union and back', () => {
  let browser: Browser;
  let product: Product;
  const phones: Phone[] = [];
  const open = async (
    ...args: Parameters<typeof Phone.open> extends [unknown, unknown, ...infer R] ? R : never
  ) => {
    const phone = await Phone.open(browser, product, ...args);
    phones.push(phone);
    return phone;
  };

  beforeAll(async () => {
    [browser, product] = await Promise.all([launchBrowser(), startProduct()]);
  });
  afterEach(async () => {
    for (const phone of phones.splice(0)) await phone.close();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  /** The red button takes the first photo and opens the report; the others are optional. */
  const photograph = async (phone: Phone, first: Scene, ...others: Scene[]) => {
    await phone.takePhoto('拍照报隐患', first);
    await phone.sees('是哪一类');
    for (const scene of others) await phone.takePhoto(/再拍一张/, scene);
  };

  /** The five taps: the red button, shutter and use (the system's), a tile, 提交. */
  const reportThree = async (phone: Phone, category = '机械防护') => {
    await photograph(phone, 'press', 'guard', 'oil');
    await phone.choose('radio', category);
    await phone.tap('提交');
  };

  const caseNumber = async (phone: Phone) => {
    const [number] = /20\d\d-[0-9A-Z]{6}/.exec(await phone.text()) ?? [];
    if (number === undefined) throw new Error('no number on the receipt');
    return number;
  };

  test('a worker reports with three photos, the union finds it true, the reporter sees and checks it', async () => {
    const worker = await open(product.codePath('示范机械厂 喷漆房'), { who: 'e2e-worker' });
    await worker.sees('喷漆房');
    await reportThree(worker);
    await worker.sees('收到了，谢谢您');
    await worker.sees('3 / 3 张已存好');
    expect(await worker.text()).toMatch(/([0-9A-Z]{4}-){4}[0-9A-Z]{4}/);
    const number = await caseNumber(worker);

    const officer = await open('pages/work/work', { who: OFFICER });
    await officer.sees(new RegExp(number));
    await officer.tap(/^受理：机械防护 · 喷漆房/);
    await officer.sees(/已受理/);
    await officer.tap(/^去核实：机械防护 · 喷漆房/);
    await officer.sees('到现场看了，属实吗');
    await officer.choose('radio', '属实');
    await officer.choose('radio', '一般隐患');
    await officer.choose('checkbox', /对不上任何一条/);
    await officer.tap('记为属实');
    await officer.choose('checkbox', '我到现场看过');
    await officer.page.getByRole('dialog').getByRole('button', { name: '记为属实' }).click();
    await officer.sees('待写建议书');

    await worker.open('subpackages/hazard/mine/mine');
    await worker.sees('待写建议书');
    await worker.tap(/看进展/);
    await worker.sees('工会核实：属实');
    await worker.tap(/还没核对/);
    await worker.sees('核对过，对得上');
    await worker.open('pages/messages/messages');
    await worker.sees('工会核实：属实');
  });

  test('the network is cut in the middle: nothing is lost, and it goes on by itself', async () => {
    const worker = await open(product.codePath(PLACE), { who: 'e2e-cut', font: 1.6 });
    await worker.sees('拍照报隐患');
    await worker.network('慢');
    await photograph(worker, 'cabinet', 'exit', 'press');
    await worker.network('断网');
    await worker.choose('radio', '用电');
    await worker.tap('提交');
    await worker.sees('存好了，还没提交');
    // A killed app: the page is loaded anew, still without a network.
    await worker.open('subpackages/hazard/mine/mine');
    await worker.sees(/用电/);
    await worker.network('正常');
    await worker.sees(/存好了，等工会收/);
    await worker.tap(/看进展/);
    await worker.sees('3 / 3 张已存好');
  });

  test('an answer lost on the way does not make two reports of one', async () => {
    const worker = await open(product.codePath(PLACE), { who: 'e2e-lost' });
    await photograph(worker, 'tank');
    await worker.sees('已存好 1 / 1');
    await worker.choose('radio', '特种设备');
    await worker.network('发出后收不到回答');
    await worker.tap('提交');
    // Its three tries are over: from now on it goes on once a minute, or when asked to.
    await worker.sees('存好了，还没提交');
    await worker.network('正常');
    await worker.tap('现在再试一次');
    await worker.sees('收到了，谢谢您');
    await worker.open('subpackages/hazard/mine/mine');
    await worker.sees('全部 1');
  });

  test('the place page shows nothing of a report before it is found true', async () => {
    const path = product.codePath('示例家具厂 成品仓库');
    const before = await open(path);
    await before.sees('这里看三样');
    expect(await before.text()).toContain('还没核实的不在这里显示');
    expect(await before.text()).not.toMatch(/20\d\d-[0-9A-Z]{6}/);
    expect(await before.text()).not.toContain('待受理');
    expect(await before.screen.locator('img').count()).toBe(0);
  });

  test('a tired worker on a small phone with large type can do it too', async () => {
    for (const hold of [
      { font: 1.6, width: 390 },
      { font: 1, width: 320 },
      { font: 1.6, width: 320 },
    ]) {
      const worker = await open(product.codePath(PLACE), hold);
      await worker.sees('拍照报隐患');
      expect(await worker.overflow()).toBeLessThanOrEqual(1);
      await photograph(worker, 'dust');
      expect(await worker.overflow()).toBeLessThanOrEqual(1);
      await worker.tap('提交');
      await worker.sees('还差一步：点一个类别');
      await worker.choose('radio', '说不清');
      await worker.tap('提交');
      await worker.sees('1 / 1 张已存好');
      expect(await worker.overflow()).toBeLessThanOrEqual(1);
    }
  });

  test('who asks for the union above is not seen by the firm’s own', async () => {
    const worker = await open(product.codePath(PLACE), { who: 'e2e-superior' });
    await photograph(worker, 'edge');
    await worker.choose('radio', '高处坠落');
    await worker.choose('checkbox', /请上级工会来办/);
    await worker.tap('提交');
    await worker.sees('收到了，谢谢您');
    const number = await caseNumber(worker);
    const above = await open('pages/work/work', { who: 'demo-east-officer' });
    await above.sees(new RegExp(number));
    const own = await open('pages/work/work', { who: OFFICER });
    await own.sees('最急的在最上面');
    expect(await own.text()).not.toContain(number);
  });
});

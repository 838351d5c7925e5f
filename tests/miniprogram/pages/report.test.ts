import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';
import { FakeUnion } from '../support/union';

const PLACE = 'A'.repeat(20);
const ROUTE = 'subpackages/hazard/report/report';

let phone: FakePhone;
let union: FakeUnion;
let app: App;
let draft: string;
let page: OpenPage;

const start = async (photos: number) => {
  app = await startApp(phone);
  const place = { place: PLACE, placeName: '冲压车间', unitName: '示范机械厂' };
  draft = (await app.drafts.newDraft(place, NOW)).id;
  for (let n = 1; n <= photos; n++) await app.drafts.addPhoto(draft, phone.takePhoto(`p${n}`));
  page = openPage(ROUTE, { draft });
};

beforeEach(() => {
  jest.useFakeTimers();
  phone = new FakePhone();
  union = new FakeUnion().serve(phone);
});

const sent = () => [...union.cases.values()][0];
const isReceiptOpen = () => phone.opened.some((url) => url.includes('receipt/receipt?draft='));

describe('five taps', () => {
  test('a photo, a tile and 提交 are a report; the receipt takes the page’s place', async () => {
    await start(1);
    await page.tap('机械防护');
    expect(page.isOn('机械防护')).toBe(true);
    await page.tap('提交');
    await settle(1000);
    expect(sent()).toMatchObject({ place: PLACE, category: 'machine', danger: false });
    expect(sent()).not.toHaveProperty('words');
    expect(isReceiptOpen()).toBe(true);
  });

  test('without a photo it is a report as well', async () => {
    await start(0);
    expect(page.text).toContain('拍一张');
    await page.tap('说不清');
    await page.tap('提交');
    await settle(1000);
    expect(sent()).toMatchObject({ category: 'unclear', photos: [] });
  });

  test('提交 is never dimmed: it says what is missing and goes there', async () => {
    await start(1);
    await page.tap('提交');
    expect(page.text).toContain('还差一步：点一个类别');
    expect(phone.opened).toContain('scroll #category');
    expect(union.cases.size).toBe(0);
    await page.tap('用电');
    expect(page.shows('还差一步')).toBe(false);
  });
});

describe('photos', () => {
  test('show how far each one is, and count what is really stored', async () => {
    let finish = () => {};
    phone.uploads = (index) => (index === 1 ? 'cut' : 'ok');
    await start(3);
    const serve = phone.cloud;
    phone.cloud = (call, n) => {
      if (call.method !== 'hazard.photo' || union.stored.length > 0) return serve(call, n);
      return new Promise((resolve) => {
        finish = () => resolve(serve(call, n));
      });
    };
    await settle(100);
    expect(page.text).toContain('已存好 0 / 3');
    expect(page.labels('第 1 张照片')).toEqual(['第 1 张照片，上传到 62%']);
    finish();
    await settle(100);
    expect(page.text).toContain('已存好 2 / 3');
    expect(page.labels('第 2 张照片')).toEqual(['第 2 张照片，没传上去，点这里重传']);
    phone.uploads = () => 'ok';
    await page.tap('点这里重传');
    await settle(100);
    expect(page.text).toContain('已存好 3 / 3');
  });

  test('are removed only after they have been looked at', async () => {
    await start(2);
    await settle(100);
    await page.tap('第 1 张照片，已存好');
    await page.tap('留着');
    expect(page.text).toContain('已存好 2 / 2');
    await page.tap('第 1 张照片，已存好');
    await page.tap('删掉这张');
    expect(page.text).toContain('已存好 1 / 1');
  });

  test('still on their way do not hold up the report', async () => {
    phone.uploads = () => 'cut';
    await start(2);
    await settle(100);
    await page.tap('用电');
    await page.tap('提交');
    await settle(1000);
    expect(sent()?.['photos']).toHaveLength(2);
    expect(isReceiptOpen()).toBe(true);
  });

  test('another one can be taken, and a phone without room says so', async () => {
    await start(0);
    phone.photos = [phone.takePhoto('new')];
    await page.tap('拍一张');
    await settle(100);
    expect(page.text).toContain('已存好 1 / 1');
    phone.photos = ['wxfile://tmp_gone.jpg'];
    await page.tap('再拍一张');
    await settle(100);
    expect(page.text).toContain('手机里放不下这张照片了');
  });
});

describe('what may be added', () => {
  test('words, danger and the superior union lie in the draft at once', async () => {
    await start(0);
    await page.type('补充一句', '防护罩被拆了');
    await page.tap('现在有人在里面/在干有危险先打 119、120；勾了马上提醒工会');
    await page.tap('请上级工会来办本单位工会看不到来源，人少的地方可选');
    expect(app.drafts.readDraft(draft)).toMatchObject({
      words: '防护罩被拆了',
      danger: true,
      toSuperior: true,
    });
    app = await startApp(phone);
    page = openPage(ROUTE, { draft });
    expect(page.valueOf('补充一句')).toBe('防护罩被拆了');
  });

  test('somebody in danger now: whom to call stands there at once', async () => {
    await start(0);
    expect(page.labels('打电话')).toEqual([]);
    await page.tap('现在有人在里面/在干有危险先打 119、120；勾了马上提醒工会');
    await page.tap('打电话 120 急救');
    expect(phone.opened).toContain('call 120');
  });

  test('the place can be changed by another code; what was filled in stays', async () => {
    await start(0);
    const other = 'B'.repeat(20);
    phone.cloud = () => ({
      ok: true,
      now: NOW,
      output: { code: other, name: '装配车间', unitName: '示范机械厂', hazards: [], fixed: 0 },
    });
    await page.tap('用电');
    phone.scanned = { path: `subpackages/place/page/page?scene=${other}` };
    await page.tap('改地点，扫别的码');
    await settle(100);
    expect(page.text).toContain('装配车间');
    expect(page.isOn('用电')).toBe(true);
    expect(app.drafts.readDraft(draft)).toMatchObject({ place: other });
  });

  test('a code that is no place changes nothing and says so', async () => {
    await start(0);
    phone.scanned = { result: 'https://example.com' };
    await page.tap('改地点，扫别的码');
    expect(page.text).toContain('这不是地点的码，地点没有改');
    expect(page.text).toContain('冲压车间');
  });
});

describe('without network', () => {
  test('it is kept, says so, and is sent by itself when the network is back', async () => {
    await start(1);
    phone.setOnline(false);
    await page.tap('机械防护');
    await page.tap('提交');
    expect(page.text).toContain('存好了，还没提交');
    expect(page.text).toContain('照片 1 张、类别、地点都在');
    await settle(10_000);
    expect(union.cases.size).toBe(0);
    phone.setOnline(true);
    await settle(10_000);
    expect(union.cases.size).toBe(1);
    expect(isReceiptOpen()).toBe(true);
  });

  test('the draft can be looked at again, and waits for another tap', async () => {
    await start(0);
    phone.setOnline(false);
    await page.tap('机械防护');
    await page.tap('提交');
    await settle(10_000);
    await page.tap('看草稿');
    expect(page.text).toContain('是哪一类');
    phone.setOnline(true);
    await settle(10_000);
    expect(union.cases.size).toBe(0);
  });
});

describe('a report that is not taken', () => {
  test('says why, with a number, and keeps everything', async () => {
    await start(0);
    union.refusals.set('hazard.report', 'PLACE_CLOSED');
    await page.tap('机械防护');
    await page.tap('提交');
    await settle(1000);
    expect(page.text).toContain('这个地点的码已经停用');
    expect(page.text).toMatch(/编号 R-[0-9A-Z]{4}/);
    expect(page.isOn('机械防护')).toBe(true);
    expect(page.shows('再试')).toBe(false);
  });

  test('a draft that is not on this phone is no blank page', async () => {
    await startApp(phone);
    page = openPage(ROUTE, { draft: 'X'.repeat(24) });
    expect(page.text).toContain('这份草稿不在了');
    await page.tap('回首页');
    expect(phone.opened).toContain('/pages/home/home');
  });
});

test('in large type the tiles are rows and the hints fold away', async () => {
  phone.fontScale = 1.6;
  await start(1);
  await settle(100);
  expect(page.shows('别拍人脸')).toBe(false);
  expect(page.shows('人少的地方可选')).toBe(false);
  expect(page.text).toContain('提交');
});

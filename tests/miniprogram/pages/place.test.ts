import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { type OpenPage, openPage, settle } from '../support/page';
import { answered, FakePhone, NOW, refused } from '../support/phone';
import { FakeUnion } from '../support/union';

const CODE = 'A'.repeat(20);
const ROUTE = 'subpackages/place/page/page';
const place = {
  code: CODE,
  name: '冲压车间',
  unitName: '示范机械厂',
  unionName: '示范机械厂工会',
  equipment: '压力机',
  duty: { name: '厂值班室', phone: '0535-6600119' },
  hazards: [
    { wording: '配电箱门敞开', state: 'rectifying', due: Date.UTC(2026, 4, 27, 16) },
    { wording: '地面油污打滑', state: 'served', level: 'suspectedMajor' },
  ],
  fixed: 3,
};

let phone: FakePhone;
let app: App;
let page: OpenPage;

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  phone.cloud = () => answered(place);
  app = await startApp(phone);
});

const open = async (ms = 100) => {
  page = openPage(ROUTE, { scene: CODE });
  await settle(ms);
};
const drafts = () => app.drafts.allDrafts();

describe('a scanned place', () => {
  test('says where one is, whom to call, and what is being done', async () => {
    await open();
    for (const words of [
      '冲压车间',
      '示范机械厂工会',
      '119',
      '120',
      '厂值班室',
      '正在处理的 · 2 条',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.labels('状态：')).toEqual(['状态：整改中', '状态：疑似重大', '状态：待答复']);
    expect(page.text).toContain('还剩 2 天');
    expect(page.text).toContain('还没核实的不在这里显示');
  });

  test('asks only for the page, and for nobody’s identity', async () => {
    await open();
    expect(phone.sent.map(({ method, input }) => [method, input])).toEqual([
      ['place.page', { code: CODE }],
    ]);
  });

  test('calls the site with one tap', async () => {
    await open();
    await page.tap('打电话给厂值班室');
    expect(phone.opened).toContain('call 0535-6600119');
  });

  test('is remembered on this phone alone', async () => {
    await open();
    expect(app.places.knownPlaces()).toEqual([
      { code: CODE, name: '冲压车间', unitName: '示范机械厂', hazards: 2 },
    ]);
  });

  test('leads from the camera straight into a report with the photo', async () => {
    await open();
    new FakeUnion().serve(phone);
    phone.photos = [phone.takePhoto('one')];
    await page.tap('拍照报隐患');
    await settle(100);
    const [draft] = drafts();
    expect(draft).toMatchObject({ place: CODE, placeName: '冲压车间' });
    expect(draft?.photos).toHaveLength(1);
    expect(phone.opened).toEqual([`/subpackages/hazard/report/report?draft=${draft?.id}`]);
  });

  test('with the camera closed or refused, a report needs no photo', async () => {
    await open();
    expect(page.shows('没有照片也能报')).toBe(false);
    await page.tap('拍照报隐患');
    expect(drafts()).toEqual([]);
    await page.tap('没有照片也能报');
    expect(drafts()).toHaveLength(1);
  });

  test('offers to go on with what was not finished here', async () => {
    const draft = await app.drafts.newDraft(
      { place: CODE, placeName: '冲压车间', unitName: '' },
      NOW,
    );
    await open();
    expect(page.text).toContain('有一条还没提交');
    await page.tap('有一条还没提交接着报，填过的都在');
    expect(phone.opened).toEqual([`/subpackages/hazard/report/report?draft=${draft.id}`]);
  });

  test('without public hazards says so', async () => {
    phone.cloud = () => answered({ ...place, hazards: [], fixed: 0 });
    await open();
    expect(page.text).toContain('这里没有公开在办的隐患');
    expect(page.shows('工会复查通过')).toBe(false);
  });
});

describe('a code that leads nowhere', () => {
  test.each([
    ['PLACE_UNKNOWN', '这个码认不出来'],
    ['BAD_INPUT', '这个码认不出来'],
    ['PLACE_CLOSED', '这个地点的码停用了'],
  ])('%s says what to do, and whom to call in danger', async (code, words) => {
    phone.cloud = () => refused(code);
    await open();
    expect(page.text).toContain(words);
    expect(page.text).toContain('119');
    expect(page.shows('拍照报隐患')).toBe(false);
    phone.scanned = { path: `${ROUTE}?scene=${'B'.repeat(20)}` };
    await page.tap('再扫一次');
    expect(phone.opened).toEqual([`/${ROUTE}?scene=${'B'.repeat(20)}`]);
  });
});

test('a torn code is a dead code, not a blank page', async () => {
  phone.cloud = () => refused('PLACE_UNKNOWN');
  page = openPage(ROUTE, { scene: '%E0%A4%A' });
  await settle(100);
  expect(page.text).toContain('这个码认不出来');
});

describe('without network', () => {
  test('the place is still named from memory and a report can be made', async () => {
    await open();
    phone.setOnline(false);
    app = await startApp(phone);
    await open(60_000);
    expect(page.text).toContain('现在没有网络');
    expect(page.text).toContain('冲压车间');
    expect(page.text).toContain('119');
    await page.tap('拍照报隐患');
    await page.tap('没有照片也能报');
    expect(drafts()[0]).toMatchObject({ place: CODE, placeName: '冲压车间' });
  });

  test('再试 reads it again', async () => {
    phone.setOnline(false);
    await open(60_000);
    phone.setOnline(true);
    await page.tap('再试');
    await settle(100);
    expect(page.text).toContain('配电箱门敞开');
  });
});

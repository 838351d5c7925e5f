import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { type OpenPage, openPage, settle } from '../support/page';
import { answered, FakePhone, NOW, refused } from '../support/phone';
import { FakeUnion } from '../support/union';

const PLACE = 'A'.repeat(20);
const TEMPLATE = 'anshao-reporter-progress';

let phone: FakePhone;
let union: FakeUnion;
let app: App;
let draft: string;
let page: OpenPage;

/** A report that has been sent, with photos of which some may not have arrived. */
const reported = async (photos: number) => {
  app = await startApp(phone);
  const place = { place: PLACE, placeName: '冲压车间', unitName: '示范机械厂' };
  draft = (await app.drafts.newDraft(place, NOW)).id;
  for (let n = 1; n <= photos; n++) await app.drafts.addPhoto(draft, phone.takePhoto(`p${n}`));
  app.drafts.changeDraft(draft, () => ({ category: 'machine' }));
  const sending = app.outbox.submit(draft);
  await settle(100);
  await sending;
  page = openPage('subpackages/hazard/receipt/receipt', { draft });
};

beforeEach(() => {
  jest.useFakeTimers();
  phone = new FakePhone();
  union = new FakeUnion().serve(phone);
});

describe('a receipt', () => {
  test('shows the two numbers and what comes next, and has then been seen', async () => {
    await reported(0);
    const code = app.drafts.readDraft(draft)?.code ?? '';
    expect(page.text).toContain('2026-7QHK2M');
    expect(page.text).toContain(code.replace(/(.{4})(?=.)/g, '$1-'));
    expect(page.text).toContain('工会告诉您已收到\n5月26日前');
    expect(page.text).toContain('到现场核实\n5月28日前');
    expect(app.drafts.unseenReceipts()).toEqual([]);
  });

  test('says 已存好 only of photos that the cloud has read back', async () => {
    phone.uploads = (index) => (index === 1 ? 'cut' : 'ok');
    await reported(2);
    expect(page.text).toContain('0 / 2 张已存好');
    expect(page.text).toContain('第 1 张还在传，先别关');
    await settle(1000);
    expect(page.text).toContain('1 / 2 张已存好');
    expect(page.text).toContain('有照片没传上去，点它重传');
    await page.tap('第 2 张照片，没传上去，点这里重传');
    await settle(1000);
    expect(page.text).toContain('2 / 2 张已存好');
    expect(page.text).toContain('拍摄地点等信息已清除');
  });

  test('copies the code', async () => {
    await reported(0);
    const copied: string[] = [];
    Object.assign(wx, {
      setClipboardData: ({ data, success }: { data: string; success: () => void }) => {
        copied.push(data);
        success();
      },
    });
    await page.tap('复制查询码');
    expect(copied).toEqual([app.drafts.readDraft(draft)?.code]);
    expect(page.text).toContain('查询码复制好了');
  });

  test('that is not on this phone any more leads to 我报的隐患', async () => {
    await startApp(phone);
    page = openPage('subpackages/hazard/receipt/receipt', { draft: 'gone' });
    expect(page.text).toContain('这张回执不在这里了');
    await page.tap('我报的隐患');
    expect(phone.opened).toEqual(['/subpackages/hazard/mine/mine']);
  });
});

describe('已告知现场负责人？', () => {
  test('notes the answer for the case', async () => {
    await reported(0);
    await page.tap('没告诉');
    await settle(100);
    expect(page.isOn('没告诉')).toBe(true);
    expect(phone.sent.find(({ method }) => method === 'hazard.tellSite')).toMatchObject({
      input: { id: `case-${draft}`, answer: 'notTold' },
      seen: 1,
    });
    expect(page.text).toContain('记下了');
  });

  test('that was not noted is not shown as noted', async () => {
    await reported(0);
    union.refusals.set('hazard.tellSite', 'NOT_NOW');
    await page.tap('告诉了');
    await settle(100);
    expect(page.isOn('告诉了')).toBe(false);
    expect(page.shows('记下了')).toBe(false);
  });
});

describe('提醒我', () => {
  test('once accepted gives way to the progress page', async () => {
    await reported(0);
    phone.subscribe = () => ({ [TEMPLATE]: 'accept' });
    await page.tap('提醒我');
    await settle(100);
    expect(page.text).toContain('会提醒您');
    await page.tap('看办理进展');
    expect(phone.opened).toEqual([`/subpackages/hazard/progress/progress?id=case-${draft}`]);
  });

  test('switched off in WeChat says where to switch it on', async () => {
    await reported(0);
    phone.subscribe = () => ({ errCode: 20004 });
    await page.tap('提醒我');
    await settle(100);
    expect(page.text).toContain('微信总开关关着');
    expect(page.text).toContain('提醒我');
  });
});

test('still works after the person has been in another app', async () => {
  await reported(1);
  await settle(1000);
  await app.outbox.resumeAll();
  phone.subscribe = () => ({ [TEMPLATE]: 'accept' });
  await page.tap('提醒我');
  await settle(100);
  expect(page.text).toContain('会提醒您');
});

test('再报一处 goes back to the same place', async () => {
  await reported(0);
  await page.tap('再报一处');
  expect(phone.opened).toEqual([`/subpackages/place/page/page?scene=${PLACE}`]);
});

test('a cloud that refuses after the receipt does not take it away', async () => {
  await reported(1);
  phone.cloud = () => refused('INTERNAL');
  await settle(60_000);
  expect(page.text).toContain('2026-7QHK2M');
  phone.cloud = () => answered({});
});

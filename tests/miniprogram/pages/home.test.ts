import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type App, startApp } from '../support/app';
import { type OpenPage, openPage, settle } from '../support/page';
import { answered, FakePhone, NOW } from '../support/phone';
import { FakeUnion } from '../support/union';

const CODE = 'A'.repeat(20);
const firm = { id: 'firm', kind: 'enterprise', name: '示范机械厂', unionName: '示范机械厂工会' };

let phone: FakePhone;
let app: App;
let duties = 0;
let posts: unknown[] = [];
let mine: unknown[] = [];

beforeEach(async () => {
  jest.useFakeTimers();
  phone = new FakePhone();
  phone.pages = [{ route: 'pages/home/home', options: {} }];
  posts = [];
  mine = [];
  phone.cloud = ({ method }) =>
    answered(method === 'hazard.mine' ? { items: mine, more: false } : { posts, unread: 0 });
  app = await startApp(phone);
});

const open = async (): Promise<OpenPage> => {
  const page = openPage('pages/home/home');
  await settle(100);
  return page;
};

describe('首页', () => {
  test('leads from a code to its place', async () => {
    const page = await open();
    phone.scanned = { path: `subpackages/place/page/page?scene=${CODE}` };
    await page.tap('扫码报隐患');
    expect(phone.opened).toEqual([`/subpackages/place/page/page?scene=${CODE}`]);
  });

  test('says when a code is none of ours, and nothing when the camera is closed', async () => {
    const page = await open();
    phone.scanned = { result: 'https://example.com' };
    await page.tap('扫码报隐患');
    expect(page.text).toContain('这不是地点的码');
    phone.scanned = undefined;
    await page.tap('扫码报隐患');
    expect(page.shows('这不是地点的码')).toBe(false);
  });

  test('keeps the places one has been to', async () => {
    app.places.rememberPlace({ code: CODE, name: '冲压车间', unitName: '', hazards: 2 });
    const page = await open();
    expect(page.text).toContain('公开在办 2 条');
    await page.tap('冲压车间公开在办 2 条');
    expect(phone.opened).toEqual([`/subpackages/place/page/page?scene=${CODE}`]);
  });

  test('shows an unfinished report, and asks the cloud about none on a phone without any', async () => {
    const draft = await app.drafts.newDraft(
      { place: CODE, placeName: '冲压车间', unitName: '' },
      NOW,
    );
    const page = await open();
    expect(page.text).toContain('还没提交');
    expect(phone.sent.map(({ method }) => method)).not.toContain('hazard.mine');
    await page.tap('冲压车间还没提交');
    expect(phone.opened).toEqual([`/subpackages/hazard/report/report?draft=${draft.id}`]);
  });

  test('leads to the receipt of a report that went off by itself', async () => {
    const draft = await app.drafts.newDraft(
      { place: CODE, placeName: '冲压车间', unitName: '' },
      NOW,
    );
    const page = await open();
    new FakeUnion().serve(phone);
    void app.outbox.submit(draft.id);
    await settle(100);
    expect(page.text).toContain('提交上去了，看回执和查询码');
    await page.tap('冲压车间提交上去了，看回执和查询码');
    expect(phone.opened).toEqual([`/subpackages/hazard/receipt/receipt?draft=${draft.id}`]);
  });

  test('shows what waits for the reporter’s own eyes', async () => {
    app.receipts.keepReceipt({ caseId: 'c1', number: 'n', code: 'c', title: 't', reportedAt: NOW });
    const head = { number: '2026-7QHK2M', acknowledged: true };
    mine = [
      { id: 'c1', version: 1, head: { ...head, title: '防护罩被拆', state: 'toRecheck' } },
      { id: 'c2', version: 1, head: { ...head, title: '别的', state: 'toVerify' } },
    ];
    const page = await open();
    expect(page.text).toContain('等您看一眼');
    expect(page.text).toContain('企业说改好了，您看呢？');
    expect(page.shows('别的')).toBe(false);
  });
});

describe('a cold start', () => {
  const post = () => ({ role: 'officer', lead: false, unit: firm, duties });

  test('begins at 办理 for somebody with something due', async () => {
    duties = 2;
    posts = [post()];
    await open();
    expect(phone.opened).toEqual(['/pages/work/work']);
  });

  test('begins here when nothing is due, or the person has gone on', async () => {
    duties = 0;
    posts = [post()];
    await open();
    expect(phone.opened).toEqual([]);
  });

  test('happens once', async () => {
    duties = 2;
    posts = [post()];
    const page = await open();
    await page.go('onShow');
    await settle(100);
    expect(phone.opened).toEqual(['/pages/work/work']);
  });
});

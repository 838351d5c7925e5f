import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Output } from '../../../miniprogram/services/cloud';
import { no, sentTo, serve } from '../support/answers';
import { type App, startApp } from '../support/app';
import { aHead } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

type Item = Output<'hazard.mine'>['items'][number];

let phone: FakePhone;
let app: App;
let cloud: ReturnType<typeof serve>;

const item = (id: string, over: Parameters<typeof aHead>[0] = {}): Item => ({
  id,
  version: 1,
  head: aHead({ acknowledged: true, ...over }),
});
const underWay = item('case-1', { title: '机械防护 · 冲压车间' });
const declined = item('case-2', {
  title: '说不清 · 休息区',
  state: 'declined',
  outcome: 'notAccepted',
});

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  cloud = serve(phone, {
    'hazard.mine': () => ({ items: [underWay, declined], more: false }),
  });
  app = await startApp(phone);
});

const open = async (): Promise<OpenPage> => {
  const page = openPage('subpackages/hazard/mine/mine');
  await settle();
  return page;
};

const draft = async (placeName = '装配车间北门') => {
  const { id } = await app.drafts.newDraft(
    { place: 'A'.repeat(20), placeName, unitName: '示范机械厂' },
    NOW,
  );
  app.drafts.changeDraft(id, () => ({ category: 'exit' }));
  return id;
};

describe('我报的隐患', () => {
  test('has each report with its state in the worker’s words', async () => {
    const page = await open();
    expect(page.text).toContain('机械防护 · 冲压车间\n编号\n2026-7QHK2M\n· 5月25日');
    expect(page.text).toContain('工会已受理，会来看\n看进展');
    expect(page.text).toContain('没有受理，看原因\n看原因');
  });

  test('opens the progress of a report', async () => {
    const page = await open();
    await page.tap('机械防护 · 冲压车间');
    expect(phone.opened).toEqual(['/subpackages/hazard/progress/progress?id=case-1']);
  });

  test('parts what is under way from what has come to an end', async () => {
    const page = await open();
    await page.tap('有结果 1');
    expect([page.shows('休息区'), page.shows('冲压车间')]).toEqual([true, false]);
    await page.tap('办理中 1');
    expect([page.shows('休息区'), page.shows('冲压车间')]).toEqual([false, true]);
    await page.tap('草稿 0');
    expect([page.shows('休息区'), page.shows('冲压车间')]).toEqual([false, false]);
    expect(page.text).toContain('这里还没有');
  });

  test('reads older ones when one scrolls to the end', async () => {
    cloud.change({
      'hazard.mine': ({ before }) =>
        before === undefined
          ? { items: [underWay], more: true }
          : { items: [declined], more: false },
    });
    const page = await open();
    expect(page.text).toContain('全部 1+');
    await page.go('onReachBottom');
    expect(page.text).toContain('全部 2\n');
    expect(sentTo(phone, 'hazard.mine').at(-1)).toEqual({ before: underWay.head.reportedAt });
  });

  test('without any says how to report one', async () => {
    cloud.change({ 'hazard.mine': () => ({ items: [], more: false }) });
    expect((await open()).text).toContain('看到隐患，扫公示栏上的码就能报');
  });
});

describe('drafts', () => {
  test('lie on top, and go on where they were left', async () => {
    const id = await draft();
    const page = await open();
    expect(page.text.indexOf('装配车间北门')).toBeLessThan(page.text.indexOf('冲压车间'));
    expect(page.text).toContain('还没提交');
    await page.tap('接着报');
    expect(phone.opened).toEqual([`/subpackages/hazard/report/report?draft=${id}`]);
  });

  test('that were sent say that they wait for the network', async () => {
    const id = await draft();
    app.drafts.changeDraft(id, () => ({ sent: true }));
    expect((await open()).text).toContain('等网络，会接着交');
  });

  test('are there, and can be finished, without a network', async () => {
    await draft();
    phone.setOnline(false);
    const page = await open();
    await settle(60_000);
    expect(page.text).toContain('没有读出来');
    expect(page.text).toContain('装配车间北门');
    expect(page.text).toContain('接着报');
  });

  test('that went off by themselves show their code until it was seen', async () => {
    const id = await draft('配电房');
    const page = await open();
    app.drafts.changeDraft(id, () => ({ sent: true, receipt: receipt() }));
    await settle();
    expect(page.text).toContain('交上了');
    await page.tap('看编号和查询码');
    expect(phone.opened).toEqual([`/subpackages/hazard/receipt/receipt?draft=${id}`]);
    app.drafts.changeDraft(id, () => ({ seen: true }));
    await settle();
    expect(page.shows('配电房')).toBe(false);
  });

  test('appear while one looks', async () => {
    const page = await open();
    await draft('配电房');
    await settle();
    expect(page.shows('配电房')).toBe(true);
  });
});

describe('when it cannot be read', () => {
  test('what was read stays, with a word about it', async () => {
    const page = await open();
    cloud.change({ 'hazard.mine': () => no('BAD_INPUT') });
    await page.go('onShow');
    expect(page.text).toContain('没有读到最新的');
    expect(page.text).toContain('冲压车间');
  });
});

const receipt = () => ({
  id: 'case-9',
  version: 1,
  number: '2026-7QHK2N',
  title: '用电 · 配电房',
  reportedAt: NOW,
  photosStored: 0,
  photosTotal: 0,
  due: [],
});

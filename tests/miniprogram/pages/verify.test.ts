import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Output } from '../../../miniprogram/services/cloud';
import { never, no, sentTo, serve } from '../support/answers';
import { startApp } from '../support/app';
import { aDetail, aHead, aPost, aSession } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

let phone: FakePhone;
let cloud: ReturnType<typeof serve>;

const acted = (version = 5) => ({ id: 'case-1', version, head: aHead(), actions: [] });
/** The same hazard once it has been verified. */
const verified = aDetail({
  version: 5,
  head: aHead({ state: 'confirmed', acknowledged: true, level: 'ordinary' }),
  steps: [
    { n: 1, at: NOW, kind: 'report', role: 'reporter' },
    { n: 2, at: NOW, kind: 'confirm', role: 'handler', wording: '冲压车间防护罩被拆' },
  ],
  actions: [],
});

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  cloud = serve(phone, {
    'member.sync': () => aSession(aPost()),
    'hazard.detail': () => aDetail(),
    'hazard.confirm': () => acted(),
    'hazard.decline': () => acted(),
    'hazard.acknowledge': () => acted(),
  });
  await startApp(phone);
});

const open = async (detail?: Output<'hazard.detail'>): Promise<OpenPage> => {
  if (detail !== undefined) cloud.change({ 'hazard.detail': () => detail });
  const page = openPage('subpackages/hazard/verify/verify', { id: 'case-1' });
  await settle();
  return page;
};

/** Everything but the clause and the wording. */
const foundTrue = async (page: OpenPage): Promise<void> => {
  await page.tap('属实');
  await page.tap('一般隐患');
};

describe('what is missing is said, and shown', () => {
  test('from the first question to the last', async () => {
    const page = await open();
    const missing = async (verb: string) => {
      await page.tap(verb);
      return phone.opened.at(-1);
    };
    expect(await missing('记下结果')).toBe('scroll #verdict >>> #finding');
    expect(page.text).toContain('还差一步：点属实还是不属实');
    await page.tap('属实');
    expect(await missing('记为属实')).toBe('scroll #verdict >>> #level');
    expect(page.text).toContain('还差一步：点有多严重');
    await page.tap('疑似重大');
    expect(page.shows('还差一步')).toBe(false);
    expect(await missing('提为疑似重大')).toBe('scroll #verdict >>> #criteria');
    await page.tap('对不上任何一条照样可以办');
    await page.type('工会的说法', '');
    expect(await missing('提为疑似重大')).toBe('scroll #verdict >>> #wording');
    expect(sentTo(phone, 'hazard.confirm')).toEqual([]);
  });

  test('a reason too, before something is declined', async () => {
    const page = await open();
    await page.tap('不属实');
    await page.type('原因', '没有');
    await page.tap('记为不属实');
    expect(page.text).toContain('还差一步：写明原因，报告人会看到');
    expect(phone.opened).toEqual(['scroll #verdict >>> #reason']);
  });
});

describe('clauses', () => {
  test('are found by a plain word', async () => {
    const page = await open();
    await foundTrue(page);
    await page.type('搜标准条款', '积尘');
    expect(page.text).toContain('积了厚尘没清');
    await page.type('搜标准条款', '这样的话没有条款会用');
    expect(page.text).toContain('没有搜到。换个说法，或点下面这条');
  });

  test('that are ticked stay in sight while one looks for more', async () => {
    const page = await open();
    await foundTrue(page);
    await page.type('搜标准条款', '积尘');
    const [first = ''] = page.checkboxes();
    await page.tap(first);
    await page.type('搜标准条款', '有限空间');
    expect(page.isOn(first)).toBe(true);
  });

  test('and 对不上任何一条 exclude each other', async () => {
    const page = await open();
    await foundTrue(page);
    const [first = ''] = page.checkboxes();
    const none = '对不上任何一条照样可以办';
    await page.tap(first);
    await page.tap(none);
    expect([page.isOn(first), page.isOn(none)]).toEqual([false, true]);
    await page.tap(first);
    expect([page.isOn(first), page.isOn(none)]).toEqual([true, false]);
  });
});

describe('the union’s wording', () => {
  const wording = (page: OpenPage) => page.valueOf('工会的说法');

  test('is suggested from the place and never from the worker’s words', async () => {
    const page = await open(aDetail({ words: '老王把罩子拆了' }));
    await foundTrue(page);
    expect(wording(page)).toContain('冲压车间');
    expect(wording(page)).not.toContain('老王');
    expect(page.text).toContain('系统拟的');
  });

  test('follows the clause until somebody writes their own', async () => {
    const page = await open();
    await foundTrue(page);
    const first = wording(page);
    await page.type('搜标准条款', '积尘');
    await page.tap(page.checkboxes()[0] ?? '');
    expect(wording(page)).not.toBe(first);
    await page.type('工会的说法', '冲压车间地面积尘');
    await page.tap('对不上任何一条照样可以办');
    expect(wording(page)).toBe('冲压车间地面积尘');
    expect(page.shows('系统拟的')).toBe(false);
  });
});

describe('before it is recorded', () => {
  const ready = async () => {
    const page = await open();
    await foundTrue(page);
    await page.tap('对不上任何一条照样可以办');
    await page.type('工会的说法', '冲压车间防护罩被拆');
    await page.tap('记为属实');
    return page;
  };

  test('it is asked once more, with what will be public', async () => {
    const page = await ready();
    expect(page.text).toContain('记为属实？\n公开用这句：冲压车间防护罩被拆');
    expect(page.text).toContain('记下后不能撤回');
    expect(sentTo(phone, 'hazard.confirm')).toEqual([]);
  });

  test('a tick is made by hand', async () => {
    const page = await ready();
    await page.tap('记为属实', 1);
    expect(page.text).toContain('还差一步：看过后在上面打勾');
    cloud.change({ 'hazard.detail': () => verified });
    await page.tap('我到现场看过');
    await page.tap('记为属实', 1);
    expect(sentTo(phone, 'hazard.confirm')).toEqual([
      { id: 'case-1', level: 'ordinary', criteria: [], wording: '冲压车间防护罩被拆', seen: 4 },
    ]);
    await settle(500);
    expect(page.text).toContain('待写建议书');
    expect(page.shows('属实吗')).toBe(false);
  });

  test('再看看 records nothing and keeps what was filled in', async () => {
    const page = await ready();
    await page.tap('再看看');
    await settle(500);
    expect(sentTo(phone, 'hazard.confirm')).toEqual([]);
    expect(page.valueOf('工会的说法')).toBe('冲压车间防护罩被拆');
  });

  test('a refusal is said, and the form is kept', async () => {
    cloud.change({ 'hazard.confirm': () => no('STALE') });
    const page = await ready();
    await page.tap('我到现场看过');
    await page.tap('记为属实', 1);
    await settle(500);
    expect(page.text).toContain('刚才那一步没有办成\n您看到的不是最新的');
    expect(page.valueOf('工会的说法')).toBe('冲压车间防护罩被拆');
  });
});

describe('what was not found', () => {
  test('is recorded with its reason, after a visit', async () => {
    const page = await open();
    await page.tap('不属实');
    await page.type('原因', '到现场看了，防护罩在');
    await page.tap('记为不属实');
    await page.tap('我到现场看过');
    await page.tap('记为不属实', 1);
    expect(sentTo(phone, 'hazard.decline')).toEqual([
      { id: 'case-1', outcome: 'notTrue', reason: '到现场看了，防护罩在', seen: 4 },
    ]);
  });

  test('未受理 needs no visit', async () => {
    const page = await open();
    await page.tap('未受理');
    await page.type('原因', '座椅破损，已转给后勤');
    await page.tap('记为未受理');
    expect(page.shows('我到现场看过')).toBe(false);
    await page.tap('记为未受理', 1);
    expect(sentTo(phone, 'hazard.decline')).toEqual([
      { id: 'case-1', outcome: 'notAccepted', reason: '座椅破损，已转给后勤', seen: 4 },
    ]);
  });
});

describe('who may not verify', () => {
  test('one who reported it reads why', async () => {
    const page = await open(aDetail({ actions: [{ action: 'confirm', refusal: 'OWN_REPORT' }] }));
    expect(page.text).toContain('这是您自己报的，要由别人来办');
    expect(page.shows('属实吗')).toBe(false);
  });

  test('one who came too late sees what happened', async () => {
    const page = await open(verified);
    expect(page.text).toContain('核实：属实\n5月25日\n冲压车间防护罩被拆');
  });

  test('疑似重大 is never more than that', async () => {
    const head = aHead({ state: 'confirmed', acknowledged: true, level: 'suspectedMajor' });
    const page = await open(aDetail({ head, actions: [] }));
    expect(page.text).toContain('疑似重大：由企业对照标准判定、主管部门核查');
  });

  test('a hazard that is gone and one that is forbidden look the same', async () => {
    cloud.change({ 'hazard.detail': () => no('NOT_FOUND') });
    const page = openPage('subpackages/hazard/verify/verify', { id: 'case-1' });
    await settle();
    expect(page.text).toBe('这条看不到\n可能已撤下，或您没有权限。');
  });
});

describe('before 受理', () => {
  const unread = aDetail({
    head: aHead({ acknowledged: false }),
    actions: [{ action: 'acknowledge' }, { action: 'confirm' }, { action: 'declineNotTrue' }],
  });

  test('it is the first thing offered', async () => {
    const page = await open(unread);
    await page.tap('受理');
    expect(sentTo(phone, 'hazard.acknowledge')).toEqual([{ id: 'case-1', seen: 4 }]);
  });

  test('somebody in danger is said first', async () => {
    const page = await open(aDetail({ head: aHead({ danger: true }) }));
    expect(page.text).toContain('现在有人在里面/在干');
  });
});

describe('while it is read', () => {
  test('again, what was filled in stays', async () => {
    const page = await open();
    await foundTrue(page);
    await page.type('工会的说法', '冲压车间防护罩被拆');
    await page.go('onPullDownRefresh');
    expect(page.valueOf('工会的说法')).toBe('冲压车间防护罩被拆');
    expect(page.isOn('一般隐患')).toBe(true);
  });

  test('grey shapes appear after 300 ms', async () => {
    cloud.change({ 'hazard.detail': never });
    const page = openPage('subpackages/hazard/verify/verify', { id: 'case-1' });
    await settle(299);
    expect(page.count('bones')).toBe(0);
    await settle(1);
    expect(page.count('bones')).toBe(2);
  });

  test('a network that breaks leaves a way to try again', async () => {
    phone.setOnline(false);
    const page = await open();
    await settle(60_000);
    expect(page.text).toContain('这条没有读出来');
    phone.setOnline(true);
    await page.tap('再试');
    expect(page.text).toContain('1. 到现场看了，属实吗？');
  });
});

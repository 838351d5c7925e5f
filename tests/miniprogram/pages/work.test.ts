import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { never, no, sentTo, serve } from '../support/answers';
import { startApp } from '../support/app';
import { anItem, aPost, aQueue, aSession, dueIn, STREET } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

let phone: FakePhone;
let cloud: ReturnType<typeof serve>;

const fresh = anItem('case-1', { title: '机械防护 · 冲压车间' }, 3);
const later = anItem('case-2', {
  title: '用电 · 配电房',
  acknowledged: true,
  due: { clock: 'verify', at: dueIn(8) },
});
const late = anItem('case-3', {
  title: '消防通道 · 北门',
  acknowledged: true,
  due: { clock: 'verify', at: dueIn(-3) },
});

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  cloud = serve(phone, {
    'member.sync': () => aSession(aPost()),
    'hazard.queue': () => aQueue([late, fresh, later], { overdue: 1 }),
    'hazard.acknowledge': ({ id }) => ({ id, version: 4, head: fresh.head, actions: [] }),
    'hazard.undo': ({ id }) => ({ id, version: 5, head: fresh.head, actions: [] }),
  });
  await startApp(phone);
});

const open = async (): Promise<OpenPage> => {
  const page = openPage('pages/work/work');
  await settle();
  return page;
};

const order = (page: OpenPage, ...words: string[]): number[] =>
  words.map((word) => page.text.indexOf(word));

describe('the table', () => {
  test('keeps the order of the cloud: most urgent first', async () => {
    const [a = 0, b = 0, c = 0] = order(await open(), '消防通道', '机械防护', '用电');
    expect([a, b, c].every((at) => at >= 0)).toBe(true);
    expect(a < b && b < c).toBe(true);
  });

  test('says in whose name it stands', async () => {
    expect((await open()).text).toContain('企业工会干部\n示范机械厂工会');
  });

  test('shows only what is overdue under 已超期, and all again', async () => {
    const page = await open();
    await page.tap('已超期 1 条');
    expect(page.isOn('已超期 1 条')).toBe(true);
    expect([page.shows('消防通道'), page.shows('机械防护')]).toEqual([true, false]);
    await page.tap('全部待办 3 条');
    expect(page.shows('机械防护')).toBe(true);
  });

  test('says so when a part is empty', async () => {
    const page = await open();
    await page.tap('今天到期 0 条');
    expect(page.text).toContain('这一类没有');
  });

  test('without anything says what comes next', async () => {
    cloud.change({ 'hazard.queue': () => aQueue([]) });
    const page = await open();
    expect(page.text).toContain('今天没有要办的\n有人报隐患，会出现在这里。');
  });

  test('pulled down is read anew', async () => {
    const page = await open();
    cloud.change({ 'hazard.queue': () => aQueue([later]) });
    await page.go('onPullDownRefresh');
    expect([page.shows('机械防护'), page.shows('用电')]).toEqual([false, true]);
  });

  test('opens a hazard from its card', async () => {
    const page = await open();
    await page.tap('用电 · 配电房');
    expect(phone.opened).toEqual(['/subpackages/hazard/verify/verify?id=case-2']);
  });
});

describe('受理', () => {
  test('is decided on the version that was seen', async () => {
    const page = await open();
    await page.tap('受理：机械防护 · 冲压车间');
    expect(sentTo(phone, 'hazard.acknowledge')).toEqual([{ id: 'case-1', seen: 3 }]);
  });

  test('shows what now stands', async () => {
    const page = await open();
    cloud.change({ 'hazard.queue': () => aQueue([{ ...later }]) });
    await page.tap('受理：机械防护 · 冲压车间');
    expect(page.labels('：机械防护')).toEqual([]);
  });

  test('can be taken back for ten seconds', async () => {
    const page = await open();
    await page.tap('受理：机械防护 · 冲压车间');
    expect(page.text).toContain('已受理：机械防护 · 冲压车间\n撤回');
    await settle(9_900);
    await page.tap('撤回');
    expect(sentTo(phone, 'hazard.undo')).toEqual([{ id: 'case-1', seen: 4 }]);
    expect(page.shows('撤回')).toBe(false);
  });

  test('stays after ten seconds', async () => {
    const page = await open();
    await page.tap('受理：机械防护 · 冲压车间');
    await settle(10_000);
    expect(page.shows('撤回')).toBe(false);
  });

  test('tapped twice is sent once', async () => {
    cloud.change({ 'hazard.acknowledge': never });
    const page = await open();
    await page.tap('受理：机械防护 · 冲压车间');
    await page.tap('正在受理：机械防护 · 冲压车间');
    expect(sentTo(phone, 'hazard.acknowledge')).toHaveLength(1);
  });

  test.each([
    ['STALE', '您看到的不是最新的'],
    ['OWN_REPORT', '这是您自己报的，要由别人来办'],
    ['NOT_NOW', '这条已经有人办过这一步了'],
  ])('refused with %s says why, and offers nothing to take back', async (code, words) => {
    cloud.change({ 'hazard.acknowledge': () => no(code) });
    const page = await open();
    await page.tap('受理：机械防护 · 冲压车间');
    expect(page.text).toContain('刚才那一步没有办成');
    expect(page.text).toContain(words);
    expect(page.shows('撤回')).toBe(false);
  });

  test('taken back too late says so', async () => {
    cloud.change({ 'hazard.undo': () => no('UNDO_LATE') });
    const page = await open();
    await page.tap('受理：机械防护 · 冲压车间');
    await page.tap('撤回');
    expect(page.text).toContain('过了 10 秒，或有人接着办了，不能再撤回');
  });
});

describe('while it is read', () => {
  test('grey shapes appear after 300 ms, not before', async () => {
    cloud.change({ 'hazard.queue': never });
    const page = await open();
    await settle(298);
    expect(page.count('bones')).toBe(0);
    await settle(2);
    expect(page.count('bones')).toBe(3);
  });

  test('a network that breaks leaves a way to try again', async () => {
    phone.setOnline(false);
    const page = await open();
    await settle(60_000);
    expect(page.text).toContain('待办没有读出来');
    phone.setOnline(true);
    await page.tap('再试');
    expect(page.shows('机械防护')).toBe(true);
    expect(page.shows('没有读出来')).toBe(false);
  });

  test('what was read before stays, with a word about it', async () => {
    const page = await open();
    cloud.change({ 'hazard.queue': () => no('NOT_FOUND') });
    await settle(61_000);
    expect(page.shows('机械防护')).toBe(true);
    expect(page.text).toContain('可能已撤下，或您没有权限');
  });
});

describe('posts', () => {
  test('somebody without one is told how to come to one', async () => {
    cloud.change({ 'member.sync': () => aSession() });
    const page = await open();
    expect(page.text).toContain('您还没有岗位');
    await page.tap('填邀请码');
    expect(phone.opened).toEqual(['/subpackages/org/join/join']);
  });

  test('switching shows the other table, and nothing of this one meanwhile', async () => {
    const street = aPost({ unit: STREET, duties: 7 });
    cloud.change({ 'member.sync': () => aSession(aPost(), street) });
    const page = await open();
    let answer: (() => void) | undefined;
    cloud.change({
      'hazard.queue': () =>
        new Promise((resolve) => {
          answer = () => resolve(aQueue([anItem('case-9', { title: '粉尘 · 打磨间' })]));
        }),
    });
    await page.tap('切换岗位');
    expect(page.text).toContain('待办 7');
    await page.tap('城东街道总工会');
    expect(sentTo(phone, 'hazard.queue').at(-1)).toEqual({ unit: 'street' });
    expect(page.shows('机械防护')).toBe(false);
    answer?.();
    await settle();
    expect(page.shows('粉尘 · 打磨间')).toBe(true);
    expect(page.text).toContain('上级工会干部\n城东街道总工会');
  });

  test('a table that cannot be read after switching is not the other one’s', async () => {
    cloud.change({ 'member.sync': () => aSession(aPost(), aPost({ unit: STREET })) });
    const page = await open();
    cloud.change({ 'hazard.queue': () => no('NOT_FOUND') });
    await page.tap('切换岗位');
    await page.tap('城东街道总工会');
    expect(page.text).toContain('待办没有读出来');
    expect(page.shows('机械防护')).toBe(false);
  });
});

import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { no, sentTo, serve } from '../support/answers';
import { type App, startApp } from '../support/app';
import { anEntry, aPost, aSession, FIRM, STREET } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

let phone: FakePhone;
let app: App;
let cloud: ReturnType<typeof serve>;

const own = anEntry('own', { notice: 'confirmed', title: '机械防护 · 冲压车间' });
const forStreet = anEntry('street', {
  notice: 'toVerify',
  title: '用电 · 配电房',
  to: { kind: 'post', unit: STREET.id, unitName: STREET.unionName },
  wechat: true,
});
const seen = anEntry('seen', { title: '消防通道 · 北门', read: true });

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  cloud = serve(phone, {
    'member.sync': () => aSession(aPost({ unit: FIRM }), aPost({ unit: STREET })),
    'member.inbox': () => ({ items: [own, forStreet, seen], more: false }),
    'member.read': ({ ids }) => ({ read: ids.length }),
  });
  app = await startApp(phone);
});

const open = async (): Promise<OpenPage> => {
  const page = openPage('pages/messages/messages');
  await settle();
  return page;
};

describe('messages', () => {
  test('of all posts and own reports lie together, each with its tag', async () => {
    const page = await open();
    expect(page.text).toContain('我报的');
    expect(page.text).toContain('城东街道总工会\n微信已提醒');
    expect(page.text).toContain('只在这里提醒');
  });

  test('that were not looked at come first', async () => {
    const { text } = await open();
    expect(text).toMatch(/^没看的 · 2 条\n全部设为已读\n/);
    expect(text.indexOf('以前的')).toBeLessThan(text.indexOf('北门'));
  });

  test('on one’s own report open its progress', async () => {
    const page = await open();
    await page.tap('机械防护 · 冲压车间');
    expect(phone.opened).toEqual(['/subpackages/hazard/progress/progress?id=case-of-own']);
    expect(phone.said).toEqual([]);
  });

  test('to a post open in that post, and say so', async () => {
    const page = await open();
    expect(app.session.currentSession().chosen?.unit.id).toBe('firm');
    await page.tap('用电 · 配电房');
    expect(phone.opened).toEqual(['/subpackages/hazard/verify/verify?id=case-of-street']);
    expect(phone.said).toEqual(['已换到城东街道总工会']);
    expect(app.session.currentSession().chosen?.unit.id).toBe('street');
  });

  test('to the post one is in say nothing about switching', async () => {
    cloud.change({ 'member.sync': () => aSession(aPost({ unit: STREET })) });
    const page = await open();
    await page.tap('用电 · 配电房');
    expect(phone.said).toEqual([]);
  });

  test('are read once they were opened', async () => {
    const page = await open();
    await page.tap('机械防护 · 冲压车间');
    expect(sentTo(phone, 'member.read')).toEqual([{ ids: ['own'] }]);
    expect(page.text).toContain('没看的 · 1 条');
    await page.tap('机械防护 · 冲压车间');
    expect(sentTo(phone, 'member.read')).toHaveLength(1);
  });

  test('can all be marked as read, fifty at a time', async () => {
    const items = Array.from({ length: 60 }, (_, n) => anEntry(`m${n}`));
    cloud.change({ 'member.inbox': () => ({ items, more: false }) });
    const page = await open();
    await page.tap('全部设为已读');
    expect(sentTo(phone, 'member.read').map(({ ids }) => (ids as string[]).length)).toEqual([
      50, 10,
    ]);
    expect(page.shows('没看的')).toBe(false);
  });

  test('older ones are read when one scrolls to the end', async () => {
    cloud.change({
      'member.inbox': ({ before }) =>
        before === undefined ? { items: [own], more: true } : { items: [seen], more: false },
    });
    const page = await open();
    expect(page.text).toContain('再往上拉，看更早的');
    await page.go('onReachBottom');
    expect(sentTo(phone, 'member.inbox').at(-1)).toEqual({ before: own.at });
    expect([page.shows('冲压车间'), page.shows('北门')]).toEqual([true, true]);
    expect(page.shows('再往上拉')).toBe(false);
  });

  test('without any say what will come', async () => {
    cloud.change({ 'member.inbox': () => ({ items: [], more: false }) });
    expect((await open()).text).toContain('您报的隐患有了进展，会在这里告诉您');
  });

  test('that cannot be read leave a way to try again', async () => {
    phone.setOnline(false);
    const page = await open();
    await settle(60_000);
    expect(page.text).toContain('消息没有读出来');
    phone.setOnline(true);
    await page.tap('再试');
    expect(page.text).toContain('冲压车间');
  });

  test('stay on the screen when a later look fails', async () => {
    const page = await open();
    cloud.change({ 'member.inbox': () => no('BAD_INPUT') });
    await page.go('onShow');
    expect(page.text).toContain('没有读到最新的');
    expect(page.text).toContain('冲压车间');
  });
});

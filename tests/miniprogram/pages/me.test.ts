import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { serve } from '../support/answers';
import { startApp } from '../support/app';
import { aPost, aSession, FIRM, STREET } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

let phone: FakePhone;

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  await startApp(phone);
});

const open = async (...posts: ReturnType<typeof aPost>[]): Promise<OpenPage> => {
  serve(phone, { 'member.sync': () => aSession(...posts) });
  const page = openPage('pages/me/me');
  await settle();
  return page;
};

describe('我的', () => {
  test('leads to one’s own reports and to a new post', async () => {
    const page = await open();
    await page.tap('我报的隐患');
    await page.tap('填邀请码，接岗位');
    expect(phone.opened).toEqual(['/subpackages/hazard/mine/mine', '/subpackages/org/join/join']);
  });

  test('tells a worker that reporting needs no post', async () => {
    expect((await open()).text).toContain('职工报隐患不用岗位');
  });

  test('names every post, and who leads', async () => {
    const page = await open(aPost({ unit: FIRM }), aPost({ unit: STREET, lead: true }));
    expect(page.text).toContain('企业工会干部\n示范机械厂工会');
    expect(page.text).toContain('上级工会干部（负责人）\n城东街道总工会');
  });

  test('opens the unit of a post that arranges things', async () => {
    const page = await open(aPost({ role: 'chair', unit: FIRM }));
    await page.tap('企业工会主席');
    expect(phone.opened).toEqual(['/subpackages/org/unit/unit?id=firm']);
  });

  test('a post that arranges nothing leads nowhere', async () => {
    const page = await open(aPost({ role: 'employer', unit: FIRM }));
    expect(page.shows('单位和码')).toBe(false);
    expect(page.text).toContain('企业负责人\n示范机械厂\n');
    await page.tap('企业负责人');
    expect(phone.opened).toEqual([]);
  });

  test('without a network shows what needs none, and claims no posts', async () => {
    phone.setOnline(false);
    const page = await open();
    await settle(60_000);
    expect(page.text).toContain('我报的隐患');
    expect(page.shows('我的岗位')).toBe(false);
    expect(page.text).toContain('我们不告诉企业是谁报的');
  });
});

import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startApp } from '../support/app';
import { type OpenPage, openPage, settle } from '../support/page';
import { answered, FakePhone, refused } from '../support/phone';

const INVITE = 'ABCD-EFGH-JKMN-PQRS';
const FOUNDING = 'ABCD-EFGH-JKMN-PQRS-TVWX';
const firm = { id: 'firm', kind: 'enterprise', name: '示范机械厂', unionName: '示范机械厂工会' };
const city = { id: 'root', kind: 'federation', name: '示范市', unionName: '示范市总工会' };

let phone: FakePhone;
let page: OpenPage;

beforeEach(async () => {
  jest.useFakeTimers();
  phone = new FakePhone();
  phone.cloud = ({ method }) => {
    if (method === 'member.accept') return answered({ role: 'officer', unit: firm });
    if (method === 'member.found') return answered({ unit: city });
    return answered({ posts: [], unread: 0 });
  };
  await startApp(phone);
  page = openPage('subpackages/org/join/join');
  await settle();
});

const asked = (method: string) =>
  phone.sent.filter((sent) => sent.method === method).map(({ input }) => input);

describe('an invitation', () => {
  test('typed as it was read out gives the post and leads to 办理', async () => {
    await page.type('邀请码', ' abcd efgh-jkmn-pqrs ');
    await page.tap('接岗位');
    expect(asked('member.accept')).toEqual([{ code: 'ABCDEFGHJKMNPQRS' }]);
    expect(page.text).toContain('示范机械厂工会 · 企业工会干部');
    await page.tap('去办理');
    expect(phone.opened).toContain('/pages/work/work');
  });

  test('to the firm’s own side names the firm, and leads to no table', async () => {
    phone.cloud = ({ method }) =>
      answered(
        method === 'member.accept' ? { role: 'employer', unit: firm } : { posts: [], unread: 0 },
      );
    await page.type('邀请码', INVITE);
    await page.tap('接岗位');
    expect(page.text).toContain('示范机械厂 · 企业负责人');
    await page.tap('去首页');
    expect(phone.opened).toEqual(['/pages/home/home']);
  });

  test('that is not finished is asked for, and nothing is sent', async () => {
    await page.type('邀请码', 'ABCD-EFGH');
    await page.tap('接岗位');
    expect(page.text).toContain('还差一步：把码填完。邀请码 16 位');
    expect(asked('member.accept')).toEqual([]);
  });

  test('that cannot be used says what to do', async () => {
    phone.cloud = () => refused('INVITE_INVALID');
    await page.type('邀请码', INVITE);
    await page.tap('接岗位');
    expect(page.text).toContain('请找邀请您的人再要一个');
    expect(page.shows('接好了')).toBe(false);
  });
});

describe('the 建库口令', () => {
  const fill = async () => {
    await page.type('邀请码', FOUNDING);
    await page.type('哪个市', ' 示范市 ');
    await page.type('工会全称', '示范市总工会');
    await page.tap('建市总工会');
  };

  test('asks for names that an invitation does not need', async () => {
    expect(page.shows('哪个市')).toBe(false);
    await page.type('邀请码', FOUNDING);
    expect(page.text).toContain('20 位的是建库口令');
    await page.tap('建市总工会');
    expect(page.text).toContain('还差一步：写是哪个市');
    await page.type('哪个市', '示范市');
    await page.tap('建市总工会');
    expect(page.text).toContain('还差一步：写市总工会的全称');
  });

  test('founds only after a tick made by hand', async () => {
    await fill();
    expect(page.text).toContain('只能建一次');
    await page.tap('建市总工会', 1);
    expect(page.text).toContain('还差一步：看过后在上面打勾');
    expect(asked('member.found')).toEqual([]);
    await page.tap('名称看过了，没有写错');
    await page.tap('建市总工会', 1);
    expect(asked('member.found')).toEqual([
      { code: 'ABCDEFGHJKMNPQRSTVWX', name: '示范市', unionName: '示范市总工会' },
    ]);
    expect(page.text).toContain('建好了');
    await page.tap('去加单位');
    expect(phone.opened).toContain('/subpackages/org/unit/unit?id=root');
  });

  test.each([
    ['INVITE_INVALID', '口令对不上，什么都没有建'],
    ['ALREADY_FOUNDED', '市总工会已经建好了'],
    ['TOO_MANY', '今天次数太多了'],
  ])('refused with %s says so', async (code, words) => {
    phone.cloud = () => refused(code);
    await fill();
    await page.tap('名称看过了，没有写错');
    await page.tap('建市总工会', 1);
    expect(page.text).toContain(words);
    await settle(500);
    expect(page.shows('只能建一次')).toBe(false);
  });
});

import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { no, sentTo, serve } from '../support/answers';
import { startApp } from '../support/app';
import { aPost, aSession, FIRM, STREET } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

let phone: FakePhone;
let cloud: ReturnType<typeof serve>;

const street = {
  unit: STREET,
  handledBy: STREET.unionName,
  children: [{ ...FIRM, officers: 0 }],
  more: false,
};

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  cloud = serve(phone, {
    'member.sync': () => aSession(aPost({ unit: STREET, lead: true })),
    'member.units': () => street,
    'member.addUnit': ({ kind, name, unionName }) => ({
      unit: { id: 'new', kind, name, unionName },
    }),
    'member.invite': () => ({ code: 'ABCDEFGHJKMNPQRS', until: NOW + 7 * 86_400_000 }),
    'place.list': () => ({ items: [{ code: 'A'.repeat(20), name: '冲压车间', closed: false }] }),
    'place.add': ({ name }) => ({ code: 'B'.repeat(20), name }),
  });
  await startApp(phone);
});

const open = async (route: string, query: Record<string, string>): Promise<OpenPage> => {
  const page = openPage(`subpackages/org/${route}`, query);
  await settle();
  return page;
};

describe('a unit', () => {
  const unit = () => open('unit/unit', { id: 'street' });

  test('says who handles, and which firms have nobody yet', async () => {
    const page = await unit();
    expect(page.text).toContain('这里的隐患现在由城东街道总工会办理');
    expect(page.text).toContain('示范机械厂\n还没有工会干部，由上级工会办');
  });

  test('leads to places, invitations, a new unit and each unit below', async () => {
    const page = await unit();
    for (const words of ['地点和码', '邀请别人接岗位', '加一个单位', '示范机械厂']) {
      await page.tap(words);
    }
    expect(phone.opened).toEqual([
      '/subpackages/org/places/places?unit=street',
      '/subpackages/org/invite/invite?unit=street',
      '/subpackages/org/add/add?parent=street',
      '/subpackages/org/unit/unit?id=firm',
    ]);
  });

  test('that holds nothing below offers none to add', async () => {
    const group = { id: 'g', kind: 'group', name: '一组', unionName: '一组工会小组' } as const;
    cloud.change({
      'member.units': () => ({ unit: group, handledBy: 'x', children: [], more: false }),
    });
    expect((await unit()).shows('加一个单位')).toBe(false);
  });

  test('of somebody else looks like one that is not there', async () => {
    cloud.change({ 'member.units': () => no('NOT_FOUND') });
    expect((await unit()).text).toBe('这个单位看不到\n可能已撤下，或您没有权限。');
  });
});

describe('a new unit', () => {
  const add = () => open('add/add', { parent: 'street' });

  test('of an enterprise says its trade', async () => {
    const page = await add();
    await page.tap('企业和企业工会');
    await page.type('单位名称', '示例食品厂');
    await page.type('工会名称', '示例食品厂工会');
    await page.choose('行业', '食品加工');
    expect(page.text).toContain('食品加工');
    await page.tap('加上');
    expect(sentTo(phone, 'member.addUnit')).toEqual([
      {
        parent: 'street',
        kind: 'enterprise',
        name: '示例食品厂',
        unionName: '示例食品厂工会',
        industry: 'food',
      },
    ]);
    expect(phone.opened).toEqual(['back']);
  });

  test('of any other kind has none, also when one was chosen before', async () => {
    const page = await add();
    await page.tap('企业和企业工会');
    await page.choose('行业', '食品加工');
    await page.tap('没有用人单位的地点');
    expect(page.shows('行业')).toBe(false);
    await page.type('单位名称', '骑手驿站');
    await page.type('工会名称', '城东街道总工会');
    await page.tap('加上');
    expect(sentTo(phone, 'member.addUnit')[0]).not.toHaveProperty('industry');
  });

  test.each([
    ['还差一步：点是哪一种单位', async () => undefined],
    ['还差一步：写单位名称', async (page: OpenPage) => page.tap('企业和企业工会')],
    [
      '值班室的名称和电话要一起填',
      async (page: OpenPage) => {
        await page.tap('企业和企业工会');
        await page.type('单位名称', '厂');
        await page.type('工会名称', '厂工会');
        await page.type('值班电话', '0000-1111');
      },
    ],
  ])('says %s, and sends nothing', async (words, fill) => {
    const page = await add();
    await fill(page);
    await page.tap('加上');
    expect(page.text).toContain(words);
    expect(sentTo(phone, 'member.addUnit')).toEqual([]);
  });

  test('tried again after a lost answer is the same request, changed it is another', async () => {
    const page = await add();
    await page.tap('企业和企业工会');
    await page.type('单位名称', '厂');
    await page.type('工会名称', '厂工会');
    cloud.change({ 'member.addUnit': () => no('NOT_YOURS') });
    const ids = () => phone.sent.filter((sent) => sent.method === 'member.addUnit');
    await page.tap('加上');
    expect(page.text).toContain('这一步不归您办');
    await page.tap('加上');
    await page.type('单位名称', '新厂');
    await page.tap('加上');
    const [first, second, third] = ids().map(({ requestId }) => requestId);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

describe('places', () => {
  const places = () => open('places/places', { unit: 'firm' });

  test('are listed with the code that hangs there', async () => {
    const page = await places();
    expect(page.text).toContain(`已有 1 个\n冲压车间\n${'A'.repeat(20)}`);
    await page.tap('冲压车间');
    expect(phone.opened).toEqual([`/subpackages/place/page/page?scene=${'A'.repeat(20)}`]);
  });

  test('are added with what stands there', async () => {
    const page = await places();
    await page.type('地点名称', ' 3 号压力机旁 ');
    await page.choose('这里有什么', '冲床、压力机');
    await page.tap('加这个地点');
    expect(sentTo(phone, 'place.add')).toEqual([
      { unit: 'firm', name: '3 号压力机旁', equipment: 'press' },
    ]);
    expect(page.valueOf('地点名称')).toBe('');
    expect(page.shows('冲床、压力机')).toBe(false);
    expect(sentTo(phone, 'place.list')).toHaveLength(2);
  });

  test('need a name, and only that', async () => {
    const page = await places();
    await page.tap('加这个地点');
    expect(page.text).toContain('还差一步：写地点叫什么');
    await page.type('地点名称', '配电房');
    await page.tap('加这个地点');
    expect(sentTo(phone, 'place.add')).toEqual([{ unit: 'firm', name: '配电房' }]);
  });

  test('of somebody else look like none', async () => {
    cloud.change({ 'place.list': () => no('NOT_FOUND') });
    expect((await places()).text).toContain('这里的地点看不到');
  });
});

describe('an invitation', () => {
  const invite = () => open('invite/invite', { unit: 'street' });

  test('is made for a role that one may give, and can be copied', async () => {
    const page = await invite();
    await page.tap('上级工会干部');
    await page.tap('是负责人办主席的事：签建议书、请上级出面');
    await page.tap('生成邀请码');
    expect(sentTo(phone, 'member.invite')).toEqual([
      { unit: 'street', role: 'officer', lead: true },
    ]);
    expect(page.text).toContain('ABCD-EFGH-JKMN-PQRS');
    expect(page.text).toContain('6月1日（周一）前有效');
    await page.tap('复制');
    expect(phone.said).toEqual(['copied ABCD-EFGH-JKMN-PQRS']);
  });

  test('needs a role', async () => {
    const page = await invite();
    await page.tap('生成邀请码');
    expect(page.text).toContain('还差一步：点一个岗位');
    expect(sentTo(phone, 'member.invite')).toEqual([]);
  });

  test('offers no role that only the federation gives', async () => {
    const page = await invite();
    expect(page.shows('专管员')).toBe(false);
  });

  test('is not for somebody who may give none', async () => {
    cloud.change({ 'member.sync': () => aSession(aPost({ unit: STREET })) });
    expect((await invite()).text).toContain('这里由主席或上级来邀请');
  });

  test('cannot be read without a network, and says so', async () => {
    phone.setOnline(false);
    const page = await invite();
    await settle(60_000);
    expect(page.text).toContain('网络不通');
    phone.setOnline(true);
    await page.tap('再试');
    expect(page.text).toContain('上级工会干部');
  });
});

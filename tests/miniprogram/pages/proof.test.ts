import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Output } from '../../../miniprogram/services/cloud';
import { linkEvent } from '../../../packages/core/src/audit';
import { plainDate } from '../../../packages/core/src/calendar';
import { no, serve } from '../support/answers';
import { startApp } from '../support/app';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

type Proof = Output<'hazard.proof'>;

let phone: FakePhone;

/** A record of three steps, as the cloud links them. */
const aRecord = (): Proof => {
  const items: Proof['items'] = [];
  let head: { n: number; hash: string } | undefined;
  for (const [kind, day] of [
    ['report', '2026-05-25'],
    ['acknowledge', '2026-05-26'],
    ['confirm', '2026-05-27'],
  ] as const) {
    const at = plainDate(day);
    if (at === undefined) throw new Error('no such day');
    const event = { kind, role: 'handler', day: at, content: { kind } };
    const linked = linkEvent(head, event, `salt of ${kind}`);
    const { n, prev, hash, salt } = linked.link;
    items.push({ n, prev, hash, salt, ...event });
    ({ head } = linked);
  }
  return { number: '2026-7QHK2M', chain: 'open', head: head ?? { n: 0, hash: '' }, items };
};

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  await startApp(phone);
});

const open = async (proof: Proof): Promise<OpenPage> => {
  serve(phone, { 'hazard.proof': () => proof });
  const page = openPage('subpackages/hazard/proof/proof', { id: 'case-1' });
  await settle();
  return page;
};

describe('核对记录', () => {
  test('holds when nothing was changed, and says what that does not prove', async () => {
    const page = await open(aRecord());
    expect(page.text).toContain('核对过，对得上\n您的手机刚刚自己算了一遍');
    expect(page.text).toContain('2026-7QHK2M 的每一步都在\n从 5月25日到 5月27日，一共 3 步');
    expect(page.text).toContain('只说明后来没改过，不说明当初写得对');
  });

  test.each([
    [
      'a changed step',
      (proof: Proof) => ({
        ...proof,
        items: proof.items.map((item) =>
          item.n === 2 && 'content' in item ? { ...item, content: { kind: 'other' } } : item,
        ),
      }),
    ],
    [
      'a changed day',
      (proof: Proof) => ({
        ...proof,
        items: proof.items.map((item) =>
          item.n === 2 && 'day' in item ? { ...item, day: '2026-05-20' } : item,
        ),
      }),
    ],
    ['a missing step', (proof: Proof) => ({ ...proof, items: proof.items.slice(1) })],
    ['a step cut off the end', (proof: Proof) => ({ ...proof, items: proof.items.slice(0, 2) })],
    [
      'a day that is none',
      (proof: Proof) => ({
        ...proof,
        items: proof.items.map((item) => ('day' in item ? { ...item, day: 'yesterday' } : item)),
      }),
    ],
  ])('does not hold with %s, and says whom to tell', async (_name, spoil) => {
    const page = await open(spoil(aRecord()));
    expect(page.text).toContain('这份记录对不上\n请告诉市总工会');
    expect(page.shows('对得上\n')).toBe(false);
    expect(page.shows('每一步都在')).toBe(false);
  });

  test('folds its 20 characters away until they are asked for', async () => {
    const page = await open(aRecord());
    expect(page.shows('核对码')).toBe(false);
    await page.tap('展开');
    const [label = ''] = page.labels('核对码 ');
    expect(label).toMatch(/^核对码 [0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    await page.tap('收起');
    expect(page.shows('核对码')).toBe(false);
  });

  test('of a hazard that is gone says so', async () => {
    serve(phone, { 'hazard.proof': () => no('NOT_FOUND') });
    const page = openPage('subpackages/hazard/proof/proof', { id: 'case-1' });
    await settle();
    expect(page.text).toBe('这条看不到\n可能已撤下，或您没有权限。');
  });

  test('that cannot be read claims nothing, and can be tried again', async () => {
    serve(phone, { 'hazard.proof': aRecord });
    phone.setOnline(false);
    const page = openPage('subpackages/hazard/proof/proof', { id: 'case-1' });
    await settle(60_000);
    expect(page.text).toContain('记录没有读出来');
    expect(page.shows('对得上')).toBe(false);
    phone.setOnline(true);
    await page.tap('再试');
    expect(page.text).toContain('核对过，对得上');
  });
});

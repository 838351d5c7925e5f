import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { no, serve } from '../support/answers';
import { startApp } from '../support/app';
import { aHead, aProgress, dueIn } from '../support/hazards';
import { type OpenPage, openPage, settle } from '../support/page';
import { FakePhone, NOW } from '../support/phone';

let phone: FakePhone;
let cloud: ReturnType<typeof serve>;

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  phone = new FakePhone();
  cloud = serve(phone, { 'hazard.progress': () => aProgress() });
  await startApp(phone);
});

const open = async (progress?: ReturnType<typeof aProgress>): Promise<OpenPage> => {
  if (progress !== undefined) cloud.change({ 'hazard.progress': () => progress });
  const page = openPage('subpackages/hazard/progress/progress', { id: 'case-1' });
  await settle();
  return page;
};

describe('办理进展', () => {
  test('has the number, the state and what comes next on top', async () => {
    const page = await open();
    expect(page.text).toContain('2026-7QHK2M');
    expect(page.text).toContain('等工会到现场核实\n5月27日前\n工会已受理\n5月25日\n您报的已存好');
    expect(page.text).toContain('由示范机械厂工会办理');
  });

  test('says so when the union is late', async () => {
    const page = await open(aProgress({ due: [{ clock: 'verify', at: dueIn(-2) }] }));
    expect(page.text).toContain('过了日子，上级工会看得到');
  });

  test('gives the union’s reason, and who looks again', async () => {
    const reason = '座椅破损不属于安全隐患';
    const page = await open(
      aProgress({
        head: aHead({ state: 'declined', outcome: 'notAccepted', acknowledged: true }),
        steps: [{ n: 3, at: NOW, kind: 'declineNotAccepted', role: 'handler', reason }],
      }),
    );
    expect(page.text).toContain(`为什么没有受理\n${reason}\n上级工会 3 个工作日内会再看一遍。`);
  });

  test('counts photos that are stored and that are still on their way', async () => {
    const photos = [{ id: 'photo-1', url: 'https://x/1.jpg', thumb: 'https://x/1s.jpg' }];
    const page = await open(aProgress({ photos, photosStored: 1, photosTotal: 3 }));
    expect(page.text).toContain('1 / 3 张已存好，还有 2 张没传完');
    await page.tap('第 1 张照片，点开看大图');
    expect(phone.opened).toEqual(['photo https://x/1.jpg']);
  });

  test('leads to the record, to be checked', async () => {
    const page = await open();
    await page.tap('还没核对，点这里核对');
    expect(phone.opened).toEqual(['/subpackages/hazard/proof/proof?id=case-1']);
  });

  test('of a hazard that is gone says one thing, whatever the reason', async () => {
    cloud.change({ 'hazard.progress': () => no('NOT_FOUND') });
    const page = openPage('subpackages/hazard/progress/progress', { id: 'case-1' });
    await settle();
    expect(page.text).toBe('这条看不到\n可能已撤下，或您没有权限。');
  });

  test('stays on the screen when a later look fails, with a word about it', async () => {
    const page = await open();
    cloud.change({ 'hazard.progress': () => no('BAD_INPUT') });
    await page.go('onShow');
    expect(page.text).toContain('没有读到最新的');
    expect(page.text).toContain('工会已受理');
  });

  test('that cannot be read leaves a way to try again', async () => {
    phone.setOnline(false);
    const page = await open();
    await settle(60_000);
    expect(page.text).toContain('进展没有读出来');
    phone.setOnline(true);
    await page.tap('再试');
    expect(page.text).toContain('工会已受理');
  });

  test('never shows what nobody has told the phone', async () => {
    const page = await open(aProgress({ due: [] }));
    expect(page.text).not.toContain('undefined');
    expect(page.shows('等工会')).toBe(false);
  });
});

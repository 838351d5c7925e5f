import { describe, expect, test } from '@jest/globals';
import { messageRow } from '../../../miniprogram/pages/messages/messages.view';
import { cardsOf, tabLabels } from '../../../miniprogram/subpackages/hazard/mine/mine.view';
import {
  declinedReason,
  photoLine,
  timeline,
} from '../../../miniprogram/subpackages/hazard/progress/progress.view';
import { proofView } from '../../../miniprogram/subpackages/hazard/proof/proof.view';
import { linkEvent } from '../../../packages/core/src/audit';
import { plainDate } from '../../../packages/core/src/calendar';

const MONDAY = Date.UTC(2026, 4, 25, 2, 24);
const DAY = 86_400_000;

const aHead = {
  number: '2026-7QHK2M',
  title: '机械防护 · 冲压车间',
  place: '冲压车间',
  unitName: '示范机械厂',
  category: 'machine',
  state: 'toVerify' as const,
  acknowledged: true,
  danger: false,
  photos: 3,
  reportedAt: MONDAY,
};

type Progress = Parameters<typeof timeline>[0];
const aProgress = (over: Partial<Progress> = {}): Progress => ({
  id: 'case-1',
  version: 2,
  number: '2026-7QHK2M',
  title: '机械防护 · 冲压车间',
  reportedAt: MONDAY,
  photosStored: 3,
  photosTotal: 3,
  due: [{ clock: 'verify', at: MONDAY + 3 * DAY }],
  head: aHead,
  steps: [
    { n: 1, at: MONDAY, kind: 'report', role: 'reporter' },
    { n: 2, at: MONDAY + DAY, kind: 'acknowledge', role: 'handler' },
  ],
  photos: [],
  photosDue: [],
  handledBy: '示范机械厂工会',
  actions: [],
  ...over,
});

describe('the reporter’s timeline', () => {
  test('has the next step with its date on top, then newest first', () => {
    const lines = timeline(aProgress(), MONDAY + DAY);
    expect(lines.map((line) => line.text)).toEqual([
      '等工会到现场核实',
      '工会已受理',
      '您报的已存好',
    ]);
    expect(lines[0]).toMatchObject({ mark: 'now', date: '5月28日前' });
  });

  test('shows a date that has passed as late', () => {
    expect(timeline(aProgress(), MONDAY + 5 * DAY)[0]?.mark).toBe('late');
  });

  test('does not show what the reporter answered about the site', () => {
    const steps = [{ n: 1, at: MONDAY, kind: 'tellSite' as const, role: 'reporter' as const }];
    expect(timeline(aProgress({ steps, due: [] }), MONDAY)).toEqual([]);
  });

  test('gives the union’s reason when it was declined', () => {
    const head = { ...aHead, state: 'declined' as const, outcome: 'notAccepted' as const };
    const reason = '椅子破损不属于安全隐患';
    const step = {
      n: 2,
      at: MONDAY,
      kind: 'declineNotAccepted' as const,
      role: 'handler' as const,
      reason,
    };
    expect(declinedReason(aProgress({ head, steps: [step] }))).toEqual({
      head: '为什么没有受理',
      reason,
    });
  });

  test('counts photos honestly', () => {
    expect(photoLine(aProgress())).toBe('3 / 3 张已存好');
    expect(photoLine(aProgress({ photosStored: 2 }))).toContain('还有 1 张没传完');
    expect(photoLine(aProgress({ photosTotal: 0, photosStored: 0 }))).toBeUndefined();
  });
});

describe('我报的隐患', () => {
  const items = [
    { id: 'a', version: 1, head: aHead },
    { id: 'b', version: 2, head: { ...aHead, state: 'declined' as const } },
  ];

  test('parts what is under way from what has an outcome', () => {
    expect(cardsOf(items, 'open').map((card) => card.id)).toEqual(['a']);
    expect(cardsOf(items, 'settled').map((card) => card.id)).toEqual(['b']);
    expect(tabLabels(items, 1).map((tab) => tab.text)).toEqual([
      '全部 3',
      '办理中 1',
      '有结果 1',
      '草稿 1',
    ]);
  });
});

describe('核对记录', () => {
  const day = plainDate('2026-05-25');
  if (day === undefined) throw new Error('a date');
  const event = { kind: 'report', role: 'reporter', day, content: { photos: 3 } };
  const { link, head } = linkEvent(undefined, event, 'salt');
  const { n, prev, hash, salt } = link;
  const item = { n, prev, hash, salt, ...event };
  const aProof = { number: '2026-7QHK2M', chain: 'inner' as const, head, items: [item] };

  test('says that it holds only when this phone has recomputed it', () => {
    const view = proofView(aProof);
    expect(view).toMatchObject({ holds: true, head: '核对过，对得上' });
    expect(view.lines[0]).toMatchObject({ mark: 'done', note: '5月25日，一共 1 步' });
    expect(view.mark).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  });

  test('says so when a word was changed afterwards', () => {
    const changed = { ...item, content: { photos: 2 } };
    expect(proofView({ ...aProof, items: [changed] }).holds).toBe(false);
  });

  test('does not pass a link it cannot read', () => {
    expect(proofView({ ...aProof, items: [{ ...item, day: 'gone' }] }).holds).toBe(false);
  });
});

describe('a message', () => {
  const entry = {
    id: 'm1',
    notice: 'confirmed' as const,
    caseId: 'case-1',
    to: { kind: 'reporter' as const },
    title: '压力机防护罩没装',
    at: MONDAY,
    read: false,
    wechat: false,
  };

  test('leads the reporter to the progress and a post to the case', () => {
    expect(messageRow(entry, MONDAY)).toMatchObject({ opens: 'progress', tag: '我报的' });
    const to = { kind: 'post' as const, unit: 'u1', unitName: '示范机械厂工会' };
    expect(messageRow({ ...entry, to }, MONDAY)).toMatchObject({
      opens: 'verify',
      tag: '示范机械厂工会',
    });
  });

  test.each([
    [0, '10:24'],
    [-2 * 3_600_000, '08:24'],
    [-11 * 3_600_000, '昨天'],
    [-3 * DAY, '5月22日'],
  ])('says when, as one speaks of it: %d ms ago is %s', (ago, words) => {
    expect(messageRow({ ...entry, at: MONDAY + ago }, MONDAY).date).toBe(words);
  });

  test('says honestly whether WeChat reminded as well', () => {
    expect(messageRow(entry, MONDAY).wechat).toBe('只在这里提醒');
  });
});

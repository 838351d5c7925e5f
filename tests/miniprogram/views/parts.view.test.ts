import { describe, expect, test } from '@jest/globals';
import { barOf } from '../../../miniprogram/components/as-action-bar/action-bar.view';
import { deadlineFace } from '../../../miniprogram/components/as-deadline/deadline.view';
import { piecesOf } from '../../../miniprogram/components/as-numbered/numbered.view';
import {
  type GridPhoto,
  storedLine,
  tilesOf,
} from '../../../miniprogram/components/as-photo-grid/photo-grid.view';
import { postRow } from '../../../miniprogram/components/as-role-bar/role-bar.view';
import { shownTabs } from '../../../miniprogram/custom-tab-bar/tabs';
import { columnOf, pageStyleOf } from '../../../miniprogram/theme/type-scale';

/** 24:00 in +08:00 of a day in 2026 or later. */
const endOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day, 16);
const NOW = Date.UTC(2026, 4, 25, 2);

describe('a deadline', () => {
  test('counts working days', () => {
    expect(deadlineFace(endOf(2026, 5, 27), NOW)).toMatchObject({
      text: '还剩 2 天',
      look: 'blue',
    });
    expect(deadlineFace(endOf(2026, 5, 25), NOW)).toMatchObject({ text: '今天到期', look: 'warn' });
    expect(deadlineFace(endOf(2026, 5, 20), NOW)).toMatchObject({
      text: '超期 3 天',
      look: 'solid',
    });
  });

  test('tells its day and that the campaign, not the law, has set it', () => {
    const { detail } = deadlineFace(endOf(2026, 6, 12), NOW);
    expect(detail).toContain('6月12日（周五）');
    expect(detail).toContain('本次行动规则');
    expect(detail).not.toContain('依法');
  });

  test('in a year whose holidays are not announced is provisional', () => {
    const now = Date.UTC(2026, 11, 30, 2);
    expect(deadlineFace(endOf(2027, 1, 15), now)).toMatchObject({
      text: '2027年1月15日 · 暂定',
      look: 'provisional',
    });
  });
});

describe('the bar of a page', () => {
  const act = (id: string, refusal?: string) => ({
    id,
    text: id,
    ...(refusal === undefined ? {} : { refusal }),
  });

  test('has the first act in red, the second beside it, the rest behind 更多', () => {
    const bar = barOf([act('a'), act('b'), act('c'), act('d')]);
    expect(bar.main?.id).toBe('a');
    expect(bar.second?.id).toBe('b');
    expect(bar.more.map(({ id }) => id)).toEqual(['c', 'd']);
  });

  test('never offers as a button what is refused, and keeps it with its reason', () => {
    const bar = barOf([act('a', '这是您自己报的'), act('b')]);
    expect(bar.main?.id).toBe('b');
    expect(bar.second).toBeUndefined();
    expect(bar.more).toEqual([act('a', '这是您自己报的')]);
  });

  test('of a page where nothing may be done is empty', () => {
    expect(barOf([])).toEqual({ more: [] });
  });
});

describe('the photos of a report', () => {
  const photo = (state: GridPhoto['state'], more: Partial<GridPhoto> = {}): GridPhoto => ({
    id: state,
    path: `wxfile://${state}`,
    state,
    percent: 0,
    reason: '',
    ...more,
  });

  test('say in words what the picture shows', () => {
    const photos = [
      photo('stored'),
      photo('uploading', { percent: 62 }),
      photo('failed'),
      photo('waiting'),
      photo('refused', { reason: '这种照片打不开。' }),
    ];
    expect(tilesOf(photos, false).map(({ words }) => words)).toEqual([
      '',
      '62%',
      '点这里重传',
      '等网络',
      '用不了',
    ]);
    expect(tilesOf(photos, false).map(({ label }) => label)).toEqual([
      '第 1 张照片，已存好',
      '第 2 张照片，上传到 62%',
      '第 3 张照片，没传上去，点这里重传',
      '第 4 张照片，等网络',
      '第 5 张照片，这种照片打不开。',
    ]);
  });

  test('in large type keep to words that fit a tile', () => {
    expect(tilesOf([photo('failed')], true)[0]?.words).toBe('重传');
  });

  test('count as stored only what is', () => {
    expect(storedLine([photo('stored'), photo('failed')])).toBe('已存好 1 / 2');
    expect(storedLine([])).toBe('');
  });
});

const unit = (id: string, kind: 'enterprise' | 'midUnion') => ({
  id,
  kind,
  name: `${id}厂`,
  unionName: `${id}工会`,
});
const officer = { role: 'officer', lead: false, unit: unit('甲', 'midUnion'), duties: 3 } as const;
const chair = { ...officer, role: 'chair', unit: unit('乙', 'enterprise'), duties: 100 } as const;

describe('the posts somebody holds', () => {
  test('name role and union, which one is chosen, and how much waits there', () => {
    const rows = [officer, chair].map((post) => postRow(post, officer));
    expect(rows.map(({ role, unit: name, duties }) => [role, name, duties])).toEqual([
      ['上级工会干部', '甲工会', '待办 3'],
      ['企业工会主席', '乙工会', '待办 100+'],
    ]);
    expect(rows.map(({ chosen }) => chosen)).toEqual([true, false]);
  });
});

describe('the tab bar', () => {
  const texts = (session: Parameters<typeof shownTabs>[0]) =>
    shownTabs(session, 'pages/home/home').map(({ text, badge }) => `${text}${badge}`);

  test('leaves out 办理 for somebody without a post, and before one is known', () => {
    expect(texts({ unread: 0 })).toEqual(['首页', '消息', '我的']);
    expect(texts({ posts: [], unread: 2 })).toEqual(['首页', '消息2', '我的']);
  });

  test('counts what waits for the chosen post', () => {
    expect(texts({ posts: [officer], chosen: officer, unread: 120 })).toEqual([
      '首页',
      '办理3',
      '消息99+',
      '我的',
    ]);
  });

  test('fills the icon of the tab one is on', () => {
    const [home, me] = shownTabs({ unread: 0 }, 'pages/home/home').filter(
      ({ text }) => text !== '消息',
    );
    expect([home?.icon, me?.icon]).toEqual(['home-filled', 'user']);
  });
});

describe('type sizes', () => {
  test.each([
    [0.9, 0],
    [1.1, 0],
    [1.2, 1],
    [1.4, 1],
    [1.5, 2],
    [2, 2],
  ])('at a factor of %d use column %d', (factor, column) => {
    expect(columnOf(factor)).toBe(column);
  });

  test('are written in px for the width of the window; the normal column needs none', () => {
    expect(pageStyleOf(0, 375)).toBe('');
    expect(pageStyleOf(2, 375)).toContain('--as-fs-body:26px');
    expect(pageStyleOf(1, 320)).toContain('--as-fs-body:18.8px');
  });
});

describe('a line of text', () => {
  const whole = (text: string) => piecesOf(text).flatMap((one) => (one.whole ? [one.text] : []));

  test.each([
    ['编号 2026-7QHK2M · 5月25日', ['2026-7QHK2M']],
    ['2026-QHK7MB 和 2026-7QHK2M', ['2026-QHK7MB', '2026-7QHK2M']],
    ['示范机械厂 冲压车间', []],
    ['', []],
  ])('%s keeps its case numbers whole, and every letter', (text, numbers) => {
    expect(whole(text)).toEqual(numbers);
    expect(
      piecesOf(text)
        .map((one) => one.text)
        .join(''),
    ).toBe(text);
  });
});

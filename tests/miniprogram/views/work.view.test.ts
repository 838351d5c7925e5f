import { describe, expect, test } from '@jest/globals';
import {
  cardsFor,
  countTabs,
  emptyText,
  workCard,
} from '../../../miniprogram/pages/work/work.view';

const NOW = Date.UTC(2026, 5, 10, 2, 24);
const DAY = 86_400_000;

const anItem = (head: Partial<Parameters<typeof workCard>[0]['head']> = {}) => ({
  id: 'case-1',
  version: 3,
  at: 0,
  head: {
    number: '2026-7QHK2M',
    title: '机械防护 · 冲压车间',
    place: '冲压车间',
    unitName: '示范机械厂',
    category: 'machine',
    state: 'toVerify' as const,
    acknowledged: false,
    danger: false,
    photos: 2,
    reportedAt: NOW - DAY,
    ...head,
  },
});

describe('a card of 办理', () => {
  test('offers 受理 first, then 去核实, then looking', () => {
    expect(workCard(anItem()).actText).toBe('受理');
    expect(workCard(anItem({ acknowledged: true })).actText).toBe('去核实');
    expect(workCard(anItem({ state: 'confirmed', acknowledged: true })).actText).toBe('查看');
  });

  test('says that life is in danger before anything else', () => {
    expect(workCard(anItem({ danger: true })).why).toBe('现在有人在里面/在干');
  });

  test('never claims more than 疑似', () => {
    const card = workCard(anItem({ state: 'confirmed', level: 'suspectedMajor' }));
    expect(card).toMatchObject({ major: true, why: '定性待定：建议企业对照标准判定' });
  });
});

describe('the tabs', () => {
  const due = (at: number) => anItem({ due: { clock: 'verify', at } });
  const items = [due(NOW - DAY), due(NOW + DAY / 2), due(NOW + 2 * DAY), due(NOW + 20 * DAY)];

  test('show what is overdue, due today and due in three days', () => {
    expect(cardsFor(items, 'overdue', NOW)).toHaveLength(1);
    expect(cardsFor(items, 'today', NOW)).toHaveLength(1);
    expect(cardsFor(items, 'threeDays', NOW)).toHaveLength(1);
    expect(cardsFor(items, 'all', NOW)).toHaveLength(4);
  });

  test('read 100+ when there is more than one page holds', () => {
    const counts = { overdue: 1, today: 2, threeDays: 4, all: 100 };
    const figures = countTabs({ counts, more: true }).map((tab) => tab.figure);
    expect(figures).toEqual(['1', '2', '4', '100+']);
  });

  test('say what an empty one means', () => {
    expect(emptyText('overdue', undefined)).toContain('全部待办');
    expect(emptyText('all', undefined)).toBe('有人报隐患，会出现在这里。');
  });
});

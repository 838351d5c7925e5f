import { describe, expect, test } from '@jest/globals';
import { draftRow, placeRow } from '../../../miniprogram/pages/home/home.view';
import type { Draft } from '../../../miniprogram/services/drafts';
import { placeIn } from '../../../miniprogram/services/scan';
import {
  photoLine,
  receiptActs,
  receiptView,
} from '../../../miniprogram/subpackages/hazard/receipt/receipt.view';
import {
  keptText,
  missingIn,
  reportView,
} from '../../../miniprogram/subpackages/hazard/report/report.view';
import { deadCode, placeView } from '../../../miniprogram/subpackages/place/page/page.view';

const CODE = 'A'.repeat(20);
const aDraft = (change: Partial<Draft> = {}): Draft => ({
  id: 'D'.repeat(24),
  place: CODE,
  placeName: '冲压车间',
  unitName: '示范机械厂',
  createdAt: 0,
  category: '',
  words: '',
  danger: false,
  toSuperior: false,
  photos: [],
  code: '7QHK2MXR94TBWPC3J8VD',
  sent: false,
  seen: false,
  ...change,
});
const photo = (state: 'stored' | 'uploading' | 'failed' | 'refused') => ({
  id: state,
  path: '',
  sha256: '',
  bytes: 1,
  state,
  slot: '',
  fileId: '',
  reason: '',
});
const receipt = (due: number) => ({
  id: 'case',
  version: 1,
  number: '2026-7QHK2M',
  title: '',
  reportedAt: Date.UTC(2026, 4, 25, 2),
  photosStored: 0,
  photosTotal: 0,
  due: [{ clock: 'acknowledge' as const, at: due }],
});

describe('a receipt', () => {
  test('groups the code, dates what comes next, and says in whose time the rest is', () => {
    const view = receiptView(aDraft(), receipt(Date.UTC(2026, 4, 26, 16)));
    expect(view.code).toBe('7QHK-2MXR-94TB-WPC3-J8VD');
    expect(view.dates.map(({ date }) => date)).toEqual(['5月26日前', '', '核实后 2 个工作日内']);
    expect(view.provisional).toBe('');
  });

  test('marks a date in a year that is not announced, once', () => {
    const view = receiptView(aDraft(), receipt(Date.UTC(2027, 0, 15, 16)));
    expect(view.dates[0]?.date).toBe('2027年1月15日前 · 暂定');
    expect(view.provisional).toContain('2027 年放假还没公布');
  });

  test.each([
    [['stored', 'stored'], '2 / 2 张已存好', true],
    [['stored', 'uploading'], '1 / 2 张已存好', false],
    [['stored', 'refused'], '1 / 1 张已存好', true],
    [[], '', true],
  ] as const)('counts %j as %s', (states, count, done) => {
    expect(photoLine(states.map(photo))).toMatchObject({ count, done });
  });

  test('offers one red act, and the progress page once reminded', () => {
    expect(receiptActs('')[0]?.id).toBe('remind');
    expect(receiptActs('declined')[0]?.id).toBe('remind');
    expect(receiptActs('will')[0]?.id).toBe('progress');
  });
});

describe('a report', () => {
  test('lacks only a category', () => {
    expect(missingIn(aDraft())).not.toBe('');
    expect(missingIn(aDraft({ category: 'unclear' }))).toBe('');
  });

  test('puts an industry’s own dangers first and 说不清 last', () => {
    const words = (industry?: string) =>
      reportView(aDraft(industry === undefined ? {} : { industry })).categories.map(
        ({ word }) => word,
      );
    expect(words()).toHaveLength(12);
    expect(words('construction')[0]).toBe('高处坠落');
    expect(words('construction').slice(-1)).toEqual(['说不清']);
  });

  test('kept for later tells what is kept', () => {
    expect(keptText(aDraft({ photos: [photo('failed')] }))).toContain('照片 1 张、类别、地点都在');
    expect(keptText(aDraft())).not.toContain('照片');
  });
});

describe('a row of 首页', () => {
  test.each([
    [{}, '还没提交'],
    [{ sent: true }, '存好了，等网络提交'],
    [{ sent: true, receipt: receipt(0) }, '提交上去了，看回执和查询码'],
  ])('of a report %j says %s', (change, line) => {
    expect(draftRow(aDraft(change)).line).toBe(line);
  });

  test('of a place tells only what was public', () => {
    expect(placeRow({ code: CODE, name: 'a', unitName: '', hazards: 0 }).line).toBe(
      '没有公开在办的',
    );
  });
});

describe('a place page', () => {
  test('shows the union’s words with the staff word of the state', () => {
    const view = placeView(
      {
        code: CODE,
        name: '冲压车间',
        unitName: '厂',
        unionName: '工会',
        hazards: [{ wording: '配电箱门敞开', state: 'fixed' }],
        fixed: 0,
      },
      Date.UTC(2026, 4, 25),
    );
    expect(view.cards[0]).toMatchObject({ title: '配电箱门敞开', state: { text: '工会销号' } });
    expect(view.sitePhone).toBe('');
  });

  test('takes a failure that waiting may mend for no dead code', () => {
    expect(deadCode('NETWORK')).toBeUndefined();
    expect(deadCode('BUSY')).toBeUndefined();
    expect(deadCode('PLACE_CLOSED')?.title).toContain('停用');
  });
});

describe('a scanned code', () => {
  test.each([
    [{ path: `subpackages/place/page/page?scene=${CODE}` }, CODE],
    [{ path: `subpackages/place/page/page?x=1&scene=${CODE}` }, CODE],
    [{ result: CODE }, CODE],
    [{ result: 'https://example.com' }, undefined],
    [{ path: 'pages/home/home' }, undefined],
    [{}, undefined],
  ])('%j is the place %s', (scanned, code) => {
    expect(placeIn(scanned)).toBe(code);
  });
});

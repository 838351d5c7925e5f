import type { Output } from '../../../miniprogram/services/cloud';
import { NOW } from './phone';

const DAY = 86_400_000;

type Session = Output<'member.sync'>;
type Post = Session['posts'][number];
type Queue = Output<'hazard.queue'>;
type Item = Queue['items'][number];
type Head = Item['head'];
type Detail = Output<'hazard.detail'>;
type Progress = Output<'hazard.progress'>;
type Entry = Output<'member.inbox'>['items'][number];

/** 24:00 of the day some days from now, Beijing time. */
export const dueIn = (days: number): number =>
  Math.floor((NOW + 8 * 3_600_000) / DAY) * DAY + (days + 1) * DAY - 8 * 3_600_000;

export const FIRM = {
  id: 'firm',
  kind: 'enterprise',
  name: '示范机械厂',
  unionName: '示范机械厂工会',
} as const;

export const STREET = {
  id: 'street',
  kind: 'midUnion',
  name: '城东街道',
  unionName: '城东街道总工会',
} as const;

export const aPost = (over: Partial<Post> = {}): Post => ({
  role: 'officer',
  lead: false,
  unit: FIRM,
  duties: 2,
  ...over,
});

export const aSession = (...posts: Post[]): Session => ({ posts, unread: 0 });

export const aHead = (over: Partial<Head> = {}): Head => ({
  number: '2026-7QHK2M',
  title: '机械防护 · 冲压车间',
  place: '冲压车间',
  unitName: '示范机械厂',
  category: 'machine',
  state: 'toVerify',
  acknowledged: false,
  danger: false,
  photos: 0,
  due: { clock: 'acknowledge', at: dueIn(1) },
  reportedAt: NOW,
  ...over,
});

export const anItem = (id: string, over: Partial<Head> = {}, version = 1): Item => ({
  id,
  version,
  at: 0,
  head: aHead(over),
});

/** A table with these hazards in this order; the figures are as the cloud counts them. */
export const aQueue = (items: readonly Item[], counts: Partial<Queue['counts']> = {}): Queue => ({
  items: [...items],
  counts: { overdue: 0, today: 0, threeDays: 0, all: items.length, ...counts },
  more: false,
});

export const aDetail = (over: Partial<Detail> = {}): Detail => ({
  id: 'case-1',
  version: 4,
  head: aHead({ acknowledged: true, due: { clock: 'verify', at: dueIn(2) } }),
  toSuperior: false,
  criteria: [],
  due: [],
  steps: [
    { n: 1, at: NOW - DAY, kind: 'report', role: 'reporter' },
    { n: 2, at: NOW, kind: 'acknowledge', role: 'handler' },
  ],
  photos: [],
  photosDue: 0,
  actions: [{ action: 'confirm' }, { action: 'declineNotTrue' }, { action: 'declineNotAccepted' }],
  ...over,
});

export const aProgress = (over: Partial<Progress> = {}): Progress => ({
  id: 'case-1',
  version: 2,
  number: '2026-7QHK2M',
  title: '机械防护 · 冲压车间',
  reportedAt: NOW - DAY,
  photosStored: 0,
  photosTotal: 0,
  due: [{ clock: 'verify', at: dueIn(2) }],
  head: aHead({ acknowledged: true }),
  steps: [
    { n: 1, at: NOW - DAY, kind: 'report', role: 'reporter' },
    { n: 2, at: NOW, kind: 'acknowledge', role: 'handler' },
  ],
  photos: [],
  photosDue: [],
  handledBy: '示范机械厂工会',
  actions: [],
  ...over,
});

export const anEntry = (id: string, over: Partial<Entry> = {}): Entry => ({
  id,
  notice: 'acknowledged',
  caseId: `case-of-${id}`,
  to: { kind: 'reporter' },
  title: '机械防护 · 冲压车间',
  at: NOW,
  read: false,
  wechat: false,
  ...over,
});

import { builtInCalendar } from '@anshao/core/calendar';
import {
  type Act,
  type Actor,
  type Case,
  DEFAULT_RULES,
  type DecideEnv,
  newCase,
  type Party,
  type Photo,
  type Report,
} from '@anshao/core/hazard';
import type { Unit } from '@anshao/core/org';

/** Monday 25 May 2026, 10:24 in +08:00: the morning on which the stories here begin. */
export const MONDAY = Date.UTC(2026, 4, 25, 2, 24);

export const CITY: Unit = {
  _id: 'city',
  kind: 'federation',
  name: '示范市',
  unionName: '示范市总工会',
  parent: null,
  path: [],
  officers: 1,
};
export const STREET: Unit = {
  _id: 'street',
  kind: 'midUnion',
  name: '城东街道',
  unionName: '城东街道总工会',
  parent: 'city',
  path: ['city'],
  officers: 2,
};
export const FACTORY: Unit = {
  _id: 'factory',
  kind: 'enterprise',
  name: '示范机械厂',
  unionName: '示范机械厂工会',
  parent: 'street',
  path: ['city', 'street'],
  officers: 1,
};
/** A firm whose union has nobody bound yet: the street handles. */
export const WORKSHOP: Unit = {
  ...FACTORY,
  _id: 'workshop',
  name: '样例五金厂',
  unionName: '样例五金厂工会',
  officers: 0,
};

const UNITS = new Map([CITY, STREET, FACTORY, WORKSHOP].map((unit) => [unit._id, unit]));

const aTree = (): ((id: string) => Unit | undefined) => (id) => UNITS.get(id);

let salts = 0;
export const anEnv = (over: Partial<DecideEnv> = {}): DecideEnv => ({
  now: MONDAY,
  rules: DEFAULT_RULES,
  calendar: builtInCalendar,
  unitById: aTree(),
  salt: () => `salt-${++salts}`,
  ...over,
});

export const aPhoto = (id = 'photo-1'): Photo => ({
  id,
  file: `sealed/${id}.jpg`,
  thumb: `sealed/${id}.thumb.jpg`,
  original: 'a'.repeat(64),
  stored: 'b'.repeat(64),
  at: MONDAY,
});

export const aReport = (over: Partial<Report> = {}): Report => ({
  id: 'case-1',
  number: '2026-7QHK2M',
  alias: 'alias-1',
  receipt: 'c'.repeat(64),
  request: 'request-report-1',
  place: { code: 'PLACE0000000000000001', name: '冲压车间 · 3 号压力机旁' },
  unit: FACTORY,
  category: 'machine',
  danger: false,
  toSuperior: false,
  photos: [aPhoto()],
  photosDue: [],
  ...over,
});

export const aCase = (over: Partial<Case> = {}, env = anEnv()): Case => ({
  ...newCase(aReport(), env),
  ...over,
});

export const anActor = (...parties: Party[]): Actor => ({
  parties,
  own: parties.includes('reporter'),
  by: parties.some((party) => party !== 'reporter' && party !== 'system') ? 'member-1' : undefined,
});

/** An example of each act, as it would arrive. */
export const anAct = (action: Act['action']): Act => {
  switch (action) {
    case 'tellSite':
      return { action, answer: 'told' };
    case 'acknowledge':
    case 'undo':
      return { action };
    case 'confirm':
      return { action, level: 'ordinary', criteria: [], wording: '压力机防护罩没装' };
    case 'declineNotTrue':
    case 'declineNotAccepted':
      return { action, reason: '到现场看了，护罩装着' };
    case 'takePhoto':
      return { action, photos: [aPhoto('photo-2')] };
  }
};

import { describe, expect, test } from '@jest/globals';
import { aroundCity } from '../builders/around-city';
import {
  aReportInput,
  type Receipt,
  type TestCity,
  type TestPhone,
  type TestServer,
} from '../builders/server';

let server: TestServer;
let city: TestCity;

aroundCity((...both) => {
  [server, city] = both;
});

type Part = 'federation' | 'street' | 'officer' | 'inspector' | 'employer' | 'worker' | 'stranger';

const report = (over: object = {}) =>
  city.worker.done<Receipt>('hazard.report', aReportInput(city.place, over));

const codeOf = async (
  phone: TestPhone,
  method: string,
  input: object,
  seen?: number,
): Promise<string> => {
  const answer = await phone.call(method, input, seen === undefined ? {} : { seen });
  return answer.ok ? 'OK' : answer.error.code;
};

/** What each part may do with a report to the factory’s own union. */
const OWN_UNION: Record<Part, { detail: string; act: string; progress: string; proof: string }> = {
  officer: { detail: 'OK', act: 'OK', progress: 'NOT_FOUND', proof: 'OK' },
  street: { detail: 'OK', act: 'NOT_YOURS', progress: 'NOT_FOUND', proof: 'OK' },
  federation: { detail: 'OK', act: 'NOT_YOURS', progress: 'NOT_FOUND', proof: 'OK' },
  inspector: { detail: 'NOT_FOUND', act: 'NOT_FOUND', progress: 'NOT_FOUND', proof: 'NOT_FOUND' },
  employer: { detail: 'NOT_FOUND', act: 'NOT_FOUND', progress: 'NOT_FOUND', proof: 'NOT_FOUND' },
  worker: { detail: 'NOT_FOUND', act: 'NOT_YOURS', progress: 'OK', proof: 'OK' },
  stranger: { detail: 'NOT_FOUND', act: 'NOT_FOUND', progress: 'NOT_FOUND', proof: 'NOT_FOUND' },
};

/** And with one that asks for the superior union. */
const SUPERIOR: typeof OWN_UNION = {
  ...OWN_UNION,
  officer: { detail: 'NOT_FOUND', act: 'NOT_FOUND', progress: 'NOT_FOUND', proof: 'NOT_FOUND' },
  street: { detail: 'OK', act: 'OK', progress: 'NOT_FOUND', proof: 'OK' },
};

const ACTS = [
  ['hazard.acknowledge', {}],
  ['hazard.confirm', { level: 'ordinary', criteria: [], wording: '防护罩没装' }],
  ['hazard.decline', { outcome: 'notTrue', reason: '到现场看了，护罩装着' }],
] as const;

describe.each([
  ['a report to the own union', {}, OWN_UNION],
  ['请上级工会来办', { toSuperior: true }, SUPERIOR],
] as const)('%s', (_, over, table) => {
  const parts: Part[] = [
    'stranger',
    'employer',
    'inspector',
    'worker',
    'federation',
    'street',
    'officer',
  ];

  test.each(parts)('%s sees what is theirs and nothing else', async (part) => {
    const { id } = await report(over);
    const phone = city[part];
    expect(await codeOf(phone, 'hazard.detail', { id })).toBe(table[part].detail);
    expect(await codeOf(phone, 'hazard.progress', { id })).toBe(table[part].progress);
    expect(await codeOf(phone, 'hazard.proof', { id })).toBe(table[part].proof);
  });

  test.each(parts)('%s does what is theirs and nothing else', async (part) => {
    for (const [method, input] of ACTS) {
      const { id } = await report(over);
      expect([method, await codeOf(city[part], method, { id, ...input }, 1)]).toEqual([
        method,
        table[part].act,
      ]);
      const [kase] = await server.documents('cases', { _id: id });
      expect(kase?.['version']).toBe(table[part].act === 'OK' ? 2 : 1);
    }
  });

  test('only the reporter says whether the site was told', async () => {
    const { id } = await report(over);
    const tell = (phone: TestPhone) => codeOf(phone, 'hazard.tellSite', { id, answer: 'told' }, 1);
    expect(await tell(city.stranger)).toBe('NOT_FOUND');
    expect(await tell(city.employer)).toBe('NOT_FOUND');
    expect(await tell(city.worker)).toBe('OK');
    expect(await tell(city.worker)).toBe('NOT_NOW');
  });
});

describe('a case that does not exist', () => {
  test('and one that is forbidden cannot be told apart', async () => {
    const { id } = await report();
    const missing = 'a'.repeat(43);
    for (const method of ['hazard.detail', 'hazard.progress', 'hazard.proof', 'member.remindMe']) {
      const ask = async (which: string) => {
        const field = method === 'member.remindMe' ? { caseId: which } : { id: which };
        const { now: _, ...answer } = await city.stranger.call(method, field);
        return answer;
      };
      expect(await ask(id)).toEqual(await ask(missing));
    }
  });
});

describe('an officer’s own report', () => {
  test('is for others to decide', async () => {
    const input = aReportInput(city.place);
    const { id } = await city.officer.done<Receipt>('hazard.report', input);
    const own = { id, level: 'ordinary', criteria: [], wording: '防护罩没装' };
    expect(await codeOf(city.officer, 'hazard.confirm', own, 1)).toBe('OWN_REPORT');
    expect(await codeOf(city.second, 'hazard.confirm', own, 1)).toBe('OK');
  });
});

describe('请上级工会来办', () => {
  test('leaves no trace in the own union: no case, no count, no message', async () => {
    const before = await city.officer.done('member.sync');
    const { id } = await report({ toSuperior: true });
    expect(await city.officer.done('member.sync')).toEqual(before);
    const queue = await city.officer.done('hazard.queue', { unit: city.units.factory });
    expect(JSON.stringify(queue)).not.toContain(id);
    const messages = JSON.stringify(await city.officer.done('member.inbox'));
    expect(messages).not.toContain(id);
    const above = JSON.stringify(await city.street.done('member.inbox'));
    expect(above).toContain(id);
  });
});

describe('one’s own list', () => {
  test('holds one’s own reports alone, newest first, page by page', async () => {
    const phone = server.phone('busy-reporter');
    const ids: string[] = [];
    for (let i = 0; i < 23; i++) {
      const { id } = await phone.done<Receipt>('hazard.report', aReportInput(city.place));
      ids.unshift(id);
    }
    interface Mine {
      readonly items: ReadonlyArray<{ id: string; head: { reportedAt: number } }>;
      readonly more: boolean;
    }
    const first = await phone.done<Mine>('hazard.mine');
    expect(first.more).toBe(true);
    const before = first.items[first.items.length - 1]?.head.reportedAt;
    const rest = await phone.done<Mine>('hazard.mine', { before });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
    expect(await city.stranger.done('hazard.mine')).toEqual({ items: [], more: false });
  });
});

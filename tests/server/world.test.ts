import '../builders/without-ai';

import { plainDate } from '@anshao/core/calendar';
import { DEFAULT_RULES } from '@anshao/core/hazard';
import { settings, type UnitDocument, units } from '@anshao/server/documents';
import { forgetWorld, world, worldWith } from '@anshao/server/world';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import { CITY, FACTORY, MONDAY, STREET } from '../builders/case';
import { type SdkCloud, startSdkCloud } from '../builders/server-sdk';

let sdk: SdkCloud;

beforeAll(async () => {
  sdk = await startSdkCloud();
  for (const unit of [CITY, STREET, FACTORY]) await units.insert({ ...unit, bound: [] });
}, 60_000);

afterAll(() => sdk.close());

beforeEach(forgetWorld);
afterEach(() => {
  jest.restoreAllMocks();
});

const added = (id: string): UnitDocument => ({ ...FACTORY, _id: id, bound: [] });
const at = (ms: number) => jest.spyOn(Date, 'now').mockReturnValue(ms);

describe('what an instance knows of the tree', () => {
  test('is a minute old at most', async () => {
    at(MONDAY);
    expect((await world()).unitById('later')).toBeUndefined();
    await units.insert(added('later'));
    at(MONDAY + 59_000);
    expect((await world()).unitById('later')).toBeUndefined();
    at(MONDAY + 61_000);
    expect((await world()).unitById('later')).toMatchObject({ name: FACTORY.name });
  });

  test('is read anew when somebody asks for a unit just added', async () => {
    at(MONDAY);
    await world();
    await units.insert(added('fresh'));
    expect((await worldWith('fresh')).unitById('fresh')).toBeDefined();
    expect((await worldWith('nowhere')).unitById('nowhere')).toBeUndefined();
  });
});

describe('the campaign’s settings', () => {
  const mine = {
    ...DEFAULT_RULES,
    version: '2027-1',
    days: { ...DEFAULT_RULES.days, verify: 5 },
  };

  test('choose the rules for new cases; an older case keeps the rules it runs by', async () => {
    expect((await world()).rules).toEqual(DEFAULT_RULES);
    await settings.insert({ _id: 'rules:2027-1', value: mine });
    await settings.insert({ _id: 'campaign', value: { rules: '2027-1' } });
    forgetWorld();
    const known = await world();
    expect(known.rules.days.verify).toBe(5);
    expect(known.envFor(DEFAULT_RULES.version, MONDAY).rules.days.verify).toBe(3);
    expect(() => known.envFor('2030-1', MONDAY)).toThrow('no rules 2030-1');
  });

  test('may announce a year’s holidays before the next update does', async () => {
    const day = (text: string) => {
      const date = plainDate(text);
      if (date === undefined) throw new Error(text);
      return date;
    };
    const sunday = day('2031-01-05');
    const monday = day('2031-01-06');
    expect((await world()).calendar.isWorkingDay(monday)).toBe(true);
    const value = { year: 2031, holidays: [monday], workdays: [sunday] };
    await settings.insert({ _id: 'calendar:2031', value });
    forgetWorld();
    const { calendar } = await world();
    expect([calendar.isWorkingDay(monday), calendar.isWorkingDay(sunday)]).toEqual([false, true]);
    expect(calendar.isProvisional(monday)).toBe(false);
  });

  test('that make no sense stop everything instead of being guessed at', async () => {
    await settings.insert({
      _id: 'calendar:2032',
      value: { year: 2032, holidays: ['2032-13-01'] },
    });
    forgetWorld();
    await expect(world()).rejects.toThrow();
    await settings.remove({ _id: 'calendar:2032' });
    expect((await world()).rules.version).toBe('2027-1');
  });
});

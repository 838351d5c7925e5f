import {
  ancestors,
  firmOf,
  handlingUnion,
  mayContain,
  superiorOf,
  type Unit,
} from '@anshao/core/org';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CITY, FACTORY, STREET, WORKSHOP } from '../../builders/case';

const treeOf = (...units: readonly Unit[]) => {
  const byId = new Map(units.map((unit) => [unit._id, unit]));
  return (id: string) => byId.get(id);
};
const GROUP: Unit = {
  ...FACTORY,
  _id: 'group',
  kind: 'group',
  parent: 'factory',
  path: ['city', 'street', 'factory'],
  officers: 0,
};
const ROAD: Unit = { ...WORKSHOP, _id: 'road', kind: 'site' };
const tree = treeOf(CITY, STREET, FACTORY, WORKSHOP, GROUP, ROAD);
const handles = (unit: Unit, toSuperior = false, byId = tree) =>
  handlingUnion(unit, byId, { toSuperior });

describe('a case lies', () => {
  test('with the firm’s own union if somebody there can handle it', () => {
    expect(handles(FACTORY)).toBe('factory');
  });

  test('with the street if nobody in the firm can, or there is no firm', () => {
    expect(handles(WORKSHOP)).toBe('street');
    expect(handles(ROAD)).toBe('street');
  });

  test('with the federation if nobody below has an officer, even if it has none itself', () => {
    const bare = (unit: Unit): Unit => ({ ...unit, officers: 0 });
    const empty = treeOf(bare(CITY), bare(STREET), bare(FACTORY));
    expect(handles(bare(FACTORY), false, empty)).toBe('city');
  });

  test('above the firm if the reporter asks the superior', () => {
    expect(handles(FACTORY, true)).toBe('street');
  });

  test('above the firm also when asked from one of its groups', () => {
    expect(handles(GROUP)).toBe('factory');
    expect(handles(GROUP, true)).toBe('street');
  });

  test('with the federation itself for what happens there, whatever is asked', () => {
    expect(handles(CITY, true)).toBe('city');
  });
});

describe('the union above', () => {
  test('is the nearest that has an officer', () => {
    expect(superiorOf('factory', tree)).toBe('street');
    expect(superiorOf('street', tree)).toBe('city');
    expect(superiorOf('factory', treeOf(CITY, { ...STREET, officers: 0 }, FACTORY))).toBe('city');
  });

  test('of the federation is itself', () => {
    expect(superiorOf('city', tree)).toBe('city');
  });
});

describe('in any tree', () => {
  /** A firm at the bottom of a chain of unions, each with some officers. */
  const line = fc
    .array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 6 })
    .map((counts) =>
      counts.map((officers, i): Unit => {
        const kind = i === 0 ? 'federation' : i === counts.length - 1 ? 'enterprise' : 'midUnion';
        const path = counts.slice(0, i).map((_, j) => `u${j}`);
        return { ...CITY, _id: `u${i}`, kind, parent: path[i - 1] ?? null, path, officers };
      }),
    );

  test('the handling union is the lowest staffed one, and above the firm if so asked', () => {
    fc.assert(
      fc.property(line, fc.boolean(), (units, toSuperior) => {
        const firm = units[units.length - 1];
        if (firm === undefined) throw new Error('no firm');
        const asked = toSuperior ? units.slice(0, -1) : units;
        const staffed = asked.filter((unit) => unit.officers > 0).map((unit) => unit._id);
        const found = handlingUnion(firm, treeOf(...units), { toSuperior });
        expect(found).toBe(staffed.pop() ?? 'u0');
        if (toSuperior) expect(found).not.toBe(firm._id);
      }),
    );
  });
});

describe('the tree', () => {
  test('is climbed from the nearest to the root', () => {
    expect(ancestors(GROUP)).toEqual(['factory', 'street', 'city']);
    expect(ancestors(CITY)).toEqual([]);
  });

  test('counts a group as its firm', () => {
    expect(firmOf('group', tree)).toBe('factory');
    expect(firmOf('factory', tree)).toBe('factory');
    expect(firmOf('gone', tree)).toBe('gone');
  });

  test('puts groups below firms only, and nothing below groups and sites', () => {
    expect(mayContain('enterprise', 'group')).toBe(true);
    expect(mayContain('federation', 'group')).toBe(false);
    expect(mayContain('group', 'group')).toBe(false);
    expect(mayContain('site', 'enterprise')).toBe(false);
    expect(mayContain('midUnion', 'federation')).toBe(false);
  });
});

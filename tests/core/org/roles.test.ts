import {
  conflicts,
  type Membership,
  mayInvite,
  ROLE_UNITS,
  ROLES,
  type Role,
  roleName,
  UNIT_KINDS,
  type Unit,
} from '@anshao/core/org';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CITY, FACTORY, STREET, WORKSHOP } from '../../builders/case';

const holds = (role: Role, unit: Unit, lead?: boolean): Membership => ({
  role,
  unit: unit._id,
  since: 0,
  ...(lead === undefined ? {} : { lead }),
});
const GROUP: Unit = { ...FACTORY, _id: 'group', kind: 'group', parent: 'factory' };
const tree = (id: string) => [CITY, STREET, FACTORY, GROUP].find((unit) => unit._id === id);

describe('a role', () => {
  test('has the name people use for it, which for an officer depends on where', () => {
    expect(roleName('officer', 'enterprise')).toBe('企业工会干部');
    expect(roleName('officer', 'midUnion')).toBe('上级工会干部');
    expect(ROLES.map((role) => roleName(role, 'enterprise'))).not.toContain('');
  });
});

describe('an invitation', () => {
  test('comes from the chair for his own firm and nowhere else', () => {
    const chair = holds('chair', FACTORY);
    expect(mayInvite(chair, 'officer', FACTORY)).toBe(true);
    expect(mayInvite(chair, 'employer', FACTORY)).toBe(true);
    expect(mayInvite(chair, 'officer', WORKSHOP)).toBe(false);
    expect(mayInvite(chair, 'officer', STREET)).toBe(false);
  });

  test('comes from the lead of a street for all firms below, not from its other officers', () => {
    expect(mayInvite(holds('officer', STREET, true), 'chair', FACTORY)).toBe(true);
    expect(mayInvite(holds('officer', STREET, true), 'officer', STREET)).toBe(true);
    expect(mayInvite(holds('officer', STREET), 'chair', FACTORY)).toBe(false);
  });

  test('to write, review or keep identities comes from the federation alone', () => {
    for (const role of ['editor', 'reviewer', 'custodian'] as const) {
      expect(mayInvite(holds('federation', CITY), role, STREET)).toBe(true);
      expect(mayInvite(holds('officer', STREET, true), role, STREET)).toBe(false);
    }
  });

  test('never comes from people who do not lead', () => {
    for (const role of ['inspector', 'officer', 'employer', 'editor', 'custodian'] as const) {
      for (const offered of ROLES) {
        expect(mayInvite(holds(role, FACTORY), offered, FACTORY)).toBe(false);
      }
    }
  });

  test('never gives a role to a unit that has no such role, whoever asks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...UNIT_KINDS),
        fc.constantFrom(...ROLES),
        fc.boolean(),
        (mine, kind, offered, lead) => {
          const unit: Unit = { ...FACTORY, kind, path: ['city'] };
          const allowed = mayInvite(holds(mine, CITY, lead), offered, unit);
          if (allowed) expect(ROLE_UNITS[offered]).toContain(kind);
        },
      ),
    );
  });
});

describe('nobody', () => {
  test('answers for a firm and sits in its union', () => {
    for (const role of ['officer', 'chair', 'inspector'] as const) {
      expect(conflicts([holds(role, FACTORY)], holds('employer', FACTORY))).toBe(
        'employerAndUnion',
      );
      expect(conflicts([holds('employer', FACTORY)], holds(role, FACTORY))).toBe(
        'employerAndUnion',
      );
    }
  });

  test('answers for a firm and inspects in one of its groups', () => {
    const answer = (existing: Role, on: Unit, next: Role, at: Unit) =>
      conflicts([holds(existing, on)], holds(next, at), tree);
    expect(answer('employer', FACTORY, 'inspector', GROUP)).toBe('employerAndUnion');
    expect(answer('inspector', GROUP, 'employer', FACTORY)).toBe('employerAndUnion');
  });

  test('keeps identities and has any part in hazards', () => {
    for (const role of ['officer', 'chair', 'inspector', 'federation', 'employer'] as const) {
      expect(conflicts([holds(role, FACTORY)], holds('custodian', CITY))).toBe('custodianHandles');
      expect(conflicts([holds('custodian', CITY)], holds(role, FACTORY))).toBe('custodianHandles');
    }
  });
});

describe('anybody may', () => {
  test('answer for one firm and be in the union of another', () => {
    expect(conflicts([holds('employer', WORKSHOP)], holds('officer', FACTORY))).toBeUndefined();
  });

  test('hold several union roles, or write and keep identities', () => {
    expect(conflicts([holds('officer', FACTORY)], holds('inspector', FACTORY))).toBeUndefined();
    expect(conflicts([holds('editor', CITY)], holds('custodian', CITY))).toBeUndefined();
  });

  test('take a first role', () => {
    for (const role of ROLES) expect(conflicts([], holds(role, FACTORY))).toBeUndefined();
  });
});

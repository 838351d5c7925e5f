import { firmOf, type Unit, type UnitById, type UnitKind } from './units';

export const ROLES = [
  'inspector',
  'officer',
  'chair',
  'employer',
  'federation',
  'editor',
  'reviewer',
  'custodian',
] as const;
export type Role = (typeof ROLES)[number];

/** A role somebody holds in a unit. `lead` gives an officer of a mid-level union a chair's acts. */
export interface Membership {
  readonly role: Role;
  readonly unit: string;
  readonly lead?: boolean;
  readonly since: number;
}

/** In which kinds of unit a role exists. */
export const ROLE_UNITS: Readonly<Record<Role, readonly UnitKind[]>> = {
  inspector: ['enterprise', 'group'],
  officer: ['enterprise', 'midUnion'],
  chair: ['enterprise'],
  employer: ['enterprise'],
  federation: ['federation'],
  editor: ['federation', 'midUnion'],
  reviewer: ['federation', 'midUnion'],
  custodian: ['federation', 'midUnion'],
};

/** Roles that handle cases in a unit: binding one makes its union able to. */
const HANDLING_ROLES: readonly Role[] = ['officer', 'chair', 'federation'];
const UNION_ROLES: readonly Role[] = ['officer', 'chair', 'inspector', 'federation'];

export const isHandlingRole = (role: Role): boolean => HANDLING_ROLES.includes(role);

/** What a role is called, which for an officer depends on where. */
export const roleName = (role: Role, kind: UnitKind): string => {
  switch (role) {
    case 'inspector':
      return '小组检查员';
    case 'officer':
      return kind === 'enterprise' ? '企业工会干部' : '上级工会干部';
    case 'chair':
      return '企业工会主席';
    case 'employer':
      return '企业负责人';
    case 'federation':
      return '市总';
    case 'editor':
      return '内容编辑';
    case 'reviewer':
      return '审核人';
    case 'custodian':
      return '专管员';
  }
};

/**
 * Whether somebody may give a role in a unit: chair, lead and federation do, in their own unit and
 * below. Editors, reviewers and the custodian are named by the federation alone.
 */
export const mayInvite = (inviter: Membership, role: Role, unit: Unit): boolean => {
  if (!ROLE_UNITS[role].includes(unit.kind)) return false;
  const within = unit._id === inviter.unit || unit.path.includes(inviter.unit);
  if (!within) return false;
  if (inviter.role === 'federation') return true;
  if (role === 'editor' || role === 'reviewer' || role === 'custodian') return false;
  return inviter.role === 'chair' || (inviter.role === 'officer' && inviter.lead === true);
};

/** `custodianHandles` also stands for a custodian who would answer for a firm or look on site. */
export type RoleConflict = 'employerAndUnion' | 'custodianHandles';

/** Roles that take part in hazards. Who learns identities must have no part in them. */
const takesPart = (role: Role): boolean => role === 'employer' || UNION_ROLES.includes(role);

/**
 * Why somebody cannot take a further role: nobody sits on both sides of one table, and a firm with
 * its groups is one table.
 * @param unitById knows the units concerned; one it does not know counts as a firm of its own
 */
export const conflicts = (
  existing: readonly Membership[],
  next: Pick<Membership, 'role' | 'unit'>,
  unitById: UnitById = () => undefined,
): RoleConflict | undefined => {
  const firm = firmOf(next.unit, unitById);
  const inFirm = existing.filter((held) => firmOf(held.unit, unitById) === firm);
  const isUnion = ({ role }: Pick<Membership, 'role'>) => UNION_ROLES.includes(role);
  if (next.role === 'employer' && inFirm.some(isUnion)) return 'employerAndUnion';
  if (isUnion(next) && inFirm.some(({ role }) => role === 'employer')) return 'employerAndUnion';
  if (next.role === 'custodian' && existing.some(({ role }) => takesPart(role))) {
    return 'custodianHandles';
  }
  if (takesPart(next.role) && existing.some(({ role }) => role === 'custodian')) {
    return 'custodianHandles';
  }
  return undefined;
};

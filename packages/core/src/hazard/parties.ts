import type { Membership, Unit } from '../org';
import type { Case } from './case';
import type { Party } from './state';

export interface Person {
  readonly memberships: readonly Membership[];
  /** Whether the case is this person's own report (server: one keyed comparison). */
  readonly own: boolean;
}

type Placed = Pick<Case, 'unit' | 'handlingUnion' | 'toSuperior'>;
type UnitById = (id: string) => Unit | undefined;

/**
 * What a person is to a case. Decided from the tree as it stands now, never from the stamp in the
 * case. 请上级工会来办 makes the unit's own union nobody: handlingUnion lies above it.
 */
export const partiesOf = (kase: Placed, person: Person, unitById: UnitById): Party[] => {
  const parties = new Set<Party>();
  if (person.own) parties.add('reporter');
  const above = unitsAbove(kase, unitById);
  for (const membership of person.memberships) {
    for (const party of partiesOfMembership(kase, membership, above)) parties.add(party);
  }
  return [...parties];
};

/** Ancestors of the handling union, nearest last; they see, and act after 接手. */
const unitsAbove = (kase: Placed, unitById: UnitById): readonly string[] =>
  unitById(kase.handlingUnion)?.path ?? [];

const partiesOfMembership = (
  kase: Placed,
  membership: Membership,
  above: readonly string[],
): readonly Party[] => {
  const handles = membership.unit === kase.handlingUnion;
  switch (membership.role) {
    case 'officer':
      if (handles) return membership.lead === true ? ['handler', 'handlingChair'] : ['handler'];
      return above.includes(membership.unit) ? ['superior'] : [];
    case 'chair':
      if (handles) return ['handler', 'handlingChair'];
      return above.includes(membership.unit) ? ['superior'] : [];
    case 'federation':
      if (handles) return ['handler', 'handlingChair', 'federation'];
      return above.includes(membership.unit) ? ['superior', 'federation'] : [];
    case 'inspector':
      return membership.unit === kase.unit.id && !kase.toSuperior ? ['inspector'] : [];
    case 'employer':
      return membership.unit === kase.unit.id ? ['employer'] : [];
    case 'custodian':
      return ['custodian'];
    case 'editor':
    case 'reviewer':
      return [];
  }
};

/** Parties that may open the case itself. Employer and public read only the union's own words. */
const READERS: readonly Party[] = ['handler', 'handlingChair', 'superior', 'federation'];

export const mayOpen = (parties: readonly Party[]): boolean =>
  parties.some((party) => READERS.includes(party));

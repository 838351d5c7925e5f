import type { Membership, OutputOf, Role, Unit, UnitKind } from '../../../vendor/core';
import { mayContain, mayInvite, type orgContracts, ROLES, roleName } from '../../../vendor/core';

type Units = OutputOf<typeof orgContracts.units>;
type Posts = ReadonlyArray<OutputOf<typeof orgContracts.sync>['posts'][number]>;

const KIND_WORDS: Readonly<Record<UnitKind, string>> = {
  federation: '市总工会',
  midUnion: '镇街道、系统或直属工会',
  enterprise: '企业和企业工会',
  group: '工会小组',
  site: '没有用人单位的地点',
};

const kindWord = (kind: UnitKind): string => KIND_WORDS[kind];

/** Kinds that may be added below a unit, with their words. */
export const kindsBelow = (kind: UnitKind): Array<{ kind: UnitKind; text: string }> =>
  (Object.keys(KIND_WORDS) as UnitKind[])
    .filter((child) => mayContain(kind, child))
    .map((child) => ({ kind: child, text: KIND_WORDS[child] }));

export interface ChildRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

export interface UnitView {
  readonly name: string;
  readonly unionName: string;
  readonly kind: string;
  readonly handledBy: string;
  readonly children: readonly ChildRow[];
  readonly more: boolean;
  readonly mayAdd: boolean;
}

export const unitPageView = ({ unit, handledBy, children, more }: Units): UnitView => ({
  name: unit.name,
  unionName: unit.unionName,
  kind: kindWord(unit.kind),
  handledBy,
  children: children.map(({ id, name, officers }) => ({
    id,
    name,
    note: officers === 0 ? '还没有工会干部，由上级工会办' : `工会干部 ${officers} 人`,
  })),
  more,
  mayAdd: kindsBelow(unit.kind).length > 0,
});

/** The roles somebody may give in a unit. The cloud decides again, from the tree. */
export const rolesToGive = (
  posts: Posts,
  unit: { readonly id: string; readonly kind: UnitKind },
): Array<{ role: Role; text: string }> => {
  const memberships = posts.map(
    (post): Membership => ({ role: post.role, unit: post.unit.id, lead: post.lead, since: 0 }),
  );
  // The phone does not know the whole tree: whoever could open the unit stands in or above it.
  const path = posts.map((post) => post.unit.id).filter((id) => id !== unit.id);
  const node: Unit = {
    _id: unit.id,
    kind: unit.kind,
    name: '',
    unionName: '',
    parent: null,
    path,
    officers: 0,
  };
  return ROLES.filter((role) => memberships.some((held) => mayInvite(held, role, node))).map(
    (role) => ({ role, text: roleName(role, unit.kind) }),
  );
};

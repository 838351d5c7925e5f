/** 市总 → 镇街道、系统、直属工会 → 企业工会 → 小组; a site is a place without an employer. */
export const UNIT_KINDS = ['federation', 'midUnion', 'enterprise', 'group', 'site'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A node of the tree. An enterprise stands for the firm and its union together. */
export interface Unit {
  readonly _id: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly unionName: string;
  readonly parent: string | null;
  /** Ids from the root down to the parent. */
  readonly path: readonly string[];
  /** Bound people who can handle cases, chair included. */
  readonly officers: number;
  readonly industry?: string;
  readonly dutyName?: string;
  readonly dutyPhone?: string;
}

export type UnitById = (id: string) => Unit | undefined;

/** Which units may stand below which. */
const CHILDREN: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  federation: ['midUnion', 'enterprise', 'site'],
  midUnion: ['midUnion', 'enterprise', 'site'],
  enterprise: ['group'],
  group: [],
  site: [],
};

export const mayContain = (parent: UnitKind, child: UnitKind): boolean =>
  CHILDREN[parent].includes(child);

/** Ids from the nearest ancestor up to the root. */
export const ancestors = (unit: Unit): string[] => [...unit.path].reverse();

/** The nearest of some units that has a bound officer; the root is the last resort. */
const firstStaffed = (ids: readonly string[], unitById: UnitById): string | undefined =>
  ids.find((id) => (unitById(id)?.officers ?? 0) > 0) ?? ids[ids.length - 1];

/** The firm a unit belongs to: a group's enterprise, else the unit itself. */
export const firmOf = (unitId: string, unitById: UnitById): string => {
  const unit = unitById(unitId);
  return unit?.kind === 'group' && unit.parent !== null ? unit.parent : unitId;
};

/**
 * On whose table a case of this unit lies: its own union if it has a bound officer, else the
 * nearest ancestor that has. 请上级工会来办 starts the search above the unit; for a group above its
 * enterprise, whose union is the one that must not see the case. The root is the last resort.
 */
export const handlingUnion = (
  unit: Unit,
  unitById: UnitById,
  { toSuperior }: { readonly toSuperior: boolean },
): string => {
  const above = ancestors(unit);
  const superiors = unit.kind === 'group' ? above.slice(1) : above;
  const candidates = toSuperior && superiors.length > 0 ? superiors : [unit._id, ...above];
  return firstStaffed(candidates, unitById) ?? unit._id;
};

/** The union that looks at what a handling union decided; the root has nobody above but itself. */
export const superiorOf = (unionId: string, unitById: UnitById): string => {
  const unit = unitById(unionId);
  const above = unit === undefined ? [] : ancestors(unit);
  return firstStaffed(above, unitById) ?? unionId;
};

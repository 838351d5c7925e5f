import type { Case } from './case';

type FacetSource = Pick<
  Case,
  'state' | 'outcome' | 'level' | 'category' | 'danger' | 'handlingUnion'
> & { readonly unit: Pick<Case['unit'], 'id' | 'path'> };

/**
 * One array of `<ancestor unit>|<filter>=<value>` per case: a ledger query takes its rarest facet
 * from one multikey index and filters the rest. Filters stay few: each costs an index entry per
 * ancestor.
 */
export const facetsOf = (source: FacetSource): string[] => {
  const filters = [
    'all=1',
    `state=${source.state}`,
    `category=${source.category}`,
    ...(source.outcome === undefined ? [] : [`outcome=${source.outcome}`]),
    ...(source.level === undefined ? [] : [`level=${source.level}`]),
    ...(source.danger ? ['danger=1'] : []),
  ];
  const units = [...new Set([...source.unit.path, source.unit.id])];
  return units.flatMap((unit) => filters.map((filter) => `${unit}|${filter}`));
};

import { type SdkCondition, sdk } from './app';

type Scalar = string | number | boolean | null;

/** A comparison; several hold together. */
export interface Compare {
  readonly in?: readonly Scalar[];
  readonly lt?: number | string;
  readonly lte?: number | string;
  readonly gt?: number | string;
  readonly not?: Scalar;
}

/** Field paths with what they must be. */
export type Filter = Readonly<Record<string, Scalar | Compare>>;

const isCompare = (value: Scalar | Compare): value is Compare =>
  typeof value === 'object' && value !== null;

/** A filter in the SDK's own commands. @throws Error for a comparison that compares nothing */
export const toQuery = (filter: Filter): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [
      field,
      isCompare(value) ? toCondition(field, value) : value,
    ]),
  );

const toCondition = (field: string, compare: Compare): SdkCondition => {
  const { command } = sdk().database();
  const all: SdkCondition[] = [];
  if (compare.in !== undefined) all.push(command.in(compare.in));
  if (compare.lt !== undefined) all.push(command.lt(compare.lt));
  if (compare.lte !== undefined) all.push(command.lte(compare.lte));
  if (compare.gt !== undefined) all.push(command.gt(compare.gt));
  if (compare.not !== undefined) all.push(command.neq(compare.not));
  const [first, ...rest] = all;
  if (first === undefined) throw new Error(`the filter on ${field} compares nothing`);
  return rest.reduce((condition, next) => condition.and(next), first);
};

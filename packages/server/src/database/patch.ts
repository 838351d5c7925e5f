import { sdk } from './app';

/**
 * What an update changes. `set` replaces a field whole: the SDK alone would merge nested objects
 * and leave deleted keys behind.
 */
export interface Patch {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly increase?: Readonly<Record<string, number>>;
  readonly push?: Readonly<Record<string, readonly unknown[]>>;
  /** Takes the elements with one of these ids out of an array of objects. */
  readonly pull?: Readonly<Record<string, readonly string[]>>;
  /** Takes the elements numbered up to `n` out of an array of numbered objects. */
  readonly trim?: Readonly<Record<string, number>>;
  /** Takes plain values out of an array. */
  readonly drop?: Readonly<Record<string, readonly string[]>>;
}

/** A patch in the SDK's commands. @throws Error when two parts name the same field */
export const toUpdate = (patch: Patch): Record<string, unknown> => {
  const { command } = sdk().database();
  const update: Record<string, unknown> = {};
  const put = (field: string, value: unknown): void => {
    if (field in update) throw new Error(`one update cannot change ${field} in two ways`);
    update[field] = value;
  };
  for (const [field, value] of Object.entries(patch.set ?? {})) put(field, command.set(value));
  for (const field of patch.remove ?? []) put(field, command.remove());
  for (const [field, by] of Object.entries(patch.increase ?? {})) put(field, command.inc(by));
  for (const [field, values] of Object.entries(patch.push ?? {})) {
    if (values.length > 0) put(field, command.push(values));
  }
  for (const [field, ids] of Object.entries(patch.pull ?? {})) {
    if (ids.length > 0) put(field, command.pull({ id: { $in: ids } }));
  }
  for (const [field, n] of Object.entries(patch.trim ?? {})) {
    put(field, command.pull({ n: { $lte: n } }));
  }
  for (const [field, values] of Object.entries(patch.drop ?? {})) {
    if (values.length > 0) put(field, command.pull({ $in: values }));
  }
  return update;
};

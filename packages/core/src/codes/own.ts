/** Whether a table has a key of its own: `toString` is none, though every object answers to it. */
export const isKeyOf = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  hasOwn(table, key);

const hasOwn = (object: object, key: PropertyKey): boolean =>
  Reflect.getOwnPropertyDescriptor(object, key) !== undefined;

// The hashing library calls it while it loads; phones from before 2022 do not have it.
if (Reflect.get(Object, 'hasOwn') === undefined) Object.hasOwn = hasOwn;

import { requestFailed } from './failures';
import { compileElement, compileQuery, type ExpressionTest, hasOperators } from './matcher';
import { leafTest } from './operators';
import { sortFields, sortKey } from './sorting';
import type { Edit } from './update-paths';
import { compare, type Document, equals, isArray, isDocument, type Value } from './values';

/** `$push`: one value, or `$each` with `$position`, `$sort` and `$slice`. */
export function push(operand: Value): Edit {
  const { items, position, sort, slice } = modifiers('$push', operand);
  return (old, path) => {
    const list = listAt('$push', old, path);
    const at = position === undefined ? list.length : position;
    let result = [...list];
    result.splice(at < 0 ? Math.max(0, list.length + at) : at, 0, ...items);
    if (sort !== undefined) result = sorted(result, sort);
    if (slice === undefined) return result;
    return slice < 0 ? result.slice(slice) : result.slice(0, slice);
  };
}

interface Modifiers {
  readonly items: readonly Value[];
  readonly position?: number;
  readonly sort?: Value;
  readonly slice?: number;
}

function modifiers(name: string, operand: Value): Modifiers {
  if (!isDocument(operand) || !('$each' in operand)) return { items: [operand] };
  const items = operand['$each'];
  if (!isArray(items)) throw requestFailed(`The argument to $each in ${name} must be an array`);
  for (const field of Object.keys(operand)) {
    if (!['$each', '$position', '$sort', '$slice'].includes(field)) {
      throw requestFailed(`Unrecognized clause in ${name}: ${field}`);
    }
  }
  const position = wholeNumber(operand, '$position');
  const slice = wholeNumber(operand, '$slice');
  const sort = operand['$sort'];
  return {
    items,
    ...(position === undefined ? {} : { position }),
    ...(slice === undefined ? {} : { slice }),
    ...(sort === undefined ? {} : { sort }),
  };
}

function wholeNumber(operand: Document, name: string): number | undefined {
  const value = operand[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw requestFailed(`The value for ${name} must be an integer value`);
  }
  return value;
}

function sorted(list: Value[], sort: Value): Value[] {
  if (sort === 1 || sort === -1) return list.sort((a, b) => compare(a, b) * sort);
  const fields = sortFields(sort);
  const keyed = list.map((item) => ({ item, key: sortKey(isDocument(item) ? item : {}, fields) }));
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item);
}

/** `$addToSet`: adds what is not in the list yet. */
export function addToSet(operand: Value): Edit {
  const { items } = modifiers('$addToSet', operand);
  return (old, path) => {
    const result = [...listAt('$addToSet', old, path)];
    for (const item of items) {
      if (!result.some((present) => equals(present, item))) result.push(item);
    }
    return result;
  };
}

/** `$pop`: takes the last element (1) or the first (-1). */
export function pop(operand: Value): Edit {
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1');
  return (old, path) => {
    if (old === undefined) return undefined;
    const list = listAt('$pop', old, path);
    return operand === 1 ? list.slice(0, -1) : list.slice(1);
  };
}

/** `$pullAll`: takes out every element that equals one of the values. */
export function pullAll(operand: Value): Edit {
  if (!isArray(operand)) throw requestFailed('$pullAll requires an array argument');
  return without('$pullAll', (item) => operand.some((value) => equals(value, item)));
}

/** `$pull`: takes out every element that answers a condition. */
export function pull(operand: Value, expressions: ExpressionTest): Edit {
  return without('$pull', elementTest(operand, expressions));
}

function elementTest(operand: Value, expressions: ExpressionTest): (item: Value) => boolean {
  if (hasOperators(operand)) return compileElement(operand, expressions);
  if (!isDocument(operand)) return leafTest('$eq', operand, {});
  const matches = compileQuery(operand, expressions);
  return (item) => isDocument(item) && matches(item);
}

function without(name: string, leaves: (item: Value) => boolean): Edit {
  return (old, path) => {
    if (old === undefined) return undefined;
    return listAt(name, old, path).filter((item) => !leaves(item));
  };
}

function listAt(name: string, old: Value | undefined, path: string): readonly Value[] {
  if (old === undefined) return [];
  if (isArray(old)) return old;
  throw requestFailed(`${name}: the field '${path}' must be an array`);
}

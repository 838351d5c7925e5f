import { decodeRegex } from '../ejson';
import { notOffered, requestFailed } from './failures';
import {
  compare,
  type Document,
  equals,
  isArray,
  isDocument,
  KIND,
  kindOf,
  type Value,
} from './values';

/** A test of one value; undefined is a missing field. */
export type LeafTest = (value: Value | undefined) => boolean;

/**
 * Compiles an operator that looks at single values.
 * @param siblings the condition's other operators, for those that come in pairs
 */
export function leafTest(name: string, operand: Value, siblings: Document): LeafTest {
  switch (name) {
    case '$eq':
      return equality(operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(name, operand);
    case '$in': {
      if (!isArray(operand)) throw requestFailed('$in needs an array');
      const tests = operand.map((item) => {
        if (isDocument(item) && Object.keys(item)[0]?.startsWith('$') === true) {
          throw requestFailed('cannot nest $ under $in');
        }
        return equality(item);
      });
      return (value) => tests.some((test) => test(value));
    }
    case '$regex':
      return equality(pattern(operand, siblings));
    case '$options':
      if (!('$regex' in siblings)) throw requestFailed('$options needs a $regex');
      return () => true;
    case '$mod':
      return modulo(operand);
    case '$type':
      return typeTest(operand);
    case '$near':
    case '$nearSphere':
    case '$geoWithin':
    case '$geoIntersects':
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      throw notOffered(`the query operator ${name}`);
    default:
      throw requestFailed(`unknown operator: ${name}`);
  }
}

/** Equality; null also means missing, and a pattern means every text that it fits. */
function equality(operand: Value): LeafTest {
  if (operand === null) return (value) => value === null || value === undefined;
  if (operand instanceof RegExp) {
    return (value) =>
      typeof value === 'string'
        ? operand.test(value)
        : value !== undefined && equals(value, operand);
  }
  return (value) => value !== undefined && equals(value, operand);
}

/** Ranges hold within one kind of values only, and NaN is in none but its own. */
function range(name: string, operand: Value): LeafTest {
  if (operand instanceof RegExp) throw requestFailed(`Can't have RegEx as arg to predicate`);
  const inclusive = name === '$gte' || name === '$lte';
  if (operand === null) return inclusive ? equality(null) : () => false;
  const direction = name === '$gt' || name === '$gte' ? 1 : -1;
  const kind = kindOf(operand);
  if (typeof operand === 'number' && Number.isNaN(operand)) {
    return (value) => inclusive && typeof value === 'number' && Number.isNaN(value);
  }
  return (value) => {
    if (value === undefined || kindOf(value) !== kind) return false;
    if (typeof value === 'number' && Number.isNaN(value)) return false;
    const order = compare(value, operand) * direction;
    return order > 0 || (inclusive && order === 0);
  };
}

function pattern(operand: Value, siblings: Document): RegExp {
  const options = siblings['$options'];
  const given = typeof options === 'string' ? options : '';
  if (operand instanceof RegExp) return decodeRegex(operand.source, operand.flags + given);
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return decodeRegex(operand, given);
}

function modulo(operand: Value): LeafTest {
  const [divisor, remainder] = isArray(operand) ? operand : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0) {
    throw requestFailed('$mod needs a divisor other than 0 and a remainder');
  }
  return (value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder);
}

// Numbers are kept without the width that they came with, but the SDK chooses the width by the
// value, so the value tells it.
const isInt: LeafTest = (value) => typeof value === 'number' && Object.is(value | 0, value);
const isLong: LeafTest = (value) =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  !Object.is(value, -0) &&
  Math.abs(value) < 2 ** 63 &&
  !isInt(value);
const isNumber = ofKind(KIND.number);

const TYPES: ReadonlyArray<readonly [name: string, code: number, test: LeafTest]> = [
  ['double', 1, (value) => isNumber(value) && !isInt(value) && !isLong(value)],
  ['string', 2, ofKind(KIND.string)],
  ['object', 3, ofKind(KIND.object)],
  ['array', 4, ofKind(KIND.array)],
  ['objectId', 7, ofKind(KIND.objectId)],
  ['bool', 8, ofKind(KIND.boolean)],
  ['date', 9, ofKind(KIND.date)],
  ['null', 10, (value) => value === null],
  ['regex', 11, ofKind(KIND.regex)],
  ['int', 16, isInt],
  ['long', 18, isLong],
  ['number', Number.NaN, isNumber],
];

function ofKind(kind: number): LeafTest {
  return (value) => value !== undefined && kindOf(value) === kind;
}

function typeTest(operand: Value): LeafTest {
  const tests = (isArray(operand) ? operand : [operand]).map((type) => {
    const found = TYPES.find(([name, code]) => name === type || code === type);
    if (found === undefined) throw notOffered(`the $type ${String(type)}`);
    return found[2];
  });
  return (value) => tests.some((test) => test(value));
}

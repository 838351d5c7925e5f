import { requestFailed } from './failures';
import { type LeafTest, leafTest } from './operators';
import { valuesAt } from './paths';
import { compare, type Document, isArray, isDocument, type Value } from './values';

/** Says whether a document answers a query. */
export type Matcher = (document: Document) => boolean;

/** Evaluates an aggregation expression (`$expr`) for a document. */
export type ExpressionTest = (expression: Value) => Matcher;

/**
 * Compiles a query.
 * @throws CloudError naming an operator that is unknown or used wrongly
 */
export function compileQuery(query: Document, expressions: ExpressionTest): Matcher {
  const tests = Object.entries(query).map(([name, condition]): Matcher => {
    if (!name.startsWith('$')) return compileField(name, condition, expressions);
    switch (name) {
      case '$and':
      case '$or':
      case '$nor':
        return compileLogic(name, condition, expressions);
      case '$expr':
        return expressions(condition);
      case '$comment':
        return () => true;
      default:
        throw requestFailed(`unknown top level operator: ${name}`);
    }
  });
  const only = tests[0];
  if (only !== undefined && tests.length === 1) return only;
  return (document) => tests.every((test) => test(document));
}

function compileLogic(name: string, branches: Value, expressions: ExpressionTest): Matcher {
  if (!isArray(branches) || branches.length === 0) {
    throw requestFailed(`${name} must be a nonempty array`);
  }
  const tests = branches.map((branch) => {
    if (!isDocument(branch)) throw requestFailed(`${name} entries need to be full objects`);
    return compileQuery(branch, expressions);
  });
  if (name === '$and') return (document) => tests.every((test) => test(document));
  const any: Matcher = (document) => tests.some((test) => test(document));
  return name === '$or' ? any : (document) => !any(document);
}

function compileField(path: string, condition: Value, expressions: ExpressionTest): Matcher {
  const parts = path.split('.');
  const test = compileCondition(condition, expressions);
  return (document) => test(valuesAt(document, parts));
}

/** A test of all values at a path. */
type ValuesTest = (values: readonly (Value | undefined)[]) => boolean;

/** Whether a condition is made of operators; a plain value asks for equality. */
export function hasOperators(condition: Value | undefined): condition is Document {
  return isDocument(condition) && Object.keys(condition)[0]?.startsWith('$') === true;
}

function compileCondition(condition: Value, expressions: ExpressionTest): ValuesTest {
  if (!hasOperators(condition)) return anyValue(leafTest('$eq', condition, {}));
  const tests = Object.entries(condition).map(([name, operand]) =>
    compileOperator(name, operand, condition, expressions),
  );
  return (values) => tests.every((test) => test(values));
}

function compileOperator(
  name: string,
  operand: Value,
  siblings: Document,
  expressions: ExpressionTest,
): ValuesTest {
  switch (name) {
    case '$ne':
      return not(compileOperator('$eq', operand, siblings, expressions));
    case '$nin':
      return not(compileOperator('$in', operand, siblings, expressions));
    case '$not': {
      if (!(operand instanceof RegExp) && !hasOperators(operand)) {
        throw requestFailed('$not needs a regex or a document');
      }
      return not(compileCondition(operand, expressions));
    }
    case '$exists': {
      const wanted = operand !== null && operand !== false && operand !== 0;
      return (values) => values.some((value) => value !== undefined) === wanted;
    }
    case '$size': {
      if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
        throw requestFailed('$size must be a whole number');
      }
      return (values) => values.some((value) => isArray(value) && value.length === operand);
    }
    case '$all':
      return compileAll(operand, expressions);
    case '$elemMatch':
      return elementTest(operand, expressions);
    default:
      return anyValue(leafTest(name, operand, siblings));
  }
}

function not(test: ValuesTest): ValuesTest {
  return (values) => !test(values);
}

/** True when the test holds for a value itself or, if it is a list, for one of its elements. */
function anyValue(test: LeafTest): ValuesTest {
  return (values) =>
    values.some((value) => test(value) || (isArray(value) && value.some((item) => test(item))));
}

function compileAll(operand: Value, expressions: ExpressionTest): ValuesTest {
  if (!isArray(operand)) throw requestFailed('$all needs an array');
  const tests = operand.map((item) =>
    isDocument(item) && '$elemMatch' in item
      ? compileCondition(item, expressions)
      : anyValue(leafTest('$eq', item, {})),
  );
  return (values) => tests.length > 0 && tests.every((test) => test(values));
}

function elementTest(operand: Value, expressions: ExpressionTest): ValuesTest {
  const test = compileElement(operand, expressions);
  return (values) => values.some((value) => isArray(value) && value.some((item) => test(item)));
}

/**
 * The test of `$elemMatch` for one element: operators test the element itself, fields are those
 * of an element that is an object.
 */
export function compileElement(
  operand: Value,
  expressions: ExpressionTest,
): (element: Value) => boolean {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  if (first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)) {
    const tests = Object.entries(operand).map(([name, item]) =>
      elementOperator(name, item, operand, expressions),
    );
    return (element) => tests.every((test) => test(element));
  }
  const matches = compileQuery(operand, expressions);
  return (element) => isDocument(element) && matches(element);
}

/** An operator on an element alone: what it holds, if it is a list, is not looked into. */
function elementOperator(
  name: string,
  operand: Value,
  siblings: Document,
  expressions: ExpressionTest,
): (element: Value) => boolean {
  const negated = name === '$ne' ? '$eq' : name === '$nin' ? '$in' : undefined;
  if (negated !== undefined) {
    const test = leafTest(negated, operand, siblings);
    return (element) => !test(element);
  }
  if (name === '$not' && hasOperators(operand)) {
    const test = compileElement(operand, expressions);
    return (element) => !test(element);
  }
  if (['$not', '$exists', '$size', '$all', '$elemMatch'].includes(name)) {
    const test = compileOperator(name, operand, siblings, expressions);
    return (element) => test([element]);
  }
  return leafTest(name, operand, siblings);
}

/** The value of a sort field: of a list the smallest element upwards, the largest downwards. */
export function sortValue(
  document: Document,
  parts: readonly string[],
  direction: number,
): { readonly value: Value | undefined; readonly empty: boolean } {
  let best: Value | undefined;
  let found = false;
  let empty = false;
  const consider = (value: Value | undefined): void => {
    if (!found || compare(value, best) * direction < 0) best = value;
    found = true;
  };
  for (const value of valuesAt(document, parts)) {
    if (!isArray(value)) consider(value);
    else if (value.length === 0) empty = true;
    else for (const item of value) consider(item);
  }
  // An empty list sorts before null: upwards it wins over all else, downwards it wins over nothing.
  return empty && (direction > 0 || !found)
    ? { value: undefined, empty: true }
    : { value: best, empty: false };
}

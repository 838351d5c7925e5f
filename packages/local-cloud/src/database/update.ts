import { notOffered, requestFailed } from './failures';
import { compileElement, compileQuery, type ExpressionTest, hasOperators } from './matcher';
import { fieldOf } from './paths';
import { addToSet, pop, pull, pullAll, push } from './update-lists';
import { checkConflicts, type Edit, editAt, withField } from './update-paths';
import { compare, type Document, equals, isArray, isDocument, type Value } from './values';

/** An update ready to be applied to documents. */
export interface Update {
  /**
   * The document as the update leaves it.
   * @param inserting whether the document is being made by an upsert
   * @throws CloudError when an operator does not fit a value
   */
  apply(document: Document, inserting: boolean): Document;
}

interface Step {
  readonly path: string;
  readonly edit: Edit;
  /** Whether the path is made where it is missing. */
  readonly create: boolean;
  readonly onInsertOnly: boolean;
}

/**
 * Compiles update operators.
 * @param query the query that selects the documents: the positional `$` depends on it
 * @throws CloudError naming an operator that is unknown or used wrongly
 */
export function compileUpdate(
  operators: Document,
  query: Document,
  expressions: ExpressionTest,
  now: () => number,
): Update {
  const steps: Step[] = [];
  const renames: [from: string, to: string][] = [];
  for (const [name, fields] of Object.entries(operators)) {
    if (!name.startsWith('$')) {
      throw requestFailed(`the update has both operators and the field '${name}'`);
    }
    if (!isDocument(fields)) throw requestFailed(`Modifiers operate on fields: ${name}`);
    for (const [path, operand] of Object.entries(fields)) {
      if (name !== '$rename') {
        const create = !['$unset', '$pull', '$pullAll', '$pop'].includes(name);
        const edit = compileEdit(name, operand, expressions, now);
        steps.push({ path, edit, create, onInsertOnly: name === '$setOnInsert' });
      } else if (typeof operand === 'string') renames.push([path, operand]);
      else throw requestFailed(`The 'to' field for $rename must be a string: ${path}`);
    }
  }
  checkConflicts([...steps.map((step) => step.path), ...renames.flat()]);
  return {
    apply: (document, inserting) => {
      let result = document;
      for (const { path, edit, create, onInsertOnly } of steps) {
        if (onInsertOnly && !inserting) continue;
        result = editAt(result, placed(path, document, query, expressions), edit, create);
      }
      for (const [from, to] of renames) result = rename(result, from, to);
      if (!equals(result['_id'], document['_id']) && document['_id'] !== undefined) {
        throw requestFailed(
          "Performing an update on the path '_id' would modify the immutable field '_id'",
        );
      }
      return result;
    },
  };
}

function compileEdit(
  name: string,
  operand: Value,
  expressions: ExpressionTest,
  now: () => number,
): Edit {
  switch (name) {
    case '$set':
    case '$setOnInsert':
      return () => operand;
    case '$unset':
      return () => undefined;
    case '$inc':
      return arithmetic(name, operand, (old, by) => (old ?? 0) + by);
    case '$mul':
      return arithmetic(name, operand, (old, by) => (old ?? 0) * by);
    case '$min':
      return (old) => (old === undefined || compare(operand, old) < 0 ? operand : old);
    case '$max':
      return (old) => (old === undefined || compare(operand, old) > 0 ? operand : old);
    case '$push':
      return push(operand);
    case '$addToSet':
      return addToSet(operand);
    case '$pop':
      return pop(operand);
    case '$pull':
      return pull(operand, expressions);
    case '$pullAll':
      return pullAll(operand);
    case '$currentDate':
      return currentDate(operand, now);
    case '$bit':
      throw notOffered('the update operator $bit');
    default:
      throw requestFailed(`Unknown modifier: ${name}`);
  }
}

function arithmetic(
  name: string,
  operand: Value,
  apply: (old: number | undefined, by: number) => number,
): Edit {
  if (typeof operand !== 'number') {
    throw requestFailed(`Cannot ${name} with a non-numeric argument`);
  }
  return (old, path) => {
    if (old === undefined || typeof old === 'number') return apply(old, operand);
    throw requestFailed(
      `Cannot apply ${name} to a value of non-numeric type: the field '${path}' is no number`,
    );
  };
}

function currentDate(operand: Value, now: () => number): Edit {
  const wantsDate = operand === true || (isDocument(operand) && operand['$type'] === 'date');
  if (!wantsDate) throw notOffered('$currentDate with another type than date');
  return () => new Date(now());
}

function rename(document: Document, from: string, to: string): Document {
  let moved: Value | undefined;
  const emptied = editAt(
    document,
    from,
    (old) => {
      moved = old;
      return undefined;
    },
    false,
  );
  return moved === undefined ? document : editAt(emptied, to, () => moved, true);
}

/** Puts the position of the matched element in the place of `$`. */
function placed(
  path: string,
  document: Document,
  query: Document,
  expressions: ExpressionTest,
): string {
  const parts = path.split('.');
  const filter = parts.find((part) => /^\$\[.+\]$/.test(part));
  if (filter !== undefined) throw notOffered(`the filtered position ${filter}`);
  const at = parts.indexOf('$');
  if (at < 0) return path;
  const list = parts.slice(0, at).join('.');
  const position = matchedPosition(document, list, query, expressions);
  if (position === undefined) {
    throw requestFailed('The positional operator did not find the match needed from the query.');
  }
  return [...parts.slice(0, at), String(position), ...parts.slice(at + 1)].join('.');
}

function matchedPosition(
  document: Document,
  path: string,
  query: Document,
  expressions: ExpressionTest,
): number | undefined {
  let list: Value | undefined = document;
  for (const part of path.split('.')) list = isDocument(list) ? fieldOf(list, part) : undefined;
  if (!isArray(list)) return undefined;
  for (const [name, condition] of Object.entries(query)) {
    let test: ((item: Value) => boolean) | undefined;
    if (name === '$and' && isArray(condition)) {
      for (const branch of condition) {
        const found = isDocument(branch) && matchedPosition(document, path, branch, expressions);
        if (typeof found === 'number') return found;
      }
    } else if (name === path) test = elementCondition(condition, expressions);
    else if (name.startsWith(`${path}.`)) {
      const matches = compileQuery({ [name.slice(path.length + 1)]: condition }, expressions);
      test = (item) => isDocument(item) && matches(item);
    }
    const found = test === undefined ? -1 : list.findIndex(test);
    if (found >= 0) return found;
  }
  return undefined;
}

function elementCondition(condition: Value, expressions: ExpressionTest): (item: Value) => boolean {
  if (hasOperators(condition)) {
    const inner = condition['$elemMatch'];
    return compileElement(inner === undefined ? condition : inner, expressions);
  }
  return compileElement({ $in: [condition] }, expressions);
}

/** The document that an upsert begins with: what the query demands by equality. */
export function upsertBase(query: Document): Document {
  let result: Document = {};
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && isArray(condition)) {
      for (const branch of condition) {
        if (isDocument(branch)) result = { ...result, ...upsertBase(branch) };
      }
    } else if (!name.startsWith('$')) {
      const value = hasOperators(condition) ? condition['$eq'] : condition;
      if (value === undefined || value instanceof RegExp) continue;
      result = name.includes('.')
        ? editAt(result, name, () => value, true)
        : withField(result, name, value);
    }
  }
  return result;
}

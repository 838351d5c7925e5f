import { notOffered, requestFailed } from './failures';
import type { ExpressionTest } from './matcher';
import { addToSet, pop, pull, pullAll, push } from './update-lists';
import { checkConflicts, type Edit, editAt } from './update-paths';
import { placed } from './update-position';
import { compare, type Document, equals, isDocument, type Value } from './values';

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

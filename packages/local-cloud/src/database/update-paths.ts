import { requestFailed } from './failures';
import { fieldOf, isPosition } from './paths';
import { type Document, isArray, isDocument, type Value } from './values';

/** Turns the value at a path into another one; undefined (missing) in, undefined (removed) out. */
export type Edit = (old: Value | undefined, path: string) => Value | undefined;

// A position far behind the end would fill the list with nulls.
const MOST_PADDING = 1500;

/**
 * A copy of a document in which the value at a dotted path is edited. Objects on the way are made
 * when missing; `$[]` stands for every element of a list.
 * @param create false for edits that have nothing to do where nothing is
 * @throws CloudError when the path leads through a value that has no fields
 */
export function editAt(document: Document, path: string, edit: Edit, create: boolean): Document {
  const parts = path.split('.');
  if (parts.some((part) => part === '')) {
    throw requestFailed(`The update path '${path}' contains an empty field name`);
  }
  const result = descend(document, parts, 0, edit, create);
  if (!isDocument(result)) throw new TypeError('an edited document is no object');
  return result;
}

function descend(
  value: Value | undefined,
  parts: readonly string[],
  at: number,
  edit: Edit,
  create: boolean,
): Value | undefined {
  const name = parts[at];
  if (name === undefined) return edit(value, parts.join('.'));
  if (value === undefined) {
    if (!create) return undefined;
    if (name === '$[]') throw mustBeArray(parts.slice(0, at).join('.'));
    return { [name]: descend(undefined, parts, at + 1, edit, create) ?? null };
  }
  if (isArray(value)) return inList(value, name, parts, at, edit, create);
  if (isDocument(value)) {
    if (name === '$[]') throw mustBeArray(parts.slice(0, at).join('.'));
    const child = descend(fieldOf(value, name), parts, at + 1, edit, create);
    return withField(value, name, child);
  }
  if (!create) return value;
  throw requestFailed(
    `Cannot create field '${name}' in element {${parts[at - 1] ?? ''}: ${JSON.stringify(value)}}`,
  );
}

function inList(
  list: readonly Value[],
  name: string,
  parts: readonly string[],
  at: number,
  edit: Edit,
  create: boolean,
): Value {
  if (name === '$[]') {
    return list.map((item) => descend(item, parts, at + 1, edit, create) ?? null);
  }
  if (!isPosition(name)) {
    if (!create) return list;
    const field = parts[at - 1] ?? '';
    throw requestFailed(`Cannot create field '${name}' in element {${field}: an array}`);
  }
  const position = Number(name);
  if (position >= list.length && !create) return list;
  if (position > list.length + MOST_PADDING) throw requestFailed('can not backfill array');
  const copy = [...list];
  while (copy.length < position) copy.push(null);
  // An element cannot be missing: what is removed from a list leaves null.
  copy[position] = descend(list[position], parts, at + 1, edit, create) ?? null;
  return copy;
}

/** A copy of an object with one field set, or taken away when the value is undefined. */
export function withField(value: Document, name: string, child: Value | undefined): Document {
  if (child === undefined) {
    if (!Object.hasOwn(value, name)) return value;
    return Object.fromEntries(Object.entries(value).filter(([field]) => field !== name));
  }
  if (name === '__proto__') return Object.fromEntries([...Object.entries(value), [name, child]]);
  return { ...value, [name]: child };
}

function mustBeArray(path: string): Error {
  return requestFailed(`The path '${path}' must exist in the document and be an array`);
}

/**
 * Refuses an update of which two parts speak of the same place.
 * @throws CloudError naming both paths
 */
export function checkConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const [i, path] of sorted.entries()) {
    for (const other of sorted.slice(i + 1)) {
      if (other === path || other.startsWith(`${path}.`)) {
        throw requestFailed(`Updating the path '${other}' would create a conflict at '${path}'`);
      }
    }
  }
}

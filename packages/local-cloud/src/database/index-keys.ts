import { requestFailed } from './failures';
import { EMPTY_ARRAY_KEY, encodeKey, invert } from './key';
import { fieldOf } from './paths';
import { type Document, isArray, isDocument, type Value } from './values';

/** One field of an index. */
export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly descending: boolean;
}

/** What decides which entries a document has in an index. */
export interface IndexShape {
  readonly fields: readonly IndexField[];
  readonly sparse: boolean;
}

/** The entries of one document in one index. */
export interface IndexKeys {
  readonly keys: readonly Buffer[];
  /** One bit for each field whose path led through a list. */
  readonly multikey: number;
}

/** Where a field has been followed to: a value, and the names still to go. */
interface Place {
  readonly value: Value | undefined;
  readonly rest: readonly string[];
}

interface Collected {
  readonly keys: Map<string, Buffer>;
  multikey: number;
}

/**
 * The entries that a document has in an index: one, or one for each element when a path leads
 * through a list. Missing counts as null; a sparse index leaves out what has none of its fields.
 * @throws CloudError when two fields lead through different lists
 */
export function indexKeys(shape: IndexShape, document: Document): IndexKeys {
  const found: Collected = { keys: new Map(), multikey: 0 };
  collect(
    shape,
    shape.fields.map((field) => ({ value: document, rest: field.parts })),
    found,
  );
  return { keys: [...found.keys.values()], multikey: found.multikey };
}

function collect(shape: IndexShape, places: readonly Place[], found: Collected): void {
  const reached = places.map(follow);
  let list: readonly Value[] | undefined;
  let first = '';
  for (const [i, place] of reached.entries()) {
    if (!isArray(place.value) || place.rest === DONE) continue;
    const path = shape.fields[i]?.path ?? '';
    if (list !== undefined && list !== place.value) {
      throw requestFailed(`cannot index parallel arrays [${path}] [${first}]`);
    }
    list = place.value;
    first = path;
    found.multikey |= 1 << i;
  }
  if (list === undefined) {
    emit(shape, reached, found);
    return;
  }
  const elements: readonly (Value | undefined)[] = list.length === 0 ? [undefined] : list;
  for (const element of elements) {
    collect(
      shape,
      reached.map((place) => (place.value === list ? into(element, place, list) : place)),
      found,
    );
  }
}

/** Marks a value that is taken as it is, even if it is a list inside a list. */
const DONE: readonly string[] = [];

function into(element: Value | undefined, place: Place, list: readonly Value[] | undefined): Place {
  if (place.rest.length === 0) {
    return { value: list?.length === 0 ? list : element, rest: DONE };
  }
  return isDocument(element)
    ? { value: element, rest: place.rest }
    : { value: undefined, rest: DONE };
}

/** Follows a path through objects until it ends or meets a list. */
function follow(place: Place): Place {
  let { value, rest } = place;
  while (rest.length > 0) {
    if (isArray(value)) return { value, rest };
    if (!isDocument(value)) return { value: undefined, rest: DONE };
    value = fieldOf(value, rest[0] ?? '');
    rest = rest.slice(1);
  }
  return place.rest === DONE ? place : { value, rest };
}

function emit(shape: IndexShape, places: readonly Place[], found: Collected): void {
  if (shape.sparse && places.every((place) => place.value === undefined)) return;
  const parts = places.map(({ value }, i) => {
    const key = isArray(value) && value.length === 0 ? EMPTY_ARRAY_KEY : encodeKey(value);
    return shape.fields[i]?.descending === true ? invert(key) : key;
  });
  const key = Buffer.concat(parts);
  found.keys.set(key.toString('latin1'), key);
}

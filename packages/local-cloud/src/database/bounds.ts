import { EMPTY_ARRAY_KEY, encodeKey, invert, successor } from './key';
import { hasOperators } from './matcher';
import { type Document, isArray, isDocument, KIND, kindOf, type Value } from './values';

/** A place between keys: before everything that begins with the bytes, or behind it. */
export interface Edge {
  readonly bytes: Buffer;
  readonly after: boolean;
}

/** A stretch of one field's values, upwards. */
export interface Stretch {
  readonly start: Edge;
  readonly end: Edge;
  /** One value alone. */
  readonly point: boolean;
}

/** What one condition allows a field to be, in rising order; a superset of what matches. */
export interface Bounds {
  readonly stretches: readonly Stretch[];
  /** Whether null, and so a missing field, is allowed. */
  readonly allowsNull: boolean;
}

/**
 * What a query demands of each path by itself. Only demands that every match fulfils are listed:
 * those at the top, under `$and`, and within an `$elemMatch`.
 */
export function boundsOf(query: Document): Map<string, Bounds[]> {
  const found = new Map<string, Bounds[]>();
  collect(query, '', found);
  return found;
}

function collect(query: Document, prefix: string, found: Map<string, Bounds[]>): void {
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && isArray(condition)) {
      for (const branch of condition) if (isDocument(branch)) collect(branch, prefix, found);
    } else if (!name.startsWith('$')) collectField(prefix + name, condition, found);
  }
}

function collectField(path: string, condition: Value, found: Map<string, Bounds[]>): void {
  const add = (bounds: Bounds | undefined): void => {
    if (bounds !== undefined) found.set(path, [...(found.get(path) ?? []), bounds]);
  };
  if (!hasOperators(condition)) {
    add(equality([condition]));
    return;
  }
  for (const [name, operand] of Object.entries(condition)) {
    if (name === '$elemMatch' && isDocument(operand)) collectElement(path, operand, found);
    else add(operatorBounds(name, operand, condition));
  }
}

function collectElement(path: string, operand: Document, found: Map<string, Bounds[]>): void {
  if (!hasOperators(operand)) {
    collect(operand, `${path}.`, found);
    return;
  }
  // All operators look at the same element, so that together they bound one entry of the index.
  let both: Bounds | undefined;
  for (const [name, item] of Object.entries(operand)) {
    const bounds = operatorBounds(name, item, operand);
    if (bounds !== undefined) both = both === undefined ? bounds : intersect(both, bounds);
  }
  if (both !== undefined) found.set(path, [...(found.get(path) ?? []), both]);
}

function operatorBounds(name: string, operand: Value, siblings: Document): Bounds | undefined {
  switch (name) {
    case '$eq':
      return equality([operand]);
    case '$in':
      return isArray(operand) ? equality(operand) : undefined;
    case '$all':
      return isArray(operand) && operand.length > 0 && !isDocument(operand[0])
        ? equality(operand.slice(0, 1))
        : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(name, operand);
    case '$exists':
      return operand === false ? equality([null]) : undefined;
    case '$regex':
      return typeof operand === 'string' && siblings['$options'] === undefined
        ? equality([new RegExp(operand)])
        : undefined;
    default:
      return undefined;
  }
}

function equality(values: readonly Value[]): Bounds | undefined {
  const stretches: Stretch[] = [];
  let allowsNull = false;
  for (const value of values) {
    if (value instanceof RegExp) {
      const prefix = literalPrefix(value);
      if (prefix === undefined) return undefined;
      stretches.push(prefix, point(encodeKey(value)));
    } else if (isArray(value)) {
      // A list is found by its first element, and as an element of another list by itself.
      stretches.push(point(value.length === 0 ? EMPTY_ARRAY_KEY : encodeKey(value[0])));
      stretches.push(point(encodeKey(value)));
      allowsNull ||= value[0] === null;
    } else {
      stretches.push(point(encodeKey(value)));
      allowsNull ||= value === null;
    }
  }
  return { stretches: merged(stretches), allowsNull };
}

/** The texts that begin as a pattern such as /^abc/ demands. */
function literalPrefix(pattern: RegExp): Stretch | undefined {
  const literal = /^\^([\p{L}\p{N} _:;,@#/-]+)/u.exec(pattern.source);
  const text = literal?.[1];
  if (text === undefined || pattern.flags !== '' || pattern.source.includes('|')) return undefined;
  // A quantifier behind the last character speaks of that character alone.
  const quantified = /^[*?{+]/.test(pattern.source.slice(text.length + 1));
  const certain = quantified ? [...text].slice(0, -1).join('') : text;
  if (certain === '') return undefined;
  const bytes = Buffer.concat([Buffer.from([KIND.string]), Buffer.from(certain)]);
  return { start: { bytes, after: false }, end: { bytes, after: true }, point: false };
}

function point(bytes: Buffer): Stretch {
  return { start: { bytes, after: false }, end: { bytes, after: true }, point: true };
}

function range(name: string, operand: Value): Bounds | undefined {
  if (isArray(operand) || operand instanceof RegExp) return undefined;
  if (typeof operand === 'number' && Number.isNaN(operand)) return undefined;
  if (operand === null) return equality([null]);
  const kind = Buffer.from([kindOf(operand)]);
  const bytes = encodeKey(operand);
  const upwards = name === '$gt' || name === '$gte';
  const stretch: Stretch = upwards
    ? { start: { bytes, after: name === '$gt' }, end: { bytes: kind, after: true }, point: false }
    : {
        start: { bytes: kind, after: false },
        end: { bytes, after: name === '$lte' },
        point: false,
      };
  return { stretches: [stretch], allowsNull: false };
}

/** The first byte position behind or before an edge, in an index that runs upwards. */
function position(edge: Edge): Buffer {
  return edge.after ? successor(edge.bytes) : edge.bytes;
}

/** The bytes from which and before which a stretch lies in an index. */
export function span(stretch: Stretch, descending: boolean): readonly [start: Buffer, end: Buffer] {
  if (!descending) return [position(stretch.start), position(stretch.end)];
  const flipped = (edge: Edge): Buffer =>
    edge.after ? invert(edge.bytes) : successor(invert(edge.bytes));
  return [flipped(stretch.end), flipped(stretch.start)];
}

/** What two demands on the same single value allow together. */
export function intersect(a: Bounds, b: Bounds): Bounds {
  const stretches: Stretch[] = [];
  for (const x of a.stretches) {
    for (const y of b.stretches) {
      const start = before(x.start, y.start) ? y.start : x.start;
      const end = before(x.end, y.end) ? x.end : y.end;
      if (before(start, end)) stretches.push({ start, end, point: x.point || y.point });
    }
  }
  return { stretches: merged(stretches), allowsNull: a.allowsNull && b.allowsNull };
}

function before(a: Edge, b: Edge): boolean {
  return Buffer.compare(position(a), position(b)) < 0;
}

/** Sorts stretches and drops those that lie within an earlier one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) =>
    Buffer.compare(position(a.start), position(b.start)),
  );
  const result: Stretch[] = [];
  for (const stretch of sorted) {
    const last = result.at(-1);
    if (last === undefined || !before(stretch.start, last.end)) result.push(stretch);
    else if (before(last.end, stretch.end)) {
      result[result.length - 1] = { start: last.start, end: stretch.end, point: false };
    }
  }
  return result;
}

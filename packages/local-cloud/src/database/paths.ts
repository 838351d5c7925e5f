import { type Document, isArray, isDocument, type Value } from './values';

/**
 * The values at a dotted path as queries see them: a list on the way stands for each of its
 * objects, and a number names a position in a list. A missing field gives undefined; an element
 * that is no object gives nothing.
 */
export function valuesAt(document: Document, parts: readonly string[]): (Value | undefined)[] {
  const found: (Value | undefined)[] = [];
  gather(document, parts, 0, found);
  return found;
}

function gather(
  value: Value | undefined,
  parts: readonly string[],
  at: number,
  found: (Value | undefined)[],
): void {
  const name = parts[at];
  if (name === undefined) found.push(value);
  else if (isArray(value)) {
    if (isPosition(name) && Number(name) < value.length) {
      gather(value[Number(name)], parts, at + 1, found);
    }
    for (const element of value) if (isDocument(element)) gather(element, parts, at, found);
  } else if (isDocument(value)) gather(fieldOf(value, name), parts, at + 1, found);
  else found.push(undefined);
}

/** A field of an object, never one that every object inherits. */
export function fieldOf(value: Document, name: string): Value | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether a name in a path can be a position in a list. */
export function isPosition(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

import { notOffered, requestFailed } from './failures';
import { compileElement, compileQuery, type ExpressionTest, hasOperators } from './matcher';
import { fieldOf } from './paths';
import { type Document, isArray, isDocument, type Value } from './values';

/** Puts the position of the matched element in the place of `$`. */
export function placed(
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

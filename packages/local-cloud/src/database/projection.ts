import { notOffered, requestFailed } from './failures';
import { compileElement, type ExpressionTest } from './matcher';
import { type Document, isArray, isDocument, type Value } from './values';

/** Gives the wanted part of a document. */
export type Projector = (document: Document) => Document;

interface Tree {
  readonly [name: string]: Tree | true;
}

/**
 * Compiles a projection: fields taken or left out, `_id` apart, `$slice` and `$elemMatch` on lists.
 * @throws CloudError when taking and leaving out are mixed
 */
export function compileProjection(projection: Document, expressions: ExpressionTest): Projector {
  const taken: string[] = [];
  const left: string[] = [];
  const lists: [path: string, operator: Document][] = [];
  let id = true;
  for (const [path, wanted] of Object.entries(projection)) {
    if (isDocument(wanted)) lists.push([path, wanted]);
    else if (path === '_id') id = isWanted(path, wanted);
    else if (isWanted(path, wanted)) taken.push(path);
    else left.push(path);
  }
  if (taken.length > 0 && left.length > 0) {
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.');
  }
  const matches = lists.filter(([, operator]) => '$elemMatch' in operator);
  const including =
    taken.length > 0 || matches.length > 0 || (id && projection['_id'] !== undefined);
  const lastly = lists.map(([path, operator]) => compileList(path, operator, expressions));
  if (including) {
    const tree = treeOf([...taken, ...lists.map(([path]) => path), ...(id ? ['_id'] : [])]);
    return (document) => apply(lastly, include(document, tree));
  }
  const tree = treeOf([...left, ...(id ? [] : ['_id'])]);
  return (document) => apply(lastly, exclude(document, tree));
}

function isWanted(path: string, value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  throw notOffered(`the projection of "${path}" as ${JSON.stringify(value)}`);
}

function apply(steps: readonly Projector[], document: Document): Document {
  return steps.reduce((result, step) => step(result), document);
}

function treeOf(paths: readonly string[]): Tree {
  const root: Record<string, Tree | true> = {};
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.');
    const below = root[name];
    if (rest.length === 0) root[name] = true;
    else if (below !== true) {
      root[name] = join(below ?? {}, treeOf([rest.join('.')]));
    }
  }
  return root;
}

function join(a: Tree, b: Tree): Tree {
  const result: Record<string, Tree | true> = { ...a };
  for (const [name, below] of Object.entries(b)) {
    const own = result[name];
    result[name] = own === undefined || own === true || below === true ? below : join(own, below);
  }
  return result;
}

function include(document: Document, tree: Tree): Document {
  const entries = Object.entries(document).flatMap(([name, value]): [string, Value][] => {
    const below = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (below === undefined) return [];
    if (below === true) return [[name, value]];
    const part = within(value, (item) => include(item, below), false);
    return part === undefined ? [] : [[name, part]];
  });
  return Object.fromEntries(entries);
}

function exclude(document: Document, tree: Tree): Document {
  const entries = Object.entries(document).flatMap(([name, value]): [string, Value][] => {
    const below = Object.hasOwn(tree, name) ? tree[name] : undefined;
    if (below === true) return [];
    if (below === undefined) return [[name, value]];
    return [[name, within(value, (item) => exclude(item, below), true) ?? value]];
  });
  return Object.fromEntries(entries);
}

/** Applies a change to an object or to the objects in a list; other values stay or fall out. */
function within(
  value: Value,
  change: (item: Document) => Document,
  keepOthers: boolean,
): Value | undefined {
  if (isDocument(value)) return change(value);
  if (isArray(value)) {
    return value.flatMap((item) => {
      const part = within(item, change, keepOthers);
      return part === undefined ? [] : [part];
    });
  }
  return keepOthers ? value : undefined;
}

function compileList(path: string, operator: Document, expressions: ExpressionTest): Projector {
  const [name, operand] = Object.entries(operator)[0] ?? ['', null];
  if (path.includes('.')) throw notOffered(`the projection ${name} within "${path}"`);
  if (name === '$slice' && operand !== undefined) {
    const slice = compileSlice(operand);
    return (document) => change(document, path, (list) => slice(list));
  }
  if (name === '$elemMatch' && operand !== undefined) {
    const test = compileElement(operand, expressions);
    return (document) =>
      change(document, path, (list) => {
        const found = list.find((item) => test(item));
        return found === undefined ? undefined : [found];
      });
  }
  throw notOffered(`the projection ${name}`);
}

function change(
  document: Document,
  path: string,
  edit: (list: readonly Value[]) => readonly Value[] | undefined,
): Document {
  const { [path]: value, ...others } = document;
  if (!isArray(value)) return document;
  const edited = edit(value);
  return edited === undefined ? others : { ...document, [path]: edited };
}

function compileSlice(operand: Value): (list: readonly Value[]) => readonly Value[] {
  if (typeof operand === 'number') {
    return (list) => (operand < 0 ? list.slice(operand) : list.slice(0, operand));
  }
  const [skip, count] = isArray(operand) ? operand : [];
  if (typeof skip !== 'number' || typeof count !== 'number' || count <= 0) {
    throw requestFailed('$slice needs a number, or a position and a positive count');
  }
  return (list) => {
    const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
    return list.slice(start, start + count);
  };
}

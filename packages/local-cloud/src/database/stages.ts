import { expressionTest } from './expressions';
import { requestFailed } from './failures';
import { compileQuery } from './matcher';
import type { SortField } from './planner';
import { firstSorted, sortKey } from './sorting';
import { type Document, isDocument, type Value } from './values';

/** One stage of a pipeline. */
export interface Stage {
  readonly name: string;
  readonly value: Value;
}

/** Reads one stage written as an object with one field. */
export function stageOf(value: Value): Stage {
  const [name, ...others] = isDocument(value) ? Object.entries(value) : [];
  if (name === undefined || others.length > 0) {
    throw requestFailed('A pipeline stage specification object must contain exactly one field.');
  }
  return { name: name[0], value: name[1] };
}

/** The object that a stage was given. */
export function objectOf(stage: Stage): Document {
  if (!isDocument(stage.value)) throw requestFailed(`${stage.name} needs an object`);
  return stage.value;
}

/** The whole number that a stage was given. */
export function countOf(stage: Stage, least: number): number {
  if (typeof stage.value !== 'number' || !Number.isInteger(stage.value) || stage.value < least) {
    throw requestFailed(`${stage.name} needs a whole number of at least ${least}`);
  }
  return stage.value;
}

/** `$match`. */
export function* filter(flow: Iterable<Document>, query: Document): Generator<Document> {
  const matches = compileQuery(query, expressionTest);
  for (const document of flow) if (matches(document)) yield document;
}

/** How many documents the stages behind a sort can use: with a limit not all need be kept. */
export function wantedAfter(stages: readonly Stage[]): number {
  let skipped = 0;
  for (const { name, value } of stages) {
    if (typeof value !== 'number') break;
    if (name === '$limit') return skipped + value;
    if (name !== '$skip') break;
    skipped += value;
  }
  return Number.POSITIVE_INFINITY;
}

/** `$sort`, keeping no more than are wanted. */
export function* sorted(
  flow: Iterable<Document>,
  fields: readonly SortField[],
  wanted: number,
): Generator<Document> {
  yield* firstSorted(flow, (document) => sortKey(document, fields), wanted);
}

/** `$limit`. */
export function* take(flow: Iterable<Document>, limit: number): Generator<Document> {
  let left = limit;
  for (const document of flow) {
    yield document;
    left -= 1;
    if (left === 0) return;
  }
}

/** `$skip`. */
export function* drop(flow: Iterable<Document>, skip: number): Generator<Document> {
  let left = skip;
  for (const document of flow) {
    if (left > 0) left -= 1;
    else yield document;
  }
}

/** `$count`. */
export function* count(flow: Iterable<Document>, name: Value): Generator<Document> {
  if (typeof name !== 'string' || name === '' || /^\$|\./.test(name)) {
    throw requestFailed('the count field must be a non-empty string without $ and .');
  }
  let total = 0;
  for (const _ of flow) total += 1;
  if (total > 0) yield { [name]: total };
}

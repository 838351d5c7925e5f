import type { Catalog, Collection } from './catalog';
import { asFailure, expressionTest } from './expressions';
import { invalidParam, notOffered, requestFailed } from './failures';
import { find, matching, planFor, type Search, type View } from './find';
import { isLibraryStage, throughLibrary } from './library-stages';
import { lookup } from './lookup';
import { compileQuery } from './matcher';
import { sortFields } from './sorting';
import {
  count,
  countOf,
  drop,
  filter,
  objectOf,
  type Stage,
  sorted,
  stageOf,
  take,
  wantedAfter,
} from './stages';
import type { Document } from './values';

/** What a pipeline reads from. */
export interface Source {
  readonly view: View;
  readonly catalog: Catalog;
}

/**
 * Runs a pipeline over a collection. What it matches and sorts by at its beginning goes through
 * the indexes; documents flow one by one through every stage that does not need them all. As on
 * the platform, a pipeline without `$limit` answers 20 documents, and none more than 10000.
 * @throws CloudError naming a stage or operator that is unknown or not offered
 */
export function aggregate(
  source: Source,
  collection: Collection,
  stages: readonly Stage[],
): Document[] {
  let start = 0;
  while (stages[start]?.name === '$match') start += 1;
  const matches = stages.slice(0, start).map((stage) => objectOf(stage));
  const query =
    matches.length === 1 ? (matches[0] ?? {}) : matches.length > 1 ? { $and: matches } : {};
  const sort = stages[start]?.name === '$sort' ? sortFields(stages[start]?.value) : [];
  const search: Search = {
    query,
    matches: compileQuery(query, expressionTest),
    sort,
    offset: 0,
    limit: Number.POSITIVE_INFINITY,
  };
  const how = planFor(source.view, collection, search);
  if (sort.length > 0 && how.sorted) start += 1;
  const found = matching(source.view, collection, search, how, { documents: 0, keys: 0 });
  const most = stages.some(({ name }) => name === '$limit') ? MOST : UNLESS_SAID;
  return asFailure(() => [...take(run(source, documentsOf(found), stages.slice(start)), most)]);
}

const UNLESS_SAID = 20;
const MOST = 10_000;

function* documentsOf(found: Iterable<{ readonly document: Document }>): Generator<Document> {
  for (const { document } of found) yield document;
}

function run(
  source: Source,
  input: Iterable<Document>,
  stages: readonly Stage[],
): Iterable<Document> {
  let flow = input;
  for (const [i, stage] of stages.entries()) flow = apply(source, flow, stage, stages.slice(i + 1));
  return flow;
}

function apply(
  source: Source,
  flow: Iterable<Document>,
  stage: Stage,
  after: readonly Stage[],
): Iterable<Document> {
  switch (stage.name) {
    case '$match':
      return filter(flow, objectOf(stage));
    case '$sort':
      return sorted(flow, sortFields(stage.value), wantedAfter(after));
    case '$limit':
      return take(flow, countOf(stage, 1));
    case '$skip':
      return drop(flow, countOf(stage, 0));
    case '$count':
      return count(flow, stage.value);
    case '$lookup':
      return lookup(flow, objectOf(stage), {
        search: (name, query) => foreign(source, name, query),
        pipeline: (documents, stages) => run(source, documents, stages.map(stageOf)),
      });
    default:
      if (isLibraryStage(stage.name)) return throughLibrary(flow, stage);
      throw unknownStage(stage.name);
  }
}

function unknownStage(name: string): Error {
  return [
    '$collStats',
    '$densify',
    '$documents',
    '$fill',
    '$geoNear',
    '$graphLookup',
    '$indexStats',
    '$merge',
    '$out',
    '$search',
    '$setWindowFields',
    '$unionWith',
  ].includes(name)
    ? notOffered(`the aggregation stage ${name}`)
    : requestFailed(`Unrecognized pipeline stage name: '${name}'`);
}

function foreign(source: Source, name: unknown, query: Document): Document[] {
  if (typeof name !== 'string') throw invalidParam('$lookup must name a collection in "from"');
  if (!source.catalog.has(name)) return [];
  const matches = compileQuery(query, expressionTest);
  const search = { query, matches, sort: [], offset: 0, limit: Number.POSITIVE_INFINITY };
  return find(source.view, source.catalog.get(name), search).map(({ document }) => document);
}

import { Aggregator } from 'mingo/aggregator';
import { Lazy } from 'mingo/lazy';
import type { AnyObject } from 'mingo/types';
import { contextWith, expressionTest } from './expressions';
import { requestFailed } from './failures';
import { compileQuery } from './matcher';
import { firstSorted, sortFields, sortKey } from './sorting';
import type { Stage } from './stages';
import type { Document } from './values';

// Stages that the library answers rightly.
const LIBRARY = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$facet',
  '$group',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$sortByCount',
  '$unset',
  '$unwind',
]);

/** What the library does by itself within `$facet` is to match and sort by our rules too. */
const CONTEXT = contextWith({
  pipeline: {
    $match: (...args) => {
      const matches = compileQuery(documentFrom(args[1]), expressionTest);
      return args[0].filter((item) => matches(documentFrom(item)));
    },
    $sort: (...args) => {
      const fields = sortFields(documentFrom(args[1]));
      const items = args[0].map((item) => documentFrom(item)).collect<Document>();
      return Lazy(firstSorted(items, (item) => sortKey(item, fields), Number.POSITIVE_INFINITY));
    },
  },
});

/** Whether the library answers a stage rightly. */
export function isLibraryStage(name: string): boolean {
  return LIBRARY.has(name);
}

/** Runs a stage of the library's. */
export function* throughLibrary(flow: Iterable<Document>, stage: Stage): Generator<Document> {
  const options = { context: CONTEXT, scriptEnabled: false };
  const results = new Aggregator([{ [stage.name]: stage.value }], options).stream(flow);
  for (;;) {
    const { value, done } = results.next();
    if (done) return;
    yield documentFrom(value);
  }
}

function documentFrom(value: unknown): Document {
  if (!isPlain(value)) throw requestFailed('the pipeline gave a value that is no document');
  return value;
}

function isPlain(value: unknown): value is Document & AnyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

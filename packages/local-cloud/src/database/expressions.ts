import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import type { Any, AnyObject, Options } from 'mingo/types';
import { CloudError } from '../errors';
import { requestFailed } from './failures';
import type { Matcher } from './matcher';
import type { Value } from './values';

// Where the library departs from MongoDB its operators are replaced by these.
const corrected = {
  /** Weeks begin on Sunday; days before the first Sunday are in week 0. */
  $week: (obj: AnyObject, expr: Any, options: Options): Any => {
    const date = dateArgument(obj, expr, options);
    if (date === null) return null;
    const day = Number(expression.$dayOfYear(obj, expr, options));
    const weekday = Number(expression.$dayOfWeek(obj, expr, options));
    return Math.floor((day + 7 - weekday) / 7);
  },
  /** The position of a text in another one, counted in characters. */
  $indexOfCP: (obj: AnyObject, expr: Any, options: Options): Any => {
    const values: Any = evalExpr(obj, expr, options);
    const [text, part, from = 0, to] = Array.isArray(values) ? values : [];
    if (text === null || text === undefined) return null;
    if (typeof text !== 'string' || typeof part !== 'string') {
      throw requestFailed('$indexOfCP requires a string as its first and second argument');
    }
    const start = Number(from);
    const within = [...text].slice(start, to === undefined ? undefined : Number(to)).join('');
    const at = within.indexOf(part);
    return at < 0 ? -1 : start + [...within.slice(0, at)].length;
  },
  /** With a time zone: cut in local time. */
  $dateTrunc: (obj: AnyObject, expr: AnyObject, options: Options): Any => {
    const zone = expr['timezone'];
    const date = dateArgument(obj, expr['date'], options);
    if (zone === undefined || date === null) return truncate(obj, expr, options);
    const offset = zoneOffset(obj, date, zone, options);
    const { timezone: _, ...others } = expr;
    const local = truncate(obj, { ...others, date: new Date(date.getTime() + offset) }, options);
    if (!(local instanceof Date)) return local;
    const guess = new Date(local.getTime() - offset);
    // Summer time may have begun in between.
    return new Date(local.getTime() - zoneOffset(obj, guess, zone, options));
  },
};

function truncate(obj: AnyObject, expr: AnyObject, options: Options): Any {
  const call: Any = Reflect.apply(expression.$dateTrunc, undefined, [obj, expr, options]);
  return call;
}

function dateArgument(obj: AnyObject, expr: Any, options: Options): Date | null {
  const value: Any = evalExpr(obj, expr, options);
  if (value instanceof Date) return value;
  const inner: Any =
    typeof value === 'object' && value !== null && 'date' in value ? value.date : null;
  return inner instanceof Date ? inner : null;
}

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
function zoneOffset(obj: AnyObject, date: Date, timezone: Any, options: Options): number {
  const parts: Any = Reflect.apply(expression.$dateToParts, undefined, [
    obj,
    { date, timezone },
    options,
  ]);
  const read = (name: string): number =>
    typeof parts === 'object' && parts !== null ? Number(Reflect.get(parts, name)) : Number.NaN;
  const local = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
    read('millisecond'),
  );
  return local - date.getTime();
}

// Stages that write, or read other collections in ways of the library's own.
const { $out, $merge, $lookup, $graphLookup, $unionWith, ...stages } = pipeline;

/** Everything of the library that aggregation may use; `own` replaces what it has by that name. */
export function contextWith(own: Parameters<typeof Context.init>[0]): Context {
  // The first one that knows an operator wins.
  return Context.from(
    Context.init({ ...own, expression: { ...corrected } }),
    Context.init({ accumulator, expression, pipeline: stages, projection, query, window }),
  );
}

const OPTIONS: Options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: contextWith({}),
};

/** Compiles `$expr`: whether an aggregation expression is true for a document. */
export function expressionTest(condition: Value): Matcher {
  return (document) => {
    const value: Any = asFailure(() => evalExpr(document, condition, OPTIONS));
    return value !== false && value !== null && value !== undefined && value !== 0;
  };
}

/** Runs work of the library; what it throws becomes the database's refusal. */
export function asFailure<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw requestFailed(error instanceof Error ? error.message : String(error));
  }
}

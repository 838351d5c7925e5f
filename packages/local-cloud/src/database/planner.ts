import { type Bounds, boundsOf, intersect, type Stretch, span } from './bounds';
import type { Collection, Index } from './catalog';
import { type Document, isArray, isDocument } from './values';

/** One field to sort by. */
export interface SortField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

/** A stretch of an index to read: keys from `start` (inclusive) to `end` (exclusive). */
export interface Interval {
  readonly start: Buffer;
  readonly end: Buffer;
  /** How many bytes at the beginning all keys of the interval have in common by equality. */
  readonly fixed: number;
}

/** How a query is going to be read. Without an index: the whole collection, in order of insertion. */
export interface Plan {
  readonly index: Index | null;
  readonly intervals: readonly Interval[];
  readonly backward: boolean;
  /** Whether documents come in the order asked for. */
  readonly sorted: boolean;
  /** For `$or`: a plan for each branch, read one after another in the place of this one. */
  readonly branches?: readonly Plan[];
}

// More stretches than this read no less than one wide stretch would.
const MOST_INTERVALS = 1000;
const ALL: Interval = { start: Buffer.alloc(0), end: Buffer.from([255]), fixed: 0 };

interface Candidate extends Plan {
  readonly equal: number;
  readonly ranged: boolean;
}

/** Says how many keys a plan would read, up to a limit. */
export type Estimate = (plan: Plan, limit: number) => number;

/**
 * Chooses how to read a query: the index that pins down the most fields by equality, then the one
 * that sorts, then the one that bounds a range. Between several that pin down something, a count
 * of their entries decides when one has far fewer.
 */
export function plan(
  collection: Collection,
  query: Document,
  sort: readonly SortField[],
  estimate: Estimate,
): Plan {
  const bounds = boundsOf(query);
  const candidates: Candidate[] = [];
  for (const index of [collection.primary, ...collection.indexes]) {
    const candidate = consider(index, bounds, sort);
    if (candidate !== undefined) candidates.push(candidate);
  }
  candidates.sort((a, b) => score(b) - score(a));
  const [best, ...others] = candidates;
  if (best !== undefined && (best.equal > 0 || best.ranged)) return fewest(best, others, estimate);
  const branches = branchesOf(collection, query, estimate);
  const sorted = sort.length === 0;
  if (branches !== undefined)
    return { index: null, intervals: [], backward: false, sorted, branches };
  return best ?? { index: null, intervals: [], backward: false, sorted };
}

/** A plan for each branch of an `$or`, if there is an index for every one of them. */
function branchesOf(
  collection: Collection,
  query: Document,
  estimate: Estimate,
): readonly Plan[] | undefined {
  const { $or: either } = query;
  if (!isArray(either)) return undefined;
  const plans: Plan[] = [];
  for (const branch of either) {
    if (!isDocument(branch)) return undefined;
    const found = plan(collection, branch, [], estimate);
    if (found.index === null && found.branches === undefined) return undefined;
    plans.push(found);
  }
  return plans;
}

const COUNTED = 1000;
const FAR_FEWER = 8;

/** Leaves the best by rule for another one only when that reads far less. */
function fewest(best: Candidate, others: readonly Candidate[], estimate: Estimate): Plan {
  const rivals = others.filter((other) => other.equal > 0 || other.ranged);
  if (rivals.length === 0 || best.intervals.length === 0) return best;
  let chosen: Plan = best;
  let least = estimate(best, COUNTED) / FAR_FEWER;
  for (const rival of rivals) {
    if (least < 1) break;
    const count = estimate(rival, Math.ceil(least));
    if (count >= least) continue;
    chosen = rival;
    least = count;
  }
  return chosen;
}

function score(candidate: Candidate): number {
  return candidate.equal * 4 + (candidate.sorted ? 2 : 0) + (candidate.ranged ? 1 : 0);
}

function consider(
  index: Index,
  bounds: ReadonlyMap<string, readonly Bounds[]>,
  sort: readonly SortField[],
): Candidate | undefined {
  const used = usable(index, bounds);
  // A sparse index lacks documents without its fields: they must be ruled out by the query.
  const rulesOutMissing = used.some(({ allowsNull }) => !allowsNull);
  if (index.sparse && !rulesOutMissing) return undefined;
  const equal = used.filter(isEquality).length;
  const ranged = used.length > equal;
  const pinned = used.slice(0, equal);
  const intervals = used.length === 0 ? [ALL] : intervalsOf(index, used);
  const direction = sortDirection(index, pinned, sort);
  const sorted = sort.length === 0 || direction !== 0;
  if (used.length === 0 && (sort.length === 0 || !sorted)) return undefined;
  return { index, intervals, backward: direction < 0, sorted, equal, ranged };
}

function isEquality(bounds: Bounds): boolean {
  return bounds.stretches.every((stretch) => stretch.point);
}

/** The bounds that can be applied: on fields from the first on, up to and with the first range. */
function usable(index: Index, all: ReadonlyMap<string, readonly Bounds[]>): Bounds[] {
  const used: Bounds[] = [];
  let intervals = 1;
  let throughList = false;
  for (const [i, field] of index.fields.entries()) {
    const multikey = (index.multikey & (1 << i)) !== 0;
    const demands = all.get(field.path) ?? [];
    // Different elements of a list may answer different demands: then only one can be applied.
    if (demands.length === 0 || (multikey && throughList)) break;
    throughList ||= multikey;
    const bounds = multikey ? narrowest(demands) : demands.reduce(intersect);
    intervals *= bounds.stretches.length;
    if (intervals > MOST_INTERVALS) break;
    used.push(bounds);
    if (!isEquality(bounds)) break;
  }
  return used;
}

function narrowest(demands: readonly Bounds[]): Bounds {
  const [first, ...others] = [...demands].sort(
    (a, b) => width(a) - width(b) || a.stretches.length - b.stretches.length,
  );
  return first ?? others[0] ?? { stretches: [], allowsNull: false };
}

function width(bounds: Bounds): number {
  return isEquality(bounds) ? 0 : 1;
}

function intervalsOf(index: Index, used: readonly Bounds[]): Interval[] {
  let intervals: Interval[] = [{ start: Buffer.alloc(0), end: Buffer.alloc(0), fixed: 0 }];
  for (const [i, bounds] of used.entries()) {
    const descending = index.fields[i]?.descending === true;
    intervals = intervals.flatMap((outer) =>
      bounds.stretches.map((stretch) => extend(outer, stretch, descending)),
    );
  }
  return intervals.sort((a, b) => Buffer.compare(a.start, b.start));
}

function extend(outer: Interval, stretch: Stretch, descending: boolean): Interval {
  const prefix = outer.start.subarray(0, outer.fixed);
  const [from, to] = span(stretch, descending);
  const start = Buffer.concat([prefix, from]);
  const end = Buffer.concat([prefix, to]);
  return { start, end, fixed: stretch.point ? start.length : outer.fixed };
}

/**
 * 1 when the index gives the order read forwards, -1 read backwards, 0 when it does not. Fields
 * pinned to one value have no say in the order; fields through lists sort by another rule.
 */
function sortDirection(
  index: Index,
  pinned: readonly Bounds[],
  sort: readonly SortField[],
): number {
  const fixed = new Set(
    index.fields
      .filter((_, i) => pinned[i]?.stretches.length === 1 && (index.multikey & (1 << i)) === 0)
      .map((field) => field.path),
  );
  let at = pinned.length;
  let direction = 0;
  for (const { path, direction: wanted } of sort) {
    if (fixed.has(path)) continue;
    const field = index.fields[at];
    if (field?.path !== path || (index.multikey & (1 << at)) !== 0) return 0;
    const needed = field.descending ? -wanted : wanted;
    if (direction !== 0 && direction !== needed) return 0;
    direction = needed;
    at += 1;
  }
  return direction === 0 ? 1 : direction;
}

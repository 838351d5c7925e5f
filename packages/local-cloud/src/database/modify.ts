import { randomBytes } from 'node:crypto';
import { stringifyEjson } from '../ejson';
import { CloudError } from '../errors';
import { KeepEarlier } from './commits';
import { type Answer, type Engine, idForWire } from './engine';
import { expressionTest } from './expressions';
import type { Found, Search } from './find';
import { checkStorable, type Request } from './requests';
import { bodyOf } from './store';
import { fileTarget, type Target, transactionTarget } from './targets';
import { compileUpdate } from './update';
import { upsertBase } from './upsert';
import type { Document, Value } from './values';

/** Turns a document into the one that it is to become. */
type Change = (document: Document, inserting: boolean) => Document;

interface Modified {
  readonly matched: number;
  readonly changed: number;
  readonly upserted?: Document;
  /** The last document as it was left; undefined when none matched. */
  readonly last?: Document;
}

/** The wire actions that change documents that are already there. */
export class Modifier {
  constructor(private readonly engine: Engine) {}

  async modify(request: Request): Promise<Answer> {
    const search = request.search(1);
    const change = this.changeOf(request, search.query);
    const multi = request.flag('multi');
    const upsert = request.flag('upsert');
    const result = await this.write(request, (target) =>
      modifyIn(target, search, change, multi, upsert),
    );
    const upserted = result.upserted === undefined ? null : idForWire(result.upserted);
    return { data: { updated: result.changed, upsert_id: upserted } };
  }

  async modifyAndReturn(request: Request): Promise<Answer> {
    const search = request.search(1);
    const change = this.operators(request.document('data'), search.query);
    const result = await this.write(request, (target) =>
      modifyIn(target, search, change, false, false),
    );
    const doc = result.last === undefined ? null : stringifyEjson(result.last);
    return { data: { updated: result.matched, doc } };
  }

  async remove(request: Request): Promise<Answer> {
    const search = request.search(1);
    const multi = request.flag('multi');
    const deleted = await this.write(request, (target) => removeIn(target, search, multi));
    return { data: { deleted } };
  }

  private changeOf(request: Request, query: Document): Change {
    const data = request.document('data');
    if (request.flag('merge')) return this.operators(data, query);
    if (Object.keys(data).some((name) => name.startsWith('$'))) {
      throw new CloudError('DATABASE_REQUEST_FAILED', 'update operator complicit');
    }
    return (document) => {
      const { _id: _, ...fields } = data;
      const id = document['_id'] ?? data['_id'];
      return id === undefined ? fields : { _id: id, ...fields };
    };
  }

  private operators(data: Document, query: Document): Change {
    const update = compileUpdate(data, query, expressionTest, this.engine.now);
    return (document, inserting) => update.apply(document, inserting);
  }

  /** Runs work on what the request writes to; resolves when it is on disk. */
  private async write<T>(request: Request, work: (target: Target) => T): Promise<T> {
    const { commits, catalog, transactions } = this.engine;
    const name = request.collectionName;
    const id = request.transactionId;
    if (id === undefined) {
      return commits.submit(() => work(fileTarget(this.engine, catalog.get(name))));
    }
    const transaction = transactions.get(id);
    return transactions.within(transaction, () =>
      work(transactionTarget(this.engine, transaction, transactions.collection(transaction, name))),
    );
  }
}

/**
 * What a write is to touch. Of many documents only the ids are kept: they are read again one by
 * one, after every lock has been checked, and before the first of them changes.
 */
function* touched(target: Target, search: Search, multi: boolean): Generator<Found> {
  if (!multi) {
    for (const found of target.find(search)) {
      target.check(found.document);
      yield found;
    }
    return;
  }
  const ids: Value[] = [];
  for (const { document } of target.matching(search)) {
    target.check(document);
    ids.push(document['_id'] ?? null);
  }
  for (const id of ids) {
    const found = target.current(id);
    if (found !== undefined) yield found;
  }
}

function modifyIn(
  target: Target,
  search: Search,
  change: Change,
  multi: boolean,
  upsert: boolean,
): Modified {
  let matched = 0;
  let changed = 0;
  let last: Document | undefined;
  for (const found of touched(target, search, multi)) {
    matched += 1;
    try {
      const document = change(found.document, false);
      last = document;
      if (bodyOf(document) === (found.body ?? bodyOf(found.document))) continue;
      checkStorable(document);
      target.replace(found, document);
      changed += 1;
    } catch (error) {
      throw changed > 0 ? new KeepEarlier(error) : error;
    }
  }
  if (matched > 0 || !upsert) return { matched, changed, ...(last === undefined ? {} : { last }) };
  const { _id, ...fields } = change(upsertBase(search.query), true);
  const upserted = { _id: _id ?? randomBytes(16).toString('hex'), ...fields };
  checkStorable(upserted);
  target.check(upserted);
  target.insert(upserted);
  return { matched, changed, upserted, last: upserted };
}

function removeIn(target: Target, search: Search, multi: boolean): number {
  let deleted = 0;
  for (const found of touched(target, search, multi)) {
    target.remove(found);
    deleted += 1;
  }
  return deleted;
}

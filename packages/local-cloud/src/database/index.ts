import { Actions } from './actions';
import { Catalog, type Collection } from './catalog';
import { Commits } from './commits';
import { type Cost, read } from './cursor';
import type { Engine } from './engine';
import { invalidParam } from './failures';
import { find, planFor } from './find';
import type { Plan } from './planner';
import { Request } from './requests';
import { Sqlite } from './sqlite';
import { Store } from './store';
import { Transactions } from './transactions';
import type { CollectionDefinition, Database, ExplainRequest, Explanation } from './types';

export type {
  CollectionDefinition,
  Database,
  Explanation,
  IndexDefinition,
} from './types';

/** How a database is opened. */
export interface DatabaseOptions {
  /** Where it lies; made when missing. */
  readonly file: string;
  /** The platform's clock, in milliseconds. */
  readonly now: () => number;
  /** How long a transaction may take, in milliseconds; the platform's 30 s unless said. */
  readonly transactionLifetime?: number;
}

/** Opens a database, or makes one. */
export function openDatabase(options: DatabaseOptions): Database {
  const sqlite = new Sqlite(options.file);
  const catalog = new Catalog(sqlite);
  const store = new Store(sqlite, catalog);
  const commits = new Commits(sqlite, () => catalog.refreshMultikey());
  const lifetime = options.transactionLifetime ?? 30_000;
  const file = options.file;
  const transactions = new Transactions({ file, sqlite, catalog, store, commits, lifetime });
  const engine: Engine = { sqlite, catalog, store, commits, transactions, now: options.now };
  const actions = new Actions(engine);
  return {
    define: (collections) => define(engine, collections),
    handle: (action, body) => actions.handle(action, new Request(body, options.now())),
    explain: (request) => explain(engine, request),
    close: () => {
      commits.close();
      transactions.close();
      sqlite.close();
    },
  };
}

function define(engine: Engine, collections: Readonly<Record<string, CollectionDefinition>>): void {
  const { sqlite, catalog } = engine;
  for (const [name, definition] of Object.entries(collections)) {
    sqlite.run('BEGIN IMMEDIATE');
    const isNew = !catalog.has(name);
    try {
      const collection = isNew ? catalog.create(name) : catalog.get(name);
      defineIndexes(engine, collection, definition);
      sqlite.run('COMMIT');
    } catch (error) {
      sqlite.run('ROLLBACK');
      catalog.reload();
      throw error;
    }
  }
}

function defineIndexes(
  { sqlite, catalog, store }: Engine,
  collection: Collection,
  { indexes = [] }: CollectionDefinition,
): void {
  for (const index of [...collection.indexes]) {
    const wanted = indexes.find(({ name }) => name === index.name);
    if (wanted === undefined || !catalog.isSame(index, wanted))
      catalog.dropIndex(collection, index);
  }
  const names = new Set(indexes.map(({ name }) => name));
  if (names.size < indexes.length || names.has('_id_')) {
    throw invalidParam(`the indexes of "${collection.name}" must have names of their own`);
  }
  for (const definition of indexes) {
    if (collection.indexes.some(({ name }) => name === definition.name)) continue;
    const index = catalog.addIndex(collection, definition);
    const all = { index: null, intervals: [], backward: false, sorted: true };
    for (const stored of read(sqlite, collection, all, { documents: 0, keys: 0 })) {
      store.enter(collection, index, stored);
    }
  }
}

function explain({ sqlite, catalog, now }: Engine, request: ExplainRequest): Explanation {
  const collection = catalog.get(request.collection);
  const { query, order } = request;
  const search = new Request({ query, order }, now()).search(request.limit ?? 100);
  const cost: Cost = { documents: 0, keys: 0 };
  find({ sqlite }, collection, search, cost);
  return { ...cost, index: indexesOf(planFor({ sqlite }, collection, search)) };
}

/** The index that a plan uses; of an `$or` those of its branches, joined by "|". */
function indexesOf(plan: Plan): string | null {
  if (plan.branches === undefined) return plan.index?.name ?? null;
  return plan.branches.map(indexesOf).join('|');
}
